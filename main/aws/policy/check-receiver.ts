import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { parseArn } from '../arn';

/**
 * Reads the receiver's account as people write it: 12 digits, with spaces or dashes anywhere, or the ARN of the
 * account's root. SECURITY: the ARN of a role or a user is refused, because the key policy would allow its whole
 * account.
 * @returns the 12 digits; or error `receiver.account` with a reason (`digits`, `length`, `partition`, `principal`), or
 * `receiver.ownAccount`.
 */
export function checkReceiverAccount(
  text: string,
  own: { readonly accountId: string | undefined; readonly partition: string },
): Result<string> {
  const arn = parseArn(text.trim());
  if (arn && arn.partition !== own.partition) {
    return refuse({ reason: 'partition', partition: arn.partition, ownPartition: own.partition });
  }
  if (arn && !(arn.service === 'iam' && arn.resource === 'root')) {
    return refuse({ reason: 'principal', ...(arn.accountId === '' ? {} : { accountId: arn.accountId }) });
  }
  const digits = (arn?.accountId ?? text).replace(/[\s\p{Zs}\p{Pd}]/gu, '');
  if (!/^\d{12}$/.test(digits)) {
    const onlyDigits = /^\d*$/.test(digits);
    return refuse({
      reason: onlyDigits ? 'length' : 'digits',
      ...(onlyDigits ? { length: digits.length } : {}),
    });
  }
  if (digits === own.accountId)
    return err(localError('receiver', 'receiver.ownAccount', { accountId: digits }));
  return ok(digits);
}

const refuse = (facts: Readonly<Record<string, string | number>>) =>
  err(localError('receiver', 'receiver.account', facts));
