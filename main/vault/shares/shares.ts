import { randomBytes, timingSafeEqual } from 'node:crypto';
import { localError, type AppError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { checkValueOf } from '../check-value';
import type { CopyFacts } from '../copies/copy-document';
import { Secret } from '../secret';
import type { Share } from './share';
import { sharesDiffer } from './shares-differ';
import { tidyText } from '../material/tidy-text';

export type { Share };

/**
 * Splits key material by Shamir's scheme (1979), byte by byte over GF(2^8) with the polynomial 0x11b.
 *
 * @param plan any `threshold` custodians (2 or more) suffice; each custodian gets a share, in their order.
 * @returns shares, each with digits that the caller wipes
 * @throws when the plan breaks these rules
 */
export async function splitSecret(
  secret: Secret,
  plan: { readonly threshold: number; readonly custodians: readonly string[] },
  facts: CopyFacts,
): Promise<readonly Share[]> {
  const { threshold, custodians } = plan;
  const count = custodians.length;
  const { split } = await import('shamir-secret-sharing');
  // SECURITY: the library's coefficients and buffers cannot be wiped from here; they end with this process.
  const parts = await secret.use((bytes) => split(plainView(bytes), count, threshold));
  const set = { serial: newSerial(), threshold, count };
  return parts.map((part, index) => ({
    set,
    number: index + 1,
    custodian: tidyText(custodians[index] ?? ''),
    facts,
    digits: Secret.take(part),
  }));
}

/**
 * Combines shares of one set and proves the result by its check value. Every share counts: one that is not on the same
 * polynomials as the others is an error, even if the others would suffice. The same share twice counts once.
 *
 * Errors: copy.mixedShares {serials?}, copy.tooFewShares {have, need}, copy.sharesDisagree: with the facts of
 * sharesDiffer where two shares say different things, without facts where their digits do not match.
 * @returns the material, which is the caller's to wipe; the shares stay as they are
 */
export async function combineShares(
  shares: readonly Share[],
): Promise<Result<{ readonly secret: Secret; readonly facts: CopyFacts }>> {
  const [first] = shares;
  const need = first?.set.threshold ?? 2;
  if (first && !shares.every((share) => isOfSameSet(share, first))) {
    const serials = new Set(shares.map(({ set }) => set.serial));
    return refuse('copy.mixedShares', serials.size > 1 ? { serials: [...serials].join(', ') } : undefined);
  }
  const differ = sharesDiffer(shares);
  if (differ) return refuse('copy.sharesDisagree', differ);
  const different = shares.filter(
    (share, index) => !shares.slice(0, index).some((other) => isSameShare(share, other)),
  );
  const numbers = new Set(different.map(({ number }) => number));
  const points = new Set(different.map(({ digits }) => digits.use((bytes) => bytes.at(-1))));
  if (numbers.size < different.length || points.size < different.length) return refuse('copy.sharesDisagree');
  if (!first || different.length < need) {
    return refuse('copy.tooFewShares', { have: different.length, need });
  }

  const secret = await combineAll(
    different.map(({ digits }) => digits),
    need,
  );
  if (secret?.use(checkValueOf) === first.facts.checkValue) return ok({ secret, facts: first.facts });
  secret?.wipe();
  return refuse('copy.sharesDisagree');
}

/**
 * The value at zero of the polynomials through the first `need` shares; undefined if another share does not lie on
 * them. To test another share, it takes the place of one of the first `need`: if the polynomials through these have the
 * same value at zero, both agree at `need` places, and so they are the same.
 */
async function combineAll(digits: readonly Secret[], need: number): Promise<Secret | undefined> {
  const basis = digits.slice(0, need - 1);
  const [first, ...others] = digits.slice(need - 1);
  if (!first) throw new RangeError('There are fewer shares than are needed.');
  const secret = await combine([...basis, first]);
  for (const other of others) {
    const again = await combine([...basis, other]);
    const agrees = isSameSecret(secret, again);
    again.wipe();
    if (agrees) continue;
    secret.wipe();
    return undefined;
  }
  return secret;
}

async function combine(digits: readonly Secret[]): Promise<Secret> {
  const library = await import('shamir-secret-sharing');
  return Secret.take(await useEach(digits, (points) => library.combine([...points])));
}

/** Lends the bytes of all secrets at once. */
function useEach<T>(
  secrets: readonly Secret[],
  borrow: (lent: readonly Uint8Array[]) => T,
  lent: readonly Uint8Array[] = [],
): T {
  const [first, ...others] = secrets;
  return first ? first.use((bytes) => useEach(others, borrow, [...lent, plainView(bytes)])) : borrow(lent);
}

/** A view, because the library refuses a Buffer although it is a Uint8Array. */
function plainView(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function isOfSameSet(one: Share, other: Share): boolean {
  return one.set.serial === other.set.serial && one.digits.length === other.digits.length;
}

export function isSameShare(one: Share, other: Share): boolean {
  return one.number === other.number && isSameSecret(one.digits, other.digits);
}

function isSameSecret(one: Secret, other: Secret): boolean {
  return useEach([one, other], ([bytes = new Uint8Array(), others = new Uint8Array()]) =>
    timingSafeEqual(bytes, others),
  );
}

/** Tells sets apart, and is short enough to be read aloud. 32 bits do not make it unique. */
function newSerial(): string {
  const digits = randomBytes(4).toString('hex').toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

const refuse = (code: AppError['code'], facts?: AppError['facts']) => err(localError('custody', code, facts));
