import type { Expiry, TagView } from '../shared/views/aws';
import { localError, type AppError, type AppErrorCode } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { parseArn } from './arn';

/** Limits of AWS KMS for aliases, descriptions, tags and policies (KMS Developer Guide, "Resource quotas"). */
const keyLimits = {
  /** Including `alias/`. */
  maxAliasChars: 256,
  maxDescriptionChars: 8192,
  maxTags: 50,
  maxTagKeyChars: 128,
  maxTagValueChars: 256,
  maxPolicyBytes: 32768,
  maxExpiryDays: 365,
} as const;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Checks an alias as it is typed, without `alias/`.
 * @returns the name for KMS, with `alias/`; or error `key.alias` with a reason.
 */
export function checkAlias(alias: string): Result<string> {
  const refuse = (reason: string) => err(refused('key.alias', { reason }));
  if (alias === '') return refuse('empty');
  if (alias.startsWith('alias/')) return refuse('prefix');
  if (alias.startsWith('aws/')) return refuse('reserved');
  if (!/^[a-zA-Z0-9/_-]+$/.test(alias)) return refuse('characters');
  const name = `alias/${alias}`;
  return name.length > keyLimits.maxAliasChars ? refuse('tooLong') : ok(name);
}

/** Error: `key.description`. A description appears in CloudTrail, so it must contain nothing secret. */
export function checkDescription(description: string): Result<string> {
  if (description.length > keyLimits.maxDescriptionChars) {
    return err(refused('key.description', { reason: 'tooLong', max: keyLimits.maxDescriptionChars }));
  }
  if (/[\p{Cc}\p{Cs}]/u.test(description.replace(/[\t\n\r]/g, ''))) {
    return err(refused('key.description', { reason: 'characters' }));
  }
  return ok(description);
}

/**
 * Error: `key.tags` with a reason and the number of the tag (from 1).
 * @param own tags that the app adds itself; they count, and other tags may not use their keys.
 */
export function checkTags(
  tags: readonly TagView[],
  own: readonly TagView[] = [],
): Result<readonly TagView[]> {
  const refuse = (reason: string, at?: number) =>
    err(refused('key.tags', { reason, ...(at === undefined ? {} : { tag: at + 1 }) }));
  if (tags.length + own.length > keyLimits.maxTags) return refuse('tooMany');
  const taken = new Set(own.map(({ key }) => key));
  for (const [at, { key, value }] of tags.entries()) {
    if (key === '') return refuse('empty', at);
    if (key.length > keyLimits.maxTagKeyChars || value.length > keyLimits.maxTagValueChars) {
      return refuse('tooLong', at);
    }
    if (key.toLowerCase().startsWith('aws:')) return refuse('reserved', at);
    if (!tagCharacters.test(key) || !tagCharacters.test(value)) return refuse('characters', at);
    if (taken.has(key)) return refuse('duplicate', at);
    taken.add(key);
  }
  return ok(tags);
}

const tagCharacters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Checks an administrator or a user of the key: an IAM user or role of the account that will own it. The ARN of a
 * session is refused: its role is the principal. Error: `key.principal` with a reason.
 */
export function checkPrincipal(
  text: string,
  own: { readonly accountId: string; readonly partition: string },
): Result<string> {
  const refuse = (reason: string) => err(refused('key.principal', { reason }));
  const arn = parseArn(text.trim());
  if (!arn) return refuse('shape');
  if (arn.partition !== own.partition) return refuse('partition');
  if (arn.service === 'sts') return refuse('session');
  if (arn.service !== 'iam' || arn.region !== '') return refuse('shape');
  if (arn.accountId !== own.accountId) return refuse('account');
  if (!/^(user|role)\/([\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/.test(arn.resource)) return refuse('shape');
  if (arn.resource.includes('*') || arn.resource.includes('?')) return refuse('wildcard');
  if (arn.resource.startsWith('role/aws-service-role/')) return refuse('serviceLinked');
  return ok(text.trim());
}

/** Errors: `key.policyTooLarge`, `key.principal` {reason}. @param policy JSON text, as it will be sent. */
export function checkPolicySize(policy: string): Result<string> {
  const bytes = new TextEncoder().encode(policy).length;
  if (bytes > keyLimits.maxPolicyBytes) {
    return err(refused('key.policyTooLarge', { bytes, max: keyLimits.maxPolicyBytes }));
  }
  // KMS accepts these characters in a policy: printable ones up to U+00FF, tab, line feed, carriage return.
  if (/[^\t\n\r\x20-\x7e\xa0-\xff]/.test(policy))
    return err(refused('key.principal', { reason: 'characters' }));
  return ok(policy);
}

/**
 * Error: `key.expiry` for an invalid date, one in the past, or one more than 365 days away.
 * @param now AWS's time.
 */
export function checkExpiry(expiry: Expiry, now: Date): Result<Expiry> {
  if (expiry.kind === 'never') return ok(expiry);
  const validTo = Date.parse(expiry.validTo);
  if (Number.isNaN(validTo)) return err(refused('key.expiry', { reason: 'unreadable' }));
  if (validTo <= now.getTime()) return err(refused('key.expiry', { reason: 'past' }));
  if (validTo > now.getTime() + keyLimits.maxExpiryDays * dayMs) {
    return err(refused('key.expiry', { reason: 'tooFar', maxDays: keyLimits.maxExpiryDays }));
  }
  return ok(expiry);
}

function refused(code: AppErrorCode, facts: Readonly<Record<string, string | number>>): AppError {
  return localError('key', code, facts);
}
