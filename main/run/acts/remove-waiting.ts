import type { CallOutcome } from '../../aws/kms-port';
import { localError } from '../../shared/errors';
import { waitsForRotation } from '../../shared/rotation';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { isRunning, listMaterials, newMaterialOf } from '../steps/rotate/materials';
import { changeOnce } from '../change-once';

/**
 * Takes new material off the key that was imported, and is not in use yet; nothing is encrypted with it.
 * Source: AWS KMS API Reference, DeleteImportedKeyMaterial. Errors: rotate.alreadyRotated, rotate.running.
 */
export const removeWaiting: Step<ActRun> = (context) =>
  changeOnce(context, {
    operation: 'DeleteImportedKeyMaterial',
    isThere: () => isGone(context),
    send: () => context.kms.deleteImportedKeyMaterial(context.run.key.keyId, newMaterialOf(context.run)),
  });

/** DescribeKey and ListKeyRotations until the material is gone, a minute at most. Error: act.notSeen. */
export const seeRemoved: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => isGone(context),
    (outcome) => (outcome.outcome === 'done' ? !outcome.value : isDisturbed(outcome)),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const described = await describeKeyOf(context);
  if (described.outcome !== 'done') return failed(described.error);
  const { state } = described.value;
  if (!seen.value) return failed(localError('run', 'act.notSeen', { state }, 'same'));
  run.key = described.value;
  run.checkedAt = ports.clock.now();
  run.changes = [{ what: 'waiting-material', before: newMaterialOf(run), after: 'removed' }];
  return done(described.requestId);
};

/** SECURITY: a key whose current or former material is deleted stops, so only what waits is deleted here. */
async function isGone(context: StepContext<ActRun>): Promise<CallOutcome<boolean>> {
  const listed = await listMaterials(context);
  if (listed.outcome !== 'done') return listed;
  const own = listed.value.find(({ id }) => id === newMaterialOf(context.run));
  if (own === undefined || (waitsForRotation(own) && !own.isThere)) return { ...listed, value: true };
  if (!waitsForRotation(own)) return refused('rotate.alreadyRotated');
  return (await isRunning(context)) ? refused('rotate.running') : { ...listed, value: false };
}

const refused = (code: 'rotate.alreadyRotated' | 'rotate.running'): CallOutcome<never> => ({
  outcome: 'refused',
  error: localError('run', code, undefined, 'no'),
});
