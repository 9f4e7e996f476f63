import type { CallOutcome, KeyFacts, KeyMaterialFacts } from '../../aws/kms-port';
import { isToBeDeleted } from '../../shared/acts-by-state';
import { localError } from '../../shared/errors';
import { ok } from '../../shared/result';
import { isPermanent } from '../../shared/rotation';
import type { KeyChange } from '../../shared/views/acts';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { done, failed, type Step, type StepContext, type StepEnd } from '../recipe';
import type { ActRun } from '../run';
import { describeKeyOf } from '../steps/describe';
import { ownAct } from './own-act';
import { changeOnce } from '../change-once';

/**
 * Deletes one material after the other, each by its id: without one, AWS takes the current material, whichever that is by
 * then. Each is noted before it is sent, and looked for first, so that none is sent twice.
 */
export const deleteMaterial: Step<ActRun> = async (context) => {
  const { run, kms, wasUnknown } = context;
  let isAnyGone = false;
  let last: StepEnd = { end: 'skipped' };
  for (const [at, id] of idsOf(run).entries()) {
    const name = id ?? 'only';
    const wasBegun = run.begun?.includes(name) === true;
    run.begun = [...new Set([...(run.begun ?? []), name])];
    // The note of the stage stands for the first one.
    const written = at === 0 ? ok(null) : await context.ports.journal.keep(run);
    if (!written.ok) {
      const error = localError('run', 'journal.notWritten', { reason: written.error.code }, 'same');
      return { end: wasUnknown ? 'unknown' : 'failed', error: { ...error, changedInAws: isAnyGone } };
    }
    const end = await changeOnce(
      { ...context, wasUnknown: wasUnknown && (at === 0 || wasBegun) },
      {
        operation: 'DeleteImportedKeyMaterial',
        isThere: () => isGone(context, id),
        send: () => kms.deleteImportedKeyMaterial(run.key.keyId, id),
      },
    );
    if (end.end === 'failed' || end.end === 'unknown') {
      return { ...end, error: { ...end.error, changedInAws: end.error.changedInAws || isAnyGone } };
    }
    isAnyGone ||= end.end === 'done' || wasBegun;
    if (end.end === 'done') last = end;
  }
  return last.end === 'skipped' && isAnyGone ? { end: 'done' } : last;
};

/** What AWS says of the key and its materials, a minute at most until it says what was done. Error: act.notSeen {state}. */
export const seeMaterials: Step<ActRun> = async (context) => {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => look(context),
    (outcome) => (outcome.outcome === 'done' ? !isSettled(run, outcome.value) : isDisturbed(outcome)),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const { facts, materials } = seen.value;
  const { state } = facts;
  if (!isSettled(run, seen.value)) return failed(localError('run', 'act.notSeen', { state }, 'same'));
  run.key = facts;
  run.checkedAt = ports.clock.now();
  const isOurs = run.rows.get('delete-material')?.state !== 'skipped';
  run.changes = [
    ...(isOurs ? idsOf(run).map((id) => changeOf(id, materials)) : []),
    ...(state === run.before.state
      ? []
      : [{ what: 'state', before: run.before.state, after: state } as const]),
  ];
  return done(seen.requestId);
};

/** Undefined for the only material of a key whose materials AWS does not tell. */
function idsOf(run: ActRun): readonly (string | undefined)[] {
  const { materials } = ownAct(run, 'delete-material');
  return materials === 'only' ? [undefined] : materials;
}

interface Seen {
  readonly facts: KeyFacts;
  /** Of a symmetric key. */
  readonly materials?: readonly KeyMaterialFacts[];
}

async function look(context: StepContext<ActRun>): Promise<CallOutcome<Seen>> {
  const described = await describeKeyOf(context);
  if (described.outcome !== 'done') return described;
  const facts = described.value;
  if (ownAct(context.run, 'delete-material').materials === 'only') return { ...described, value: { facts } };
  const listed = await listMaterials(context);
  return listed.outcome === 'done' ? { ...listed, value: { facts, materials: listed.value } } : listed;
}

const listMaterials = ({ run, kms, call }: StepContext<ActRun>) =>
  call('ListKeyRotations', () => kms.listMaterials(run.key.keyId));

async function isGone(context: StepContext<ActRun>, id: string | undefined): Promise<CallOutcome<boolean>> {
  if (id !== undefined) {
    const listed = await listMaterials(context);
    return listed.outcome === 'done' ? { ...listed, value: !isThere(id, listed.value) } : listed;
  }
  const described = await describeKeyOf(context);
  return described.outcome === 'done' ? { ...described, value: hasNone(described.value) } : described;
}

const isThere = (id: string, materials: readonly KeyMaterialFacts[]): boolean =>
  materials.some((material) => material.id === id && material.isThere);

/** AWS says how long material lasts as long as it is there. */
const hasNone = ({ state, expirationModel }: KeyFacts): boolean =>
  state === 'PendingImport' || expirationModel === undefined;

/** A key that waits for its deletion goes on waiting; one that lost only waiting material goes on as before. */
function isSettled(run: ActRun, { facts, materials }: Seen): boolean {
  const { state } = facts;
  if (materials === undefined) return hasNone(facts);
  const ids = idsOf(run).flatMap((id) => id ?? []);
  if (ids.some((id) => isThere(id, materials))) return false;
  const isStopped = materials.some((material) => ids.includes(material.id) && isPermanent(material));
  return isToBeDeleted(state) || !isStopped || state === 'PendingImport';
}

/** As AWS calls an ImportState; material that waited is not listed any more. */
function changeOf(id: string | undefined, materials: Seen['materials']): KeyChange {
  const isListed = materials === undefined || materials.some((material) => material.id === id);
  return {
    what: 'material',
    before: 'IMPORTED',
    after: isListed ? 'PENDING_IMPORT' : 'none',
    ...(id === undefined ? {} : { name: id }),
  };
}
