import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { openSession } from '../../main/aws/open-session';
import type { AwsSession } from '../../main/aws/session';
import { clientConfig } from '../../main/aws/transport/client-settings';
import { createLookAfter } from '../../main/jobs/look-after/look-after';
import type { LogEntry } from '../../main/platform/log';
import type { PracticeOptions } from '../../main/practice/options';
import { createPracticeAws } from '../../main/practice/practice-aws';
import type { OpenKey } from '../../main/run/open-key';
import type { RunJournal } from '../../main/run/journal';
import type { KeyListUpdate, KeyRow } from '../../main/shared/views/keys';
import { testCredentials } from './aws-answers';
import { createFaultyHandler } from './faulty-handler';
import { createMovingClock } from './moving-clock';
import { valueOf } from './results';

/** The verbs of looking after keys as main wires them, on the AWS SDK and a practice AWS, with faults on request. */
export function createLookAfterJob(
  options: Partial<PracticeOptions> = {},
  { runs = [] }: { readonly runs?: Awaited<ReturnType<RunJournal['find']>>['runs'] } = {},
) {
  const clock = createMovingClock();
  const practice = createPracticeAws({ now: clock.now, ...options });
  const way = createFaultyHandler(practice);
  const sessions = new Map<string, AwsSession>();
  const keysAtHand = new Map<string, OpenKey>();
  const updates: KeyListUpdate[] = [];
  const logged: LogEntry[] = [];
  const job = createLookAfter({
    clock,
    log: (entry) => logged.push(entry),
    journal: {
      find: () => Promise.resolve({ runs, unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    finished: {
      find: () => Promise.resolve({ found: [], unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    findSession: (handle) => sessions.get(handle),
    keysAtHand,
    emit: (update) => updates.push(update),
  });
  const settings = (region: string, requestHandler = way) => ({
    region,
    requestHandler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });

  return {
    ...job,
    clock,
    way,
    updates,
    logged,
    keysAtHand,
    async signIn(region = 'eu-central-1'): Promise<string> {
      const session = valueOf(
        await openSession({
          mode: 'practice',
          region,
          credentials: testCredentials,
          reach: (_service, where) => settings(where),
          patience: { sleep: clock.sleep, random: () => 0 },
        }),
      );
      sessions.set(session.view.session, session);
      return session.view.session;
    },
    /** As somebody else does it, over a way without faults. */
    outside: (region = 'eu-central-1') =>
      new KMSClient(clientConfig({ ...settings(region), requestHandler: practice }, testCredentials)),
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
