import { rowsOf } from '../../run/recipe';
import { recipeOfRotation } from '../../run/recipes/rotate';
import { rotatable, rotationPlan } from '../../run/rotatable';
import type { RequestOf, RunView } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { ok, type Result } from '../../shared/result';
import type { RotationPlanView } from '../../shared/views/acts';
import { materialForKey, runWithMaterial, type MaterialForKeyPorts } from './material-for-key';
import { findOpenedKey } from './opened-key';

/** New material becomes the one that a key encrypts with. */
export function createRotateKey(ports: MaterialForKeyPorts) {
  /** Errors: those of findOpenedKey and of rotatable. Changes nothing. */
  async function planRotation(request: RequestOf<'planRotation'>): Promise<Result<RotationPlanView>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return found;
    const { open, session } = found.value;
    const key = await rotatable(open.facts.arn, session);
    return key.ok ? ok(await rotationPlan(key.value, session)) : key;
  }

  /**
   * Errors: those of materialForKey and rotatable. Nothing is changed before the run begins.
   */
  async function rotateKey(request: RequestOf<'rotateKey'>): Promise<Result<RunView>> {
    const begun = materialForKey(ports, request);
    if (!begun.ok) return begun;
    const { open, session } = begun.value;
    const key = await rotatable(open.facts.arn, session);
    if (!key.ok) return key;
    const { facts } = key.value.described;
    const policy = await session.kms.getKeyPolicy(facts.keyId);
    return await ports.runs.start(
      {
        kind: 'rotate',
        ...runWithMaterial(ports, begun.value, facts, rowsOf(recipeOfRotation({ before: facts }))),
        expiry: request.expiry,
        ...definedOnly({ policyBefore: policy.outcome === 'done' ? policy.value : undefined }),
      },
      session,
    );
  }

  return { verbs: { planRotation, rotateKey } };
}
