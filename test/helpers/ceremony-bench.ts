import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetKeyPolicyCommand,
  KMSClient,
  ListKeysCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { clientConfig } from '../../main/aws/transport/client-settings';
import { openSession, type Reach } from '../../main/aws/open-session';
import type { AwsSession } from '../../main/aws/session';
import type { Clock } from '../../main/run/calls';
import { createAddReceiver } from '../../main/jobs/add-receiver';
import { createCreateAndImport } from '../../main/jobs/create-and-import';
import { createFinishImport } from '../../main/jobs/finish-import';
import { createPurposeOf } from '../../main/custody/copy-purpose';
import { createCustody } from '../../main/custody/custody';
import { createMaterialFiles } from '../../main/custody/material-files';
import { ceremonyTagKey } from '../../main/run/plan-key';
import { createFinishedNotes } from '../../main/jobs/finished-notes';
import { createFinishedWork } from '../../main/jobs/finished-work';
import { createOfflineNotes } from '../../main/jobs/offline-notes';
import { createOfflineJournal } from '../../main/jobs/offline-journal';
import { createCeremonyRecords } from '../../main/jobs/ceremony-records';
import { expectedCopyOf } from '../../main/run/expected-copy';
import { lookAfterVerbs } from './look-after-verbs';
import { knownKeyOf } from '../../main/run/known-key';
import type { OpenKey } from '../../main/run/open-key';
import { isImport, type Run } from '../../main/run/run';
import { createRuns } from '../../main/run/runs';
import { createRunJournal, type RunJournal } from '../../main/run/journal';
import { createUnfinishedWork } from '../../main/jobs/unfinished-work';
import type { LogEntry } from '../../main/platform/log';
import { createStateFiles } from '../../main/platform/notes/state-files';
import type { PracticeAws } from '../../main/practice/practice-aws';
import { practiceAws } from './practice-aws';
import type { PracticeOptions } from '../../main/practice/options';
import type { RunProgress, KeyDraft, Mode, TagView } from '../../main/shared/views/aws';
import type { RequestOf, RunChanges, RunView } from '../../main/shared/contract';
import { createFaultyHandler } from './faulty-handler';
import { createMovingClock } from './moving-clock';
import { recordPorts } from './record-ports';
import { createVaultInProcess } from './vault-in-process';
import { testNoteKey } from './note-keys';
import { noSettings } from '../../main/shared/organisation-forbids';
import type { OrganisationSettings } from '../../main/shared/views/organisation';
import { valueOf } from './results';
import { usualDraft } from './usual-draft';

export { allDone, codeOf, rowsOf, shownOf, valueOf } from './results';

/** What outlives an app: AWS, time, and the notes. */
export interface House {
  readonly clock?: ReturnType<typeof createMovingClock>;
  readonly practice?: PracticeAws;
  readonly journal?: RunJournal;
  /** The folder for notes of finished work. */
  readonly finished?: string;
  /** With `aws`, the runs are noted. */
  readonly mode?: 'aws';
  /** How AWS is reached if not directly; only the faults of that way occur. */
  readonly reach?: Reach;
  /** What a sign-in knows about its connection. */
  readonly way?: Pick<AwsSession, 'foreignEndpoints' | 'authorities' | 'proxies'>;
  /** What the organisation has set. */
  readonly organisation?: OrganisationSettings;
  /** The clock of this computer, if it differs from AWS's. */
  readonly ownClock?: Clock;
}

type ResumeRequest = Omit<RequestOf<'resumeRun'>, 'confirmed'> & { readonly confirmed?: string };

export const benchRegion = 'eu-central-1';
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

const settingsIn = <H>(region: string, requestHandler: H) =>
  ({ region, requestHandler, useFipsEndpoint: false, useDualstackEndpoint: false }) as const;

/**
 * The create-and-import and finish-import jobs as main wires them, on the AWS SDK, the practice AWS, a clock that moves
 * by itself, and faults on request.
 */
export async function createBench(
  options: Partial<PracticeOptions> = {},
  {
    clock = createMovingClock(),
    mode,
    practice = practiceAws({ now: clock.now, marksImportTokens: mode !== 'aws', ...options }),
    organisation = noSettings,
    ...house
  }: House = {},
) {
  const way = createFaultyHandler(practice);
  const sessions = new Map<string, AwsSession>();
  const progress: RunProgress[] = [];
  let whenProgress: (event: RunProgress) => void = () => undefined;
  const suggestedNames: string[] = [];
  let saveAs: string | undefined;
  const findSession = (handle: string): AwsSession | undefined => sessions.get(handle);

  async function signIn(region = benchRegion, as: Mode = mode ?? 'practice'): Promise<AwsSession> {
    const opened = await openSession({
      mode: as,
      region,
      credentials,
      reach: house.reach ?? ((_service, where) => settingsIn(where, way)),
      patience: { sleep: () => Promise.resolve(), random: () => 0 },
    });
    const session = { ...valueOf(opened), ...house.way };
    sessions.set(session.view.session, session);
    return session;
  }

  const outsideIn = (region: string): KMSClient =>
    new KMSClient(
      clientConfig(settingsIn(region, practice), credentials, clock.now().getTime() - Date.now()),
    );
  const outside = outsideIn(benchRegion);
  const session = await signIn();
  const ownClock = house.ownClock ?? clock;
  const vault = createVaultInProcess();
  const materials = createMaterialFiles({
    dialogs: { pickMaterialFile: () => Promise.resolve(undefined) },
    vault,
    specOf: () => undefined,
  });
  const offlineJournal = createOfflineJournal(
    createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-offline-'))),
    testNoteKey,
  );
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry): void => void logged.push(entry);
  const notes = createOfflineNotes({ offlineJournal, now: ownClock.now, log });
  const atHand = new Map<string, Run>();
  const keysAtHand = new Map<string, OpenKey>();
  let copyAt: string | undefined;
  const custody = createCustody({
    dialogs: {
      pickCopy: () => Promise.resolve(undefined),
      pickCopyFile: () => Promise.resolve(copyAt),
      pickSaveFolder: () => Promise.resolve(copyAt),
      pickRecord: () => Promise.resolve(undefined),
    },
    vault,
    files: materials,
    purposeOf: createPurposeOf({
      findParameters: () => undefined,
      findSession,
      noteCopy: notes.aroundCopy,
      notedCheckValue: notes.checkValueOf,
      findExpected: (handle) => {
        const run = atHand.get(handle);
        return run && isImport(run) ? expectedCopyOf(run) : undefined;
      },
      findKnownKey: (handle) => knownKeyOf(keysAtHand.get(handle) ?? atHand.get(handle)),
    }),
    now: ownClock.now,
    appVersion: '0.1.0',
    organisation,
  });
  const journal =
    house.journal ??
    createRunJournal(createStateFiles(mkdtempSync(join(tmpdir(), 'keyferry-state-'))), testNoteKey);
  const finished = createFinishedNotes({
    finishedFiles: createStateFiles(house.finished ?? mkdtempSync(join(tmpdir(), 'keyferry-state-'))),
    noteKey: testNoteKey,
    now: ownClock.now,
    log,
  });
  const runs = createRuns({
    log,
    clock: ownClock,
    journal,
    vault,
    custody,
    salt: materials.salt,
    dialogs: {
      pickSaveFile: (suggestedName) => {
        suggestedNames.push(suggestedName);
        return Promise.resolve(saveAs);
      },
    },
    findSession,
    savedFiles: recordPorts.savedFiles,
    finished,
    atHand,
    appVersion: '0.1.0',
    emit: (event) => {
      progress.push(structuredClone(event));
      whenProgress(event);
    },
  });
  const ceremony = createCreateAndImport({ clock: ownClock, findSession, custody, runs, organisation });
  const offline = createFinishImport({
    clock: ownClock,
    dialogs: { pickReturnPackage: () => Promise.resolve(undefined) },
    ...{ findSession, finished, runs, organisation },
  });
  const addReceiver = createAddReceiver({ clock: ownClock, journal, findSession, runs, atHand, keysAtHand });
  const found = { journal, offlineJournal, finished, findSession, runs };
  const kept = { ...found, organisation, keysAtHand, custody, vault };
  const lookAfter = lookAfterVerbs({ clock: ownClock, log, ...kept, placeOf: () => saveAs });
  const records = createCeremonyRecords({
    ...recordPorts,
    ...kept,
    ...(organisation === noSettings ? {} : { organisationSha256: 'c'.repeat(64) }),
    dialogs: {
      pickSaveFolder: () => Promise.resolve(copyAt),
      pickRecord: () => Promise.resolve(undefined),
    },
    now: ownClock.now,
    appVersion: '0.1.0',
    find: (handle) => runs.findRecord(handle, recordPorts.zone),
  });

  const unfinished = createUnfinishedWork({ ...found, clock: ownClock, notes, log });
  const finishedWork = createFinishedWork({ finished, runsAtHand: atHand, offlineAtHand: new Map() });
  async function shownReview(run: string): Promise<string> {
    const shown = valueOf(await unfinished.verbs.listUnfinished()).runs.find((work) => work.run === run);
    return shown !== undefined && 'review' in shown ? shown.review : '';
  }

  const draft = usualDraft(session.view);

  return {
    ...ceremony.verbs,
    ...offline.verbs,
    ...addReceiver.verbs,
    ...lookAfter,
    ...records.verbs,
    ...materials.verbs,
    ...custody.verbs,
    ...unfinished.verbs,
    ...finishedWork.verbs,
    ...runs.verbs,
    /** Unless told, confirms what a person sees who opens the work now. */
    resumeRun: async ({ confirmed, ...request }: ResumeRequest) =>
      await unfinished.verbs.resumeRun({
        ...request,
        confirmed: confirmed ?? (await shownReview(request.run)),
      }),
    /** Where the next copy goes: a file, or a folder for shares. */
    copyTo: (path: string | undefined) => {
      copyAt = path;
    },
    logged,
    isBusy: runs.isBusy,
    clock,
    practice,
    way,
    session,
    signIn,
    draft,
    progress,
    onProgress: (listener: typeof whenProgress) => {
      whenProgress = listener;
    },
    credentials,
    suggestedNames,
    saveAs: (path: string) => void (saveAs = path),
    /** Plans and runs the usual draft with these changes. */
    async create(changes: Partial<KeyDraft> = {}): Promise<RunView> {
      const plan = valueOf(await ceremony.verbs.planKey({ draft: { ...draft, ...changes } }));
      return valueOf(await ceremony.verbs.createAndImport({ plan: plan.plan }));
    },
    async goOn(run: RunView, changes?: RunChanges): Promise<RunView> {
      const request = { run: run.run, session: session.view.session };
      return valueOf(await runs.verbs.continueRun(changes ? { ...request, changes } : request));
    },
    /** KMS, without the jobs and the faults. */
    outside,
    outsideIn,
    async putPolicy(keyArn: string, change: (policy: string) => string): Promise<void> {
      const { Policy = '' } = await outside.send(new GetKeyPolicyCommand({ KeyId: keyArn }));
      await outside.send(new PutKeyPolicyCommand({ KeyId: keyArn, Policy: change(Policy) }));
    },
    async countKeys(): Promise<number> {
      return (await outside.send(new ListKeysCommand({}))).Keys?.length ?? 0;
    },
    /** The ceremony's tag of the first key. */
    async ceremonyTag(): Promise<TagView> {
      const [first] = (await outside.send(new ListKeysCommand({}))).Keys ?? [];
      const { Tags } = await outside.send(new ListResourceTagsCommand({ KeyId: first?.KeyId }));
      const value = Tags?.find(({ TagKey }) => TagKey === ceremonyTagKey)?.TagValue ?? '';
      return { key: ceremonyTagKey, value };
    },
  };
}
