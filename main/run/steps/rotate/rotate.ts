import type { CallOutcome, KeyFacts, KeyMaterialFacts } from '../../../aws/kms-port';
import { localError } from '../../../shared/errors';
import { changeOnce } from '../../change-once';
import { isDisturbed, repeatWhile } from '../../calls';
import { done, failed, type Step, type StepContext } from '../../recipe';
import { describeKeyOf, keyChanged } from '../describe';
import { listedMaterial } from '../follow-state';
import { isRotated, isRunning, listMaterials, newMaterialOf, type Rotating } from './materials';

/** AWS rotates by itself once it was asked, and does not say how long that takes. */
const rotationMs = 10 * 60_000;

/**
 * RotateKeyOnDemand, once; nothing undoes it. Source: AWS KMS API Reference, RotateKeyOnDemand.
 *
 * Errors: those of isRotated and RotateKeyOnDemand; rotate.usedUp.
 */
export const rotate: Step<Rotating> = async (context) => {
  const end = await changeOnce(context, {
    operation: 'RotateKeyOnDemand',
    isThere: () => isRotated(context),
    send: async () => {
      const sent = await context.kms.rotateKeyOnDemand(context.run.key.keyId);
      // A rotation is running, and it is one to the only material that waits.
      const isRunningAlready = sent.outcome === 'refused' && sent.error.code === 'kms.conflict';
      return isRunningAlready ? { outcome: 'done', value: null } : sent;
    },
  });
  if (end.end !== 'failed' || end.error.code !== 'kms.limitExceeded') return end;
  return failed({ ...end.error, ...localError('run', 'rotate.usedUp', undefined, 'no') }, 'stop');
};

interface Seen {
  readonly facts: KeyFacts;
  readonly materials: readonly KeyMaterialFacts[];
}

/** Asks AWS until the new material is the current one. Errors: rotate.notSeen, run.keyChanged; those of the calls. */
export const seeRotated: Step<Rotating> = async (context) => {
  const { run, ports } = context;
  const newId = newMaterialOf(run);
  const isCurrent = ({ materials }: Seen): boolean =>
    materials.some(({ id, role }) => id === newId && role === 'CURRENT');
  const seen = await repeatWhile(
    ports.clock,
    rotationMs,
    () => look(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? keyChanged(outcome.value.facts) === undefined && !isCurrent(outcome.value)
        : isDisturbed(outcome),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const { facts, materials } = seen.value;
  const changed = keyChanged(facts);
  if (changed !== undefined) return changed;
  if (!isCurrent(seen.value)) {
    const isStill = await isRunning(context);
    return failed(localError('run', 'rotate.notSeen', { state: isStill ? 'running' : 'unknown' }, 'same'));
  }
  run.key = facts;
  run.checkedAt = ports.clock.now();
  if (run.kind === 'rotate') run.materials = materials.map(listedMaterial);
  else {
    const before = run.before.currentKeyMaterialId ?? '';
    run.changes = before === newId ? [] : [{ what: 'current-material', before, after: newId }];
  }
  return done(seen.requestId);
};

async function look(context: StepContext<Rotating>): Promise<CallOutcome<Seen>> {
  const listed = await listMaterials(context);
  if (listed.outcome !== 'done') return listed;
  const described = await describeKeyOf(context);
  return described.outcome === 'done'
    ? { ...described, value: { facts: described.value, materials: listed.value } }
    : described;
}
