import { randomUUID } from 'node:crypto';
import { parseArn } from '../../aws/arn';
import { listRegions, isRegionName, partitionOfRegion } from '../../aws/regions';
import type { AwsSession } from '../../aws/session';
import { readingPolicy } from '../../aws/look-after-permissions';
import type { LogEntry } from '../../platform/log';
import { awsClock, type Clock } from '../../run/calls';
import type { RunJournal } from '../../run/journal';
import type { OpenKey } from '../../run/open-key';
import { ceremonyTagKey } from '../../run/plan-key';
import { isAddition } from '../../run/run';
import type { RequestOf, ResultOf } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { forbids } from '../../shared/organisation-forbids';
import type { OrganisationSettings } from '../../shared/views/organisation';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import type { SignedInView, TagView } from '../../shared/views/aws';
import type { KeyListUpdate, RegionReading } from '../../shared/views/keys';
import { newRegion, readingOf, type KeyList } from './key-list';
import { withNotes } from './noted-materials';
import { readKey } from './read-key';
import type { FinishedNotes } from '../finished-notes';
import type { OfflineJournal } from '../offline-journal';
import { readList, type ListReading, type ReadListPorts } from './read-list';

export interface LookAfterPorts {
  readonly clock: Clock;
  readonly log: (entry: LogEntry) => void;
  readonly journal: Pick<RunJournal, 'find'>;
  readonly offlineJournal: Pick<OfflineJournal, 'find'>;
  readonly finished: Pick<FinishedNotes, 'find'>;
  readonly findSession: (handle: string) => AwsSession | undefined;
  /** The keys that the page knows, by their handles; each is kept until its job is left. */
  readonly keysAtHand: Map<string, OpenKey>;
  readonly emit: (update: KeyListUpdate) => void;
  /** For practice: gives its account some keys, most of them in this Region. */
  readonly sampleKeys: (region: string) => Promise<unknown>;
  readonly organisation: OrganisationSettings;
}

/** Lists and reads imported keys. SECURITY: no operation here changes anything, and nothing is kept on disk. */
export function createLookAfter(ports: LookAfterPorts) {
  const { clock, keysAtHand } = ports;
  /** The list that is being read, or was read last. */
  let list: KeyList | undefined;
  let reading: ListReading | undefined;

  /** Errors: session.gone, key.otherAccount, network.endpointSettings. What one Region answers is in the view. */
  async function listKeys({
    session: handle,
    regions: wanted,
    goesOn,
  }: RequestOf<'listKeys'>): Promise<ResultOf<'listKeys'>> {
    const session = ports.findSession(handle);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    const { view } = session;
    const allowed = view.mode === 'aws' ? ports.organisation.allowedRegions : undefined;
    const isAllowed = (region: string): boolean => allowed?.includes(region) ?? true;
    const regions = wanted === 'all' ? regionsOf(view).filter(isAllowed) : [...new Set(wanted)];
    const forbidden = regions.find((region) => !isAllowed(region));
    if (forbidden !== undefined) return forbids('key', 'allowedRegions', { region: forbidden });
    if (!regions.every((region) => isIn(region, view))) {
      return err(localError('key', 'network.endpointSettings', { reason: 'region' }));
    }
    const noted = await notedKeys();
    if (view.mode === 'practice') await ports.sampleKeys(view.region);
    if (ports.findSession(handle) !== session) return err(localError('sign-in', 'session.gone'));
    // From here to the new reading, nothing is waited for: there are never two.
    reading?.stop();
    const before = goesOn !== undefined && goesOn === list?.id ? list : undefined;
    if (before && (before.accountId !== view.accountId || before.mode !== view.mode)) {
      return err(otherAccount(before.accountId, view));
    }
    const { mode, accountId } = view;
    const current: KeyList = before ?? { id: randomUUID(), mode, accountId, regions: new Map() };
    for (const region of regions) {
      if (!current.regions.has(region)) current.regions.set(region, newRegion(region));
    }
    list = current;
    const began = readList(current, session, { ...ports, ...noted });
    reading = began;
    await began.ended;
    const ended = [...current.regions.values()].map((keys) => readingOf(keys, false));
    return ok({
      list: current.id,
      mode,
      accountId,
      asOf: awsClock(clock, session).now().toISOString(),
      regions: ended,
      ...(ended.some(isNotAllowed) ? { missingStatement: readingPolicy(view) } : {}),
    });
  }

  /** Keys of this app's notes. A note proves nothing: AWS is asked what the key is. */
  async function notedKeys(): Promise<Pick<ReadListPorts, 'unfinished' | 'ownKeys'>> {
    const { runs } = await ports.journal.find();
    const offline = (await ports.offlineJournal.find()).found;
    const finished = (await ports.finished.find()).found;
    const done = finished.flatMap((work) => (work.kind === 'run' ? [work.run] : []));
    return {
      unfinished: new Map([
        // Of a console's download, only the ID of the key is known, which may be of any account.
        ...offline.flatMap(({ id, parameters: { keyArn } }) => (keyArn ? [[keyArn.arn, id] as const] : [])),
        ...runs.flatMap((run) =>
          run.key === undefined || isAddition(run) ? [] : [[run.key.arn, run.id] as const],
        ),
      ]),
      ownKeys: [...runs, ...done].flatMap(({ key }) => (key === undefined ? [] : [key.arn])),
    };
  }

  /** Errors: session.gone, kms.invalidArn, key.otherAccount, key.notImported, those of DescribeKey. */
  async function openKey({ session: handle, arn }: RequestOf<'openKey'>): Promise<ResultOf<'openKey'>> {
    const session = ports.findSession(handle);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    const at = homeOf(arn, session);
    if (!at.ok) return at;
    const { mode, region } = at.value.view;
    if (mode === 'aws' && ports.organisation.allowedRegions?.includes(region) === false) {
      return forbids('key', 'allowedRegions', { region });
    }
    const readAt = awsClock(clock, session).now();
    const described = await at.value.kms.describeInFull(arn);
    if (described.outcome !== 'done') return err(described.error);
    const { facts } = described.value;
    if (facts.origin !== 'EXTERNAL') {
      return err(localError('key', 'key.notImported', { origin: facts.origin }));
    }
    const read = await readKey(described.value, at.value);
    const materials = await withNotes(read.materials, ports.finished);
    const unfinished = (await notedKeys()).unfinished.get(facts.arn);
    const view = {
      ...read,
      row: { ...read.row, ...definedOnly({ unfinished }) },
      ...definedOnly({ materials }),
    };
    const key = randomUUID();
    const { accountId, partition } = view;
    keysAtHand.set(key, {
      mode,
      accountId,
      region: view.row.region,
      partition,
      facts,
      aliases: view.row.aliases,
      readAt,
      ...definedOnly({
        materials: materials?.read === true ? materials.value : undefined,
        ceremony: view.tags.read ? ceremonyIn(view.tags.value) : undefined,
        policy: view.policy.read ? view.policy.value.json : undefined,
      }),
    });
    return ok({ key, asOf: readAt.toISOString(), ...view });
  }

  return {
    verbs: {
      listKeys,
      stopKeyList: (): Promise<Result<null>> => {
        reading?.stop();
        return Promise.resolve(ok(null));
      },
      openKey,
    },
    /** The list that was read last. */
    findList: (handle: string): KeyList | undefined => (list?.id === handle ? list : undefined),
    forget: () => {
      reading?.stop();
      list = undefined;
      reading = undefined;
      keysAtHand.clear();
    },
  };
}

/** Whether IAM could allow more of this Region. */
const isNotAllowed = ({ error, aliasError, unreadable }: RegionReading): boolean =>
  unreadable > 0 || [error, aliasError].some((refusal) => refusal?.code === 'aws.accessDenied');

const ceremonyIn = (tags: readonly TagView[]): string | undefined =>
  tags.find(({ key }) => key === ceremonyTagKey)?.value;

const regionsOf = ({ partition }: SignedInView): readonly string[] =>
  listRegions()
    .filter((region) => region.partition === partition)
    .map(({ code }) => code);

/** SECURITY: a Region's name becomes part of a host's name. */
const isIn = (region: string, { partition }: SignedInView): boolean =>
  isRegionName(region) && partitionOfRegion(region).id === partition;

/** The session in the key's Region. Errors: kms.invalidArn, key.otherAccount. */
function homeOf(arn: string, session: AwsSession): Result<AwsSession> {
  const { view } = session;
  const parts = parseArn(arn);
  if (parts?.service !== 'kms' || !/^key\/[\w-]{1,256}$/.test(parts.resource) || !isIn(parts.region, view)) {
    return err(localError('key', 'kms.invalidArn'));
  }
  if (parts.accountId !== view.accountId) return err(otherAccount(parts.accountId, view));
  return ok(session.inRegion(parts.region));
}

const otherAccount = (stated: string, { accountId: found }: SignedInView) =>
  localError('key', 'key.otherAccount', { stated, found });
