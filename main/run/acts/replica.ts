import { isRegionName, partitionOfRegion } from '../../aws/regions';
import type { CallOutcome, KmsPort } from '../../aws/kms-port';
import { policyOf } from '../../aws/permission';
import { replicaStatements } from '../../aws/replica-permissions';
import type { KeyFacts } from '../../schemas/key';
import { definedOnly } from '../../shared/defined-only';
import { localError, type AppError } from '../../shared/errors';
import { isDisturbed, mayBeTooEarly, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { changeOnce } from '../change-once';
import { ownAct } from './own-act';

/**
 * ReplicateKey in the primary's Region, with the primary's policy, description and tags as AWS has them now: AWS gives
 * a replica none of them by itself. The replica is looked for in its own Region. Errors: act.replicaRegion {region},
 * act.replicaExists {region, state?}, act.replicaDenied {region, action}; those of the calls.
 */
export const replicateKey: Step<ActRun> = async (context) => {
  const { kms, run, wasUnknown } = context;
  const { keyId } = run.key;
  const { to } = ownAct(run, 'replicate-key');
  // SECURITY: the Region may come from a note.
  if (!isOtherRegion(to, run)) return failed(localError('key', 'act.replicaRegion', { region: to }), 'stop');
  if (!wasUnknown) {
    const before = await describeThere(context, to);
    if (before.outcome === 'done') return failed(existsAlready(to, before.value), 'stop');
  }
  const given = await readGiven(context);
  if (given.outcome !== 'done') {
    return wasUnknown ? { end: 'unknown', error: given.error } : failed(given.error);
  }
  let mayBeSent = wasUnknown;
  const end = await changeOnce(context, {
    operation: 'ReplicateKey',
    isThere: () => (mayBeSent ? isThere(context, to) : Promise.resolve({ outcome: 'done', value: false })),
    send: () => {
      mayBeSent = true;
      return kms.replicateKey({ keyId, replicaRegion: to, ...given.value });
    },
  });
  return end.end === 'failed' ? await explained(context, to, end.error) : end;
};

/** DescribeKey there until AWS has made it, a minute at most. Error: act.notSeen {state}. */
export const seeReplica: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const { to } = ownAct(run, 'replicate-key');
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => describeThere(context, to),
    (outcome) =>
      outcome.outcome === 'done'
        ? outcome.value.state === 'Creating'
        : isDisturbed(outcome) || mayBeTooEarly(outcome),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const { state } = seen.value;
  if (state === 'Creating') return failed(localError('run', 'act.notSeen', { state }, 'same'));
  const primary = await describeKeyOf(context);
  if (primary.outcome !== 'done') return failed(primary.error);
  run.key = primary.value;
  run.replica = seen.value;
  run.checkedAt = ports.clock.now();
  run.changes = [{ what: 'replica', name: to, before: '', after: state }];
  return done(primary.requestId);
};

/** Whether a replica can be there: in the same partition, and not where the primary is. */
export const isOtherRegion = (
  to: string,
  { region, partition }: Pick<ActRun, 'region' | 'partition'>,
): boolean => to !== region && isRegionName(to) && partitionOfRegion(to).id === partition;

async function readGiven({
  call,
  kms,
  run,
}: StepContext<ActRun>): Promise<CallOutcome<Omit<Given, 'keyId' | 'replicaRegion'>>> {
  const { keyId } = run.key;
  const described = await call('DescribeKey', () => kms.describeKey(keyId));
  if (described.outcome !== 'done') return described;
  const policy = await call('GetKeyPolicy', () => kms.getKeyPolicy(keyId));
  if (policy.outcome !== 'done') return policy;
  const tags = await call('ListResourceTags', () => kms.listTags(keyId));
  if (tags.outcome !== 'done') return tags;
  const given = {
    policy: policy.value,
    description: described.value.description,
    // Those that AWS made itself, nobody else can give to a key.
    tags: tags.value.filter(({ key }) => !key.toLowerCase().startsWith('aws:')),
  };
  return { outcome: 'done', value: given };
}

type Given = Parameters<KmsPort['replicateKey']>[0];

const describeThere = (
  { call, kmsIn, run }: StepContext<ActRun>,
  to: string,
): Promise<CallOutcome<KeyFacts>> => call('DescribeKey', () => kmsIn(to).describeKey(run.key.keyId));

async function isThere(context: StepContext<ActRun>, to: string): Promise<CallOutcome<boolean>> {
  const found = await describeThere(context, to);
  if (found.outcome === 'done') return { ...found, value: true };
  return found.error.code === 'kms.notFound' ? { outcome: 'done', value: false } : found;
}

/** What AWS refused, as it is meant for a replica: the code that exists already is that of an alias elsewhere. */
async function explained(context: StepContext<ActRun>, to: string, error: AppError): Promise<StepEnd> {
  const { code, facts = {}, requestId } = error;
  if (code === 'kms.aliasTaken') {
    const found = await describeThere(context, to);
    return failed(existsAlready(to, found.outcome === 'done' ? found.value : undefined), 'stop');
  }
  const { action } = facts;
  if (code !== 'aws.accessDenied' || action === undefined || action === 'kms:ReplicateKey')
    return failed(error);
  const needed = [...new Set(['kms:CreateKey', 'kms:TagResource', String(action)])];
  const statement = policyOf(replicaStatements(needed, to));
  const denied = localError('run', 'act.replicaDenied', { region: to, action, statement }, 'same');
  return failed({ ...denied, ...definedOnly({ requestId }) });
}

const existsAlready = (region: string, key: KeyFacts | undefined): AppError =>
  localError('key', 'act.replicaExists', { region, ...definedOnly({ state: key?.state }) }, 'no');
