import { noSettings } from '../../../main/shared/organisation-forbids';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessions } from '../../../main/aws/sign-in/sessions';
import { createJobs } from '../../../main/jobs/jobs';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { createPracticeAws } from '../../../main/practice/practice-aws';
import type { PracticeOptions } from '../../../main/practice/options';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import { createMovingClock } from '../../helpers/moving-clock';
import { noDialogs } from '../../helpers/no-dialogs';
import { recordPorts } from '../../helpers/record-ports';
import { makeAuthority } from '../../helpers/tls-server';
import { createVaultInProcess } from '../../helpers/vault-in-process';
import { testNoteKey } from '../../helpers/note-keys';

const region = 'eu-central-1';
const home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));

function makeCeremony(options: Partial<PracticeOptions> = {}, certificates?: string) {
  const clock = createMovingClock();
  let loaded = 0;
  const { verbs: ceremony } = createJobs({
    clock,
    log: () => undefined,
    vault: createVaultInProcess(),
    appVersion: '0.1.0',
    ...recordPorts,
    emitWrap: () => undefined,
    emitRun: () => undefined,
    emitKeyList: () => undefined,
    finishedFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    stateFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    offlineFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    noteKey: testNoteKey,
    savingFiles: createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    ...recordPorts,
    refusedRequests: () => 0,
    revealFile: () => undefined,
    openFile: () => Promise.resolve(true),
    dialogs: { ...noDialogs, pickCertificates: () => Promise.resolve(certificates) },
    loadSessions: () => {
      loaded += 1;
      const practice = createPracticeAws({ now: clock.now, ...options });
      return Promise.resolve(
        createSessions({
          organisation: noSettings,
          environment: {},
          resolveProxy: () => Promise.resolve('DIRECT'),
          openExternal: () => Promise.resolve(),
          now: clock.now,
          practice: () => Promise.resolve(practice),
        }),
      );
    },
  });
  return { ...ceremony, loaded: () => loaded };
}

async function signInToPractise(ceremony: ReturnType<typeof makeCeremony>) {
  const answer = valueOf(await ceremony.signIn({ by: 'practice', region }));
  if (answer.state !== 'signed-in') throw new Error(answer.state);
  return answer.signedIn;
}

beforeEach(() => {
  vi.stubEnv('HOME', home);
  vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
});
afterEach(() => vi.unstubAllEnvs());

describe('signing in', () => {
  it('loads the AWS side once, when it is first needed', async () => {
    const ceremony = makeCeremony();
    const session = '00000000-0000-4000-8000-000000000000';
    expect(codeOf(await ceremony.checkAccess({ session }))).toBe('session.gone');
    valueOf(await ceremony.leaveJob());
    expect(ceremony.loaded()).toBe(0);
    await Promise.all([ceremony.describeSignIn(), ceremony.describeSignIn()]);
    expect(ceremony.loaded()).toBe(1);
  });

  it('to practise gives a session that lasts until the job is left', async () => {
    const ceremony = makeCeremony();
    const signedIn = await signInToPractise(ceremony);
    expect(signedIn).toMatchObject({ mode: 'practice', accountId: '111122223333', region, partition: 'aws' });
    const { session } = signedIn;
    const access = valueOf(await ceremony.checkAccess({ session }));
    expect(access.rows.find(({ action }) => action === 'kms:CreateKey')?.answer).toBe('allowed');
    valueOf(await ceremony.leaveJob());
    expect(codeOf(await ceremony.checkAccess({ session }))).toBe('session.gone');
  });

  it('shows what is missing, as a statement to send on', async () => {
    const ceremony = makeCeremony({ denied: ['kms:CreateKey'] });
    const { session } = await signInToPractise(ceremony);
    const access = valueOf(await ceremony.checkAccess({ session }));
    expect(access.rows.find(({ action }) => action === 'kms:CreateKey')?.answer).toBe('denied');
    expect(access.missingStatement).toContain('kms:CreateKey');
  });

  it('finds users and roles by a part of their name, or says that it may not', async () => {
    const ceremony = makeCeremony();
    const { session } = await signInToPractise(ceremony);
    const found = valueOf(await ceremony.searchPrincipals({ session, query: 'tanaka' }));
    expect(found).toEqual({
      state: 'listed',
      more: false,
      principals: [
        { arn: 'arn:aws:iam::111122223333:user/auditors/mei.tanaka', name: 'mei.tanaka', kind: 'user' },
      ],
    });
    const shut = makeCeremony({ denied: ['iam:ListUsers', 'iam:ListRoles'] });
    const { session: other } = await signInToPractise(shut);
    expect(valueOf(await shut.searchPrincipals({ session: other, query: '' }))).toEqual({
      state: 'not-allowed',
    });
  });
});

describe('the way to AWS', () => {
  const settings = {
    proxy: { kind: 'none' },
    fips: true,
    dualStack: false,
    foreignEndpointsAllowed: false,
  } as const;

  it('is what was set last', async () => {
    const ceremony = makeCeremony();
    const changed = valueOf(await ceremony.changeConnection({ ...settings, ca: 'keep' }));
    expect(changed).toEqual({ ...settings, endpoints: [] });
    expect(valueOf(await ceremony.describeSignIn()).connection).toEqual(changed);
  });

  it('takes no file that is not a certificate authority', async () => {
    const path = join(home, 'authorities.pem');
    writeFileSync(path, 'no certificate');
    const ceremony = makeCeremony({}, path);
    expect(codeOf(await ceremony.chooseAuthorities())).toBe('network.untrustedCertificate');
    expect(valueOf(await ceremony.describeSignIn()).connection).not.toHaveProperty('ca');
  });

  it('trusts no authority that was chosen before a person has looked at it (audit 11)', async () => {
    const path = join(home, 'company.pem');
    writeFileSync(path, makeAuthority('host.example').ca);
    const ceremony = makeCeremony({}, path);
    const shown = valueOf(await ceremony.chooseAuthorities());
    if (!shown.picked) throw new Error('nothing was picked');
    const { authorities, ...ca } = shown.value;
    expect(ca).toMatchObject({ fileName: 'company.pem', certificates: [{ subject: 'CN=Company CA' }] });
    expect(valueOf(await ceremony.describeSignIn()).connection).not.toHaveProperty('ca');
    expect(valueOf(await ceremony.changeConnection({ ...settings, ca: 'keep' }))).not.toHaveProperty('ca');

    const again = valueOf(await ceremony.chooseAuthorities());
    if (!again.picked) throw new Error('nothing was picked');
    // What was shown before is not what is shown now.
    const late = await ceremony.changeConnection({ ...settings, ca: { trust: authorities } });
    expect(codeOf(late)).toBe('ipc.badRequest');
    const trusting = { trust: again.value.authorities };
    expect(valueOf(await ceremony.changeConnection({ ...settings, ca: trusting })).ca).toEqual(ca);
    expect(valueOf(await ceremony.changeConnection({ ...settings, ca: 'keep' })).ca).toEqual(ca);
    expect(valueOf(await ceremony.changeConnection({ ...settings, ca: 'none' }))).not.toHaveProperty('ca');
  });

  it('stays as it was when the dialog for a file is dismissed', async () => {
    const ceremony = makeCeremony();
    expect(valueOf(await ceremony.chooseAuthorities())).toEqual({ picked: false });
    expect(valueOf(await ceremony.describeSignIn()).connection).not.toHaveProperty('ca');
  });
});
