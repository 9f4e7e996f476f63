import { repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext } from '../recipe';
import { keyOf, type CreateRun } from '../run';
import { onceKeyIsKnown } from './once-key-is-known';

const aliasPatienceMs = 15_000;

/** CreateAlias. Whether an alias that is taken, or an answer that was lost, means our key is looked up. */
export const createAlias: Step<CreateRun> = async (context) => {
  const { run, kms, call, ports } = context;
  const { keyId } = keyOf(run);
  const aliasName = `alias/${run.alias}`;
  const isOurs = async (): Promise<boolean> => (await targetOf(context, aliasName)) === keyId;

  if (context.wasUnknown && (await isOurs())) return { end: 'done' };
  const created = await onceKeyIsKnown(context, () =>
    call('CreateAlias', () => kms.createAlias(aliasName, keyId)),
  );
  if (created.outcome === 'done') return done(created.requestId);
  if (created.outcome === 'refused') {
    const taken = created.error.code === 'kms.aliasTaken';
    return taken && (await isOurs()) ? { end: 'done' } : failed(created.error);
  }
  const found = await repeatWhile(ports.clock, aliasPatienceMs, isOurs, (ours) => !ours);
  return found ? { end: 'done' } : { end: 'unknown', error: created.error };
};

/** ListAliases may be forbidden; DescribeKey takes an alias as well. */
async function targetOf({ kms }: StepContext, aliasName: string) {
  const found = await kms.findAlias(aliasName);
  if (found.outcome === 'done') return found.value;
  const described = await kms.describeKey(aliasName);
  return described.outcome === 'done' ? described.value.keyId : undefined;
}
