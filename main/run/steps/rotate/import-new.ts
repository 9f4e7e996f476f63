import { localError } from '../../../shared/errors';
import { failed, type Step, type StepContext, type StepEnd } from '../../recipe';
import type { RotateRun } from '../../run';
import { importMaterial } from '../import';
import { listMaterials, waitingIn } from './materials';

const maxSendings = 3;

/**
 * Imports the material as new. AWS keeps one at most that waits, so the list says what became of an import whose answer
 * was lost: what waits then is imported once more by its ID, which AWS takes only if the bytes are the same.
 * Source: AWS KMS API Reference, ImportKeyMaterial.
 *
 * Errors: those of importMaterial and ListKeyRotations; rotate.waiting {found}, rotate.sameMaterial, rotate.otherWaiting.
 */
export const importNew: Step<RotateRun> = async (context) => {
  const { ports } = context;
  let { wasUnknown } = context;
  for (let sending = 1; ; sending++) {
    const stopped = await findOwn(context, wasUnknown);
    if (stopped !== undefined) return stopped;
    const end = await importMaterial({ ...context, wasUnknown });
    const mayBeThere = end.end === 'unknown';
    // Material of somebody else may have come in between.
    const isInTheWay = end.end === 'failed' && end.error.code === 'kms.invalidState';
    if (!(mayBeThere || isInTheWay) || sending === maxSendings) return named(context.run, end);
    wasUnknown = mayBeThere;
    await ports.clock.sleep(1000 * sending);
  }
};

/** Looks for the material on the key; undefined where it may be sent. */
async function findOwn(context: StepContext<RotateRun>, wasUnknown: boolean): Promise<StepEnd | undefined> {
  const { run } = context;
  const listed = await listMaterials(context);
  if (listed.outcome !== 'done') {
    return wasUnknown ? { end: 'unknown', error: listed.error } : failed(listed.error);
  }
  const waiting = waitingIn(listed.value);
  if (wasUnknown || run.sentCheckValue !== undefined) {
    const noted = listed.value.find(({ id }) => id === run.newMaterialId);
    const own = waiting ?? noted;
    if (own === undefined) delete run.newMaterialId;
    else run.newMaterialId = own.id;
    return undefined;
  }
  delete run.newMaterialId;
  return waiting && failed(localError('run', 'rotate.waiting', { found: waiting.id }, 'no'), 'stop');
}

function named(run: RotateRun, end: StepEnd): StepEnd {
  if (end.end === 'done' && run.imported?.keyMaterialId !== undefined) {
    run.newMaterialId = run.imported.keyMaterialId;
  }
  if (end.end !== 'failed' || end.error.code !== 'kms.incorrectKeyMaterial') return end;
  const code = run.newMaterialId === undefined ? 'rotate.sameMaterial' : 'rotate.otherWaiting';
  const facts = run.newMaterialId === undefined ? undefined : { found: run.newMaterialId };
  return failed({ ...end.error, ...localError('run', code, facts, 'no') }, 'stop');
}
