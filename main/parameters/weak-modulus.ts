import { checkPrimeSync } from 'node:crypto';

/** Every odd prime below this is tried as a factor. */
const smallPrimeBound = 10_000;
/** So many steps find two factors whose distance is below about 2·√(2·steps)·⁴√n: far too close to each other. */
const fermatSteps = 100;

export type Weakness = 'smallFactor' | 'closePrimes' | 'prime';

/**
 * Detects moduli that no honest generator makes. Finding nothing proves nothing: an attacker's own modulus looks as
 * good as AWS's, which is why people compare the fingerprint.
 *
 * @param modulus odd, big-endian, unsigned.
 */
export function weaknessOf(modulus: Uint8Array): Weakness | undefined {
  const n = BigInt(`0x${Buffer.from(modulus).toString('hex')}`);
  if (smallPrimes.some((prime) => n % prime === 0n)) return 'smallFactor';
  if (hasClosePrimes(n)) return 'closePrimes';
  return checkPrimeSync(n) ? 'prime' : undefined;
}

const smallPrimes = oddPrimesBelow(smallPrimeBound).map(BigInt);

function oddPrimesBelow(bound: number): readonly number[] {
  const composite = new Uint8Array(bound);
  const primes: number[] = [];
  for (let candidate = 3; candidate < bound; candidate += 2) {
    if (composite[candidate] === 1) continue;
    primes.push(candidate);
    for (let multiple = candidate * candidate; multiple < bound; multiple += candidate)
      composite[multiple] = 1;
  }
  return primes;
}

/** Fermat's factorisation: n = a² − b² = (a − b)(a + b), searched from a = ⌈√n⌉ upwards. */
function hasClosePrimes(n: bigint): boolean {
  const root = squareRoot(n);
  if (root * root === n) return true;
  for (let step = 1; step <= fermatSteps; step++) {
    const a = root + BigInt(step);
    if (isSquare(a * a - n)) return true;
  }
  return false;
}

const squaresModulo64 = new Set(Array.from({ length: 64 }, (_, value) => (value * value) % 64));

function isSquare(n: bigint): boolean {
  if (!squaresModulo64.has(Number(n & 63n))) return false;
  const root = squareRoot(n);
  return root * root === n;
}

/** ⌊√n⌋ by Newton's method, from a start that is not below it. */
function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(16).length * 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
