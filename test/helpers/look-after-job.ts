import { noSettings } from '../../main/shared/organisation-forbids';
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { openSession } from '../../main/aws/open-session';
import type { AwsSession } from '../../main/aws/session';
import { clientConfig } from '../../main/aws/transport/client-settings';
import type { RequestHandler } from '../../main/aws/transport/request-handler';
import { createLookAfter } from '../../main/jobs/look-after/look-after';
import type { OfflineWork } from '../../main/jobs/offline-journal';
import type { LogEntry } from '../../main/platform/log';
import type { PracticeOptions } from '../../main/practice/options';
import { practiceAws } from './practice-aws';
import type { OpenKey } from '../../main/run/open-key';
import type { Run } from '../../main/run/run';
import type { KeyListUpdate, KeyRow } from '../../main/shared/views/keys';
import { testCredentials } from './aws-answers';
import { createFaultyHandler, type FaultyHandler } from './faulty-handler';
import { createMovingClock } from './moving-clock';
import { valueOf } from './results';

export interface LookAfterHouse {
  /** Unfinished runs: ARN of the key, by the id of the run. */
  readonly notedKeys?: Readonly<Record<string, string>>;
  /** The same of the offline job. */
  readonly offlineKeys?: Readonly<Record<string, string>>;
  /** How far the clock of this computer is behind AWS's. */
  readonly awsIsAheadMs?: number;
}

/** The verbs of looking after keys as main wires them, on the AWS SDK and a practice AWS, with faults on request. */
export function createLookAfterJob(
  options: Partial<PracticeOptions> = {},
  { notedKeys = {}, offlineKeys = {}, awsIsAheadMs = 0 }: LookAfterHouse = {},
) {
  const clock = createMovingClock();
  const awsNow = (): Date => new Date(clock.now().getTime() + awsIsAheadMs);
  const practice = practiceAws({ now: awsNow, ...options });
  const flight = { now: 0, most: 0 };
  const way = createFaultyHandler({
    handle: async (request, options) => {
      flight.now += 1;
      flight.most = Math.max(flight.most, flight.now);
      try {
        return await practice.handle(request, options);
      } finally {
        flight.now -= 1;
      }
    },
  });
  const sessions = new Map<string, AwsSession>();
  const keysAtHand = new Map<string, OpenKey>();
  const updates: KeyListUpdate[] = [];
  const logged: LogEntry[] = [];
  const job = createLookAfter({
    organisation: noSettings,
    clock,
    log: (entry) => logged.push(entry),
    journal: {
      find: () =>
        Promise.resolve({ runs: runsOf(notedKeys), unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    offlineJournal: {
      find: () =>
        Promise.resolve({
          found: offlineOf(offlineKeys),
          unusable: [],
          unconfirmed: new Map(),
          older: new Set(),
        }),
    },
    finished: {
      find: () => Promise.resolve({ found: [], unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    sampleKeys: () => Promise.resolve(),
    findSession: (handle) => sessions.get(handle),
    keysAtHand,
    emit: (update) => updates.push(update),
  });
  const ways = new Map<string, FaultyHandler>();
  function wayTo(region: string): FaultyHandler {
    const toIt = ways.get(region) ?? createFaultyHandler(way);
    ways.set(region, toIt);
    return toIt;
  }
  const settings = (region: string, requestHandler: RequestHandler) => ({
    region,
    requestHandler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });

  return {
    ...job,
    practice,
    mostInFlight: () => flight.most,
    clock,
    /** To every Region; what is planned for one of them is asked first. */
    way,
    wayTo,
    awsNow,
    updates,
    logged,
    keysAtHand,
    async signIn(region = 'eu-central-1'): Promise<string> {
      const session = valueOf(
        await openSession({
          mode: 'practice',
          region,
          credentials: testCredentials,
          reach: (_service, where) => settings(where, wayTo(where)),
          patience: { sleep: clock.sleep, random: () => 0 },
        }),
      );
      sessions.set(session.view.session, session);
      return session.view.session;
    },
    /** As somebody else does it, over a way without faults. */
    outside: (region = 'eu-central-1') =>
      new KMSClient(clientConfig(settings(region, practice), testCredentials)),
    /** The rows as the page has them after what it was told. */
    rows(): readonly KeyRow[] {
      const rows = new Map<string, KeyRow>();
      for (const update of updates) {
        for (const row of update.rows) rows.set(row.arn, row);
        for (const arn of update.gone) rows.delete(arn);
      }
      return [...rows.values()];
    },
  };
}

/** Only these fields of a run are looked at. */
const runsOf = (notedKeys: Readonly<Record<string, string>>): readonly Run[] =>
  Object.entries(notedKeys).map(([id, arn]) => ({ id, kind: 'create', key: { arn } }) as unknown as Run);

const offlineOf = (offlineKeys: Readonly<Record<string, string>>): readonly OfflineWork[] =>
  Object.entries(offlineKeys).map(
    ([id, arn]) => ({ id, parameters: { keyArn: { arn } } }) as unknown as OfflineWork,
  );

export type LookAfterJob = ReturnType<typeof createLookAfterJob>;

/** Makes a key without material. @returns its ARN. */
export async function makeKey(
  client: KMSClient,
  { alias, ...input }: ConstructorParameters<typeof CreateKeyCommand>[0] & { alias?: string } = {},
): Promise<string> {
  const { KeyMetadata } = await client.send(new CreateKeyCommand({ Origin: 'EXTERNAL', ...input }));
  if (alias !== undefined) {
    await client.send(
      new CreateAliasCommand({ AliasName: `alias/${alias}`, TargetKeyId: KeyMetadata?.KeyId }),
    );
  }
  return KeyMetadata?.Arn ?? '';
}
