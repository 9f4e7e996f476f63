import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { DescribedKey, KmsPort } from './kms-port';

/**
 * Whether an alias may be moved to a key: AWS asks that both keys are of the same type and have the same usage. Source:
 * AWS KMS API Reference, UpdateAlias. Changes nothing.
 *
 * Errors: act.aliasGone {alias}, act.aliasOtherKind {alias, keySpec, usage}; those of ListAliases and DescribeKey.
 *
 * @param alias without `alias/`
 * @returns ID of the key that has it
 */
export async function findMovable(
  kms: Pick<KmsPort, 'findAlias' | 'describeInFull'>,
  alias: string,
  keyId: string,
): Promise<Result<string>> {
  const found = await kms.findAlias(`alias/${alias}`);
  if (found.outcome !== 'done') return err(found.error);
  const from = found.value;
  if (from === undefined) return err(localError('key', 'act.aliasGone', { alias }, 'check-first'));
  if (from === keyId) return ok(from);
  const [own, former] = await Promise.all([kms.describeInFull(keyId), kms.describeInFull(from)]);
  if (own.outcome !== 'done') return err(own.error);
  if (former.outcome !== 'done') return err(former.error);
  if (kindOf(own.value) === kindOf(former.value)) return ok(from);
  const { facts, usage = '' } = former.value;
  return err(
    localError('key', 'act.aliasOtherKind', { alias, keySpec: facts.keySpec, usage }, 'change-input'),
  );
}

function kindOf({ facts: { keySpec }, usage = '' }: DescribedKey): string {
  const type =
    keySpec === 'SYMMETRIC_DEFAULT' ? 'symmetric' : keySpec.startsWith('HMAC_') ? 'HMAC' : 'asymmetric';
  return `${type} ${usage}`;
}
