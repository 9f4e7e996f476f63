import type { CallOutcome, KeyFacts, KeyMaterialFacts } from '../../aws/kms-port';
import type { ListedMaterial } from '../../schemas/import-facts';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { isPermanent } from '../../shared/rotation';
import type { Expiry } from '../../shared/views/aws';
import { isDisturbed, patienceMs, repeatWhile } from '../calls';
import { hasHeldMaterial } from '../own-key';
import { done, failed, type Step, type StepContext } from '../recipe';
import { keyOf, type FinishRun, type ReimportRun } from '../run';
import { describeKeyOf, describeUntilEnabled, keyChanged } from './describe';

type Following = FinishRun | ReimportRun;

type NotSettled = Extract<ReturnType<typeof keyChanged>, object>;

/** `materials`: of a symmetric key, where AWS tells them. */
interface Seen {
  readonly facts: KeyFacts;
  readonly materials?: readonly ListedMaterial[];
}

/**
 * DescribeKey and ListKeyRotations until AWS says what the import did, a minute at most: the material is there, with the
 * expiry that was asked for, and the key is enabled, or disabled as it was before, or it stays stopped because other
 * material of it is still missing. Errors: run.keyChanged, verify.otherMaterial, verify.notEnabled,
 * reimport.expiryNotSeen.
 */
export const followState: Step<Following> = async (context) => {
  const { run, ports } = context;
  const seen = await repeatWhile(
    ports.clock,
    patienceMs,
    () => look(context),
    (outcome) =>
      outcome.outcome === 'done'
        ? keyChanged(outcome.value.facts, run.before) === undefined &&
          whyNotSettled(run, outcome.value) !== undefined
        : isDisturbed(outcome),
  );
  if (seen.outcome !== 'done') return failed(seen.error);
  const { facts, materials } = seen.value;
  const end = keyChanged(facts, run.before) ?? whyNotSettled(run, seen.value);
  if (end !== undefined) return end;
  run.key = facts;
  if (materials !== undefined) run.materials = materials;
  run.checkedAt = ports.clock.now();
  return done(seen.requestId);
};

/** The same for material that came wrapped, where the key had material before. */
export const followFinished: Step<FinishRun> = (context) =>
  hasHeldMaterial(context.run.before) ? followState(context) : describeUntilEnabled(context);

async function look(context: StepContext<Following>): Promise<CallOutcome<Seen>> {
  const described = await describeKeyOf(context);
  if (described.outcome !== 'done') return described;
  const facts = described.value;
  const materials = await listMaterials(context, facts);
  return { ...described, value: { facts, ...definedOnly({ materials }) } };
}

/** Undefined where AWS does not tell: a person may have no right to ask, and not every key has a list. */
async function listMaterials(
  { kms, call, run }: StepContext<Following>,
  { keySpec }: KeyFacts,
): Promise<readonly ListedMaterial[] | undefined> {
  if (keySpec !== 'SYMMETRIC_DEFAULT') return undefined;
  const listed = await call('ListKeyRotations', () => kms.listMaterials(keyOf(run).keyId));
  return listed.outcome === 'done' ? listed.value.map(listedMaterial) : undefined;
}

export const listedMaterial = (material: KeyMaterialFacts): ListedMaterial => {
  const { id, isThere, validTo } = material;
  return { id, isNeeded: isPermanent(material), isThere, ...definedOnly({ validTo }) };
};

/** Why what was seen is not what the import leads to, as far as it can be told. */
function whyNotSettled(run: Following, { facts, materials }: Seen): NotSettled | undefined {
  const notEnabled = fail('verify.notEnabled', { state: facts.state });
  const imported = run.imported?.keyMaterialId;
  const own = materials?.find(({ id }) => id === imported);
  if (materials !== undefined && imported !== undefined && own === undefined) {
    return fail('verify.otherMaterial', { imported, current: facts.currentKeyMaterialId ?? '' });
  }
  if (own !== undefined && !own.isThere) return notEnabled;
  const isHeldBack = materials?.some(({ isNeeded, isThere }) => isNeeded && !isThere) === true;
  if (facts.state !== 'Enabled' && facts.state !== 'Disabled' && !isHeldBack) return notEnabled;
  // Of a key with several materials, DescribeKey answers the earliest expiry.
  const isSingle = facts.keySpec !== 'SYMMETRIC_DEFAULT' || (materials?.length ?? 0) === 1;
  const dates = own ?? (isSingle ? facts : undefined);
  return dates === undefined || isSameExpiry(run.expiry, dates.validTo)
    ? undefined
    : fail('reimport.expiryNotSeen', {});
}

const fail = (
  code: 'verify.notEnabled' | 'verify.otherMaterial' | 'reimport.expiryNotSeen',
  facts: Record<string, string>,
): NotSettled => ({ end: 'failed', error: localError('run', code, facts, 'same') });

/** AWS keeps whole seconds. */
function isSameExpiry(asked: Expiry, found: Date | undefined): boolean {
  if (asked.kind === 'never' || found === undefined)
    return (asked.kind === 'never') === (found === undefined);
  return Math.abs(Date.parse(asked.validTo) - found.getTime()) < 1000;
}
