import { receiverPolicyText } from '../aws/policy/receiver-statement';
import { trustPolicyText } from '../aws/policy/trust-policy';
import type { FilledRole } from '../receivers/fill-terms';
import { presetById } from '../receivers/presets';
import type { KeyFacts } from '../schemas/key';
import type { ReceiverPreset, ReceiverStatement } from '../schemas/receiver';
import { definedOnly } from '../shared/defined-only';
import type {
  OwnRoleView,
  ReceiverWant,
  ReceiverWantsView,
  RoleTrustView,
  WantedFactView,
} from '../shared/views/receiver-wants';
import { resolveReceiver } from './receiver-access';
import type { ImportRun } from './run';

/** What a receiver is told of whom nothing else is known. */
const usual: readonly ReceiverWant[] = ['key-arn', 'account-id', 'region'];

/** What the receiver of this key wants to be told and done: by its preset, by its card, or as usual. */
export function receiverWantsOf(run: ImportRun, key: KeyFacts): ReceiverWantsView {
  if (run.kind !== 'create') {
    return { facts: factsOf(usual, run, key), stepsBefore: [], steps: [], aftercare: [] };
  }
  const { receiver } = run.plan.draft;
  const preset = presetById(receiver.preset);
  const resolved = resolveReceiver(receiver, run);
  const role = resolved.ok ? resolved.value.role : undefined;
  const note = receiver.note ?? (preset && noteOf(preset));
  return {
    facts: factsOf(note?.wanted ?? usual, run, key, role),
    stepsBefore: note?.stepsBefore ?? [],
    steps: note?.steps ?? [],
    aftercare: note?.aftercare ?? [],
    ...definedOnly({
      where: note?.where,
      source: preset?.source,
      role: role && resolved.ok ? roleView(role, key, resolved.value.access.statements) : undefined,
    }),
  };
}

/** What a card would say in the place of a preset. */
function noteOf({ terms }: ReceiverPreset) {
  const { wants: wanted, where, steps, stepsBefore = 0, aftercare } = terms;
  return {
    wanted,
    stepsBefore: steps.slice(0, stepsBefore),
    steps: steps.slice(stepsBefore),
    aftercare,
    ...definedOnly({ where }),
  };
}

/** Those that can be typed into a field; state, expiration and the like stand elsewhere. */
function factsOf(
  wants: readonly ReceiverWant[],
  run: ImportRun,
  key: KeyFacts,
  role?: FilledRole,
): readonly WantedFactView[] {
  const alias = run.kind === 'create' ? `alias/${run.alias}` : undefined;
  const values: Partial<Record<ReceiverWant, string | undefined>> = {
    'key-arn': key.arn,
    'key-id': key.keyId,
    'account-id': key.accountId,
    region: run.region,
    alias,
    // AWS KMS Developer Guide, "Key identifiers (KeyId)": an alias ARN differs from the key's in its last part.
    'alias-arn': alias && `arn:${run.partition}:kms:${run.region}:${key.accountId}:${alias}`,
    'key-material-id': run.imported?.keyMaterialId ?? key.currentKeyMaterialId,
    'role-arn': role?.arn,
    'external-id': role?.externalId,
  };
  return wants.flatMap((want) => {
    const value = values[want];
    const isOptional = (want === 'alias' || want === 'alias-arn') && wants.includes('key-arn');
    return value === undefined ? [] : [{ want, value, isOptional }];
  });
}

export const trustOf = ({ arn, principal, externalId }: FilledRole): RoleTrustView => ({
  arn,
  trusted: principal,
  externalId,
  trustPolicy: trustPolicyText({ principal, externalId }),
});

function roleView(role: FilledRole, key: KeyFacts, statements: readonly ReceiverStatement[]): OwnRoleView {
  const ofRole = statements.filter(({ principals }) => principals.includes(role.arn));
  return {
    ...trustOf(role),
    ...(role.permissions ? { permissionsPolicy: receiverPolicyText(key.arn, ofRole) } : {}),
  };
}
