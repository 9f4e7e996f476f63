import { noSettings } from '../../main/shared/organisation-forbids';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createSessions } from '../../main/aws/sign-in/sessions';
import { prepareEnvironment } from '../../main/aws/sign-in/profile-credentials';
import { createJobs } from '../../main/jobs/jobs';
import { noCopyConfirmation } from '../../main/shared/views/custody';
import { createStateFiles } from '../../main/platform/notes/state-files';
import type { Result } from '../../main/shared/result';
import { noDialogs } from '../helpers/no-dialogs';
import { recordPorts } from '../helpers/record-ports';
import { createVaultInProcess } from '../helpers/vault-in-process';
import { testNoteKey } from '../helpers/note-keys';

export interface RealCeremony {
  readonly profile: string;
  readonly region: string;
  readonly receiver: string;
  /** For a server that only pretends to be AWS. */
  readonly foreignEndpointsAllowed?: boolean;
}

const deletionDays = 7;

/**
 * The ceremony as the app runs it, without its window, on the account of a profile; then the key's deletion is
 * scheduled, whatever happened before. @returns what was done, a line each
 */
export async function runRealCeremony(options: RealCeremony): Promise<string> {
  prepareEnvironment(process.env, process.platform);
  const desk = createSessions({
    organisation: noSettings,
    environment: process.env,
    resolveProxy: () => Promise.resolve('DIRECT'),
    openExternal: () => Promise.resolve(),
    now: () => new Date(),
    practice: () => Promise.reject(new Error('not in this script')),
  });
  const { verbs: ceremony } = createJobs({
    loadSessions: () => Promise.resolve(desk),
    dialogs: noDialogs,
    vault: createVaultInProcess(),
    log: () => undefined,
    clock: { now: () => new Date(), sleep: (milliseconds) => wait(milliseconds), random: Math.random },
    appVersion: 'test:aws',
    ...recordPorts,
    finishedFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    stateFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    offlineFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    noteKey: testNoteKey,
    savingFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    ...recordPorts,
    refusedRequests: () => 0,
    revealFile: () => undefined,
    openFile: () => Promise.resolve(true),
    emitWrap: () => undefined,
    emitRun: () => undefined,
    emitKeyList: () => undefined,
  });
  const { profile, region, receiver, foreignEndpointsAllowed = false } = options;
  valueOf(
    await ceremony.changeConnection({
      proxy: { kind: 'system' },
      fips: false,
      dualStack: false,
      foreignEndpointsAllowed,
      ca: 'keep',
    }),
  );
  const answer = valueOf(await ceremony.signIn({ by: 'profile', profile, region }));
  if (answer.state !== 'signed-in')
    throw new Error('This profile asks for an MFA code: use another one here.');
  const { session, principalArn, accountId } = answer.signedIn;
  const plan = valueOf(
    await ceremony.planKey({
      draft: {
        session,
        receiver: { preset: 'other', name: 'Keyferry test', accountId: receiver, needsGrants: false },
        alias: `keyferry-test-${Date.now()}`,
        description: 'Made by npm run test:aws of Keyferry; its deletion is scheduled',
        tags: [],
        administrators: [principalArn],
        users: [principalArn],
        multiRegion: false,
        expiry: { kind: 'never' },
        wrappingKeySpec: 'RSA_4096',
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        // The key is deleted again.
        material: { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation },
      },
    }),
  );
  const run = valueOf(await ceremony.createAndImport({ plan: plan.plan }));
  const deletion =
    run.keyArn === undefined
      ? 'no key was created'
      : await desk.findSession(session)?.kms.scheduleKeyDeletion(run.keyArn, deletionDays);
  const lines = [
    `account ${accountId}, ${region}`,
    ...run.rows.map(
      ({ step, state, tookMs }) => `${step}: ${state}${tookMs === undefined ? '' : `, ${tookMs} ms`}`,
    ),
    `key: ${run.keyArn ?? 'none'}`,
    `deletion: ${typeof deletion === 'string' ? deletion : (deletion?.outcome ?? 'not asked for')}`,
  ];
  if (run.failure) throw new Error([...lines, `failed: ${run.failure.error.code}`].join('\n'));
  return lines.join('\n');
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.facts ?? {})}`);
  return result.value;
}
