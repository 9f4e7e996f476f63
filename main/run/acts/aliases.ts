import { findMovable } from '../../aws/alias-move';
import { localError, type AppError } from '../../shared/errors';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { changeOnce } from '../change-once';
import { ownAct } from './own-act';

/** A new alias; AWS refuses one that another key has. */
export const giveAlias: Step<ActRun> = async (context) => {
  const { kms, run } = context;
  const { alias } = ownAct(run, 'give-alias');
  const end = await changeOnce(context, {
    operation: 'CreateAlias',
    isThere: () => isAt(context, alias, run.key.keyId),
    send: () => kms.createAlias(`alias/${alias}`, run.key.keyId),
  });
  return end.end === 'failed' && isNoAlias.includes(end.error.code) ? { ...end, next: 'stop' } : end;
};

/** What no repetition mends: another act is needed. */
const isNoAlias: readonly string[] = ['kms.aliasTaken', 'kms.aliasRefused'];

/** An alias of another key. Both keys are compared again first. */
export const moveAlias: Step<ActRun> = async (context) => {
  const { kms, run } = context;
  const { alias } = ownAct(run, 'move-alias');
  if (!context.wasUnknown) {
    const movable = await findMovable(kms, alias, run.key.keyId);
    if (!movable.ok) return notNow(movable.error);
  }
  return await changeOnce(context, {
    operation: 'UpdateAlias',
    isThere: () => isAt(context, alias, run.key.keyId),
    send: () => kms.updateAlias(`alias/${alias}`, run.key.keyId),
  });
};

/** An alias of this key: one that somebody moved to another key meanwhile is not ours to delete. */
export const removeAlias: Step<ActRun> = async (context) => {
  const { kms, run } = context;
  const { alias } = ownAct(run, 'remove-alias');
  const found = await findAliasOf(context, alias);
  if (found.outcome === 'done' && found.value !== undefined && found.value !== run.key.keyId) {
    return notNow(localError('key', 'act.aliasElsewhere', { alias, keyId: found.value }, 'no'));
  }
  return await changeOnce(context, {
    operation: 'DeleteAlias',
    isThere: () => isAt(context, alias, undefined),
    send: () => kms.deleteAlias(`alias/${alias}`),
  });
};

const notNow = (error: AppError): StepEnd =>
  failed(error, error.code.startsWith('act.') ? 'stop' : undefined);

/** Until AWS answers the alias where it was wanted, a minute at most. Error: act.notSeen. */
export const seeAlias: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const { do: name, alias } = ownAct(run, 'give-alias', 'move-alias', 'remove-alias');
  const wanted = name === 'remove-alias' ? undefined : run.key.keyId;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => isAt(context, alias, wanted),
    (outcome) => (outcome.outcome === 'done' ? !outcome.value : isDisturbed(outcome)),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  if (!seen.value) return failed(localError('run', 'act.notSeen', undefined, 'same'));
  const described = await describeKeyOf(context);
  if (described.outcome !== 'done') return failed(described.error);
  run.key = described.value;
  run.checkedAt = ports.clock.now();
  const [before, after] = [run.aliasWas ?? '', wanted ?? ''];
  run.changes = before === after ? [] : [{ what: 'alias', name: alias, before, after }];
  return done(described.requestId);
};

const findAliasOf = ({ call, kms }: StepContext<ActRun>, alias: string) =>
  call('ListAliases', () => kms.findAlias(`alias/${alias}`));

async function isAt(context: StepContext<ActRun>, alias: string, keyId: string | undefined) {
  const found = await findAliasOf(context, alias);
  return found.outcome === 'done' ? { ...found, value: found.value === keyId } : found;
}
