import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readShare, shareText } from '../../main/vault/shares/share-text';
import { combineShares, splitSecret, type Share } from '../../main/vault/shares/shares';
import { Secret } from '../../main/vault/secret';
import { seededRandom } from '../fixtures/seeded-random';
import { custodians, factsOf, hexOf, inClear, taken } from '../fixtures/shares';
import { atZero } from '../helpers/gf256';

async function split(material: Uint8Array, threshold: number, count: number): Promise<readonly Share[]> {
  const secret = Secret.take(Uint8Array.from(material));
  const names = Array.from({ length: count }, (_, index) => custodians[index] ?? `Custodian ${index}`);
  const shares = await splitSecret(secret, { threshold, custodians: names }, factsOf(material));
  expect(hexOf(secret)).toBe(Buffer.from(material).toString('hex'));
  return shares;
}

function throughFile(share: Share): Share {
  const read = readShare(shareText(share), 'x.txt');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** The combined material in hex, or the error's code and facts. */
async function combined(shares: readonly Share[]): Promise<string | object> {
  const result = await combineShares(shares);
  if (result.ok) return hexOf(result.value.secret);
  const { code, stage, facts } = result.error;
  expect(stage).toBe('custody');
  return { code, ...facts };
}

const subsetsOf = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => (mask >> index) & 1));

describe('shares', () => {
  it('restore the material in 1 000 splits, by way of their files', async () => {
    const random = seededRandom(1979);
    for (let round = 0; round < 1000; round++) {
      const count = 2 + random.below(9);
      const threshold = 2 + random.below(count - 1);
      const material = randomBytes(random.below(2) === 0 ? 16 : 32);
      const shares = (await split(material, threshold, count))
        .map((share) => ({ share, order: random.below(1000) }))
        .sort((one, other) => one.order - other.order)
        .slice(0, threshold + random.below(count - threshold + 1));
      const read = shares.map(({ share }) => throughFile(share));
      expect(await combined(read)).toBe(material.toString('hex'));
    }
  });

  it('restore a private key as long as they come', async () => {
    const material = randomBytes(2376);
    const [first, , third] = (await split(material, 2, 3)).map(throughFile);
    expect(first && third && (await combined([first, third]))).toBe(material.toString('hex'));
  });

  for (const count of [2, 3, 4, 5, 6]) {
    for (let threshold = 2; threshold <= count; threshold++) {
      it(`any ${threshold} of ${count} restore, more do, fewer do not`, async () => {
        const material = randomBytes(32);
        const shares = await split(material, threshold, count);
        const outcomes = await Promise.all(
          subsetsOf(shares)
            .filter(({ length }) => length > 0)
            .map(async (subset) => ({ have: subset.length, outcome: await combined(subset) })),
        );
        expect(outcomes).toHaveLength(2 ** count - 1);
        for (const { have, outcome } of outcomes) {
          const tooFew = { code: 'copy.tooFewShares', have, need: threshold };
          expect(outcome).toEqual(have < threshold ? tooFew : material.toString('hex'));
        }
      });
    }
  }

  it('of none: too few', async () => {
    expect(await combined([])).toMatchObject({ code: 'copy.tooFewShares', have: 0 });
  });

  it('have names as they can be read and typed: in one line, and without what cannot be seen', async () => {
    const secret = Secret.generate(16);
    const names = [' Ada\u200b  B.\n', 'Z\u202eoe\u0301\u0000', 'C'];
    const shares = await splitSecret(
      secret,
      { threshold: 2, custodians: names },
      factsOf(new Uint8Array(16)),
    );
    expect(shares.map(({ custodian }) => custodian)).toEqual(['Ada B.', 'Zo\u00e9', 'C']);
    expect(shares.map((share) => throughFile(share).custodian)).toEqual(['Ada B.', 'Zo\u00e9', 'C']);
  });

  it('have numbers, names, one serial, and digits of their own', async () => {
    const material = randomBytes(32);
    const [shares, again] = [await split(material, 3, 6), await split(material, 3, 6)];
    expect(shares.map(({ number, custodian }) => [number, custodian])).toEqual(
      custodians.map((name, index) => [index + 1, name]),
    );
    expect(shares[0]?.set.serial).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(new Set([...shares, ...again].map(({ set }) => set.serial)).size).toBe(2);
    expect(new Set([...shares, ...again].map(({ digits }) => hexOf(digits))).size).toBe(12);
    expect(new Set(shares.map(({ digits }) => hexOf(digits).slice(-2))).size).toBe(6);
  });
});

const bytesOf = (share: Share): readonly number[] => share.digits.use((bytes) => [...bytes]);

/** Chi-square against equal frequencies. Its mean is one less than the number of cells. */
function chiSquare(cells: readonly number[], cellCount: number): number {
  const counts = Array.from({ length: cellCount }, () => 0);
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  const expected = cells.length / cellCount;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('the field of the shares', () => {
  it('is GF(2^8) modulo 0x11b, with x as the last byte', async () => {
    for (const threshold of [2, 3, 5]) {
      const material = randomBytes(32);
      const rows = (await split(material, threshold, 5)).slice(0, threshold).map(bytesOf);
      const restored = material.map((_, at) => atZero(rows.map((row) => [row[32] ?? 0, row[at] ?? 0])));
      expect(Buffer.from(restored).equals(material)).toBe(true);
    }
  });

  it('leaves every secret possible, and equally so, to whoever is one share short', async () => {
    for (const threshold of [2, 3, 4]) {
      const known = (await split(randomBytes(16), threshold, 4)).slice(0, threshold - 1).map(bytesOf);
      const points = known.map((row) => [row[16] ?? 0, row[0] ?? 0] as const);
      const free = Array.from({ length: 255 }, (_, index) => index + 1).filter(
        (x) => !points.some(([taken]) => taken === x),
      );
      for (const x of free.slice(0, 20)) {
        const secrets = Array.from({ length: 256 }, (_, y) => atZero([...points, [x, y]]));
        expect(new Set(secrets).size).toBe(256);
      }
    }
  });

  // 8 standard deviations above the mean: once in more than a billion runs.
  const limit = (cellCount: number): number => cellCount - 1 + 8 * Math.sqrt(2 * (cellCount - 1));
  it.each([0x00, 0xa5])(
    'spreads those of 65 536 equal bytes evenly, one by one and two by two: %i',
    async (byte) => {
      const [first = [], second = []] = (await split(new Uint8Array(65_536).fill(byte), 3, 3)).map(bytesOf);
      const [ys, others] = [first.slice(0, -1), second.slice(0, -1)];
      expect(chiSquare(ys, 256)).toBeLessThan(limit(256));
      expect(chiSquare(others, 256)).toBeLessThan(limit(256));
      const pairs = ys.map((y, at) => (y & 15) * 16 + ((others[at] ?? 0) & 15));
      expect(chiSquare(pairs, 256)).toBeLessThan(limit(256));
    },
  );

  it('lie on polynomials of full degree: one too few meets something else than the material', async () => {
    for (const threshold of [2, 3, 4, 5]) {
      const material = randomBytes(32);
      const rows = (await split(material, threshold, 5)).slice(0, threshold - 1).map(bytesOf);
      const met = [...material.keys()].filter(
        (at) => atZero(rows.map((row) => [row[32] ?? 0, row[at] ?? 0])) === material[at],
      );
      // One byte in 256 is met by chance: nine of 32 once in more than a hundred billion runs.
      expect(met.length).toBeLessThan(9);
    }
  });
});

describe('shares that are not what they should be', () => {
  it('of two sets are told by their serials', async () => {
    const material = randomBytes(32);
    const [one, other] = [await split(material, 2, 3), await split(material, 2, 3)];
    const serials = [one, other].map(([share]) => share?.set.serial ?? '').join(', ');
    expect(await combined([...one, ...other])).toEqual({ code: 'copy.mixedShares', serials });
  });

  it('of one serial that say different things about the set are told, too', async () => {
    const [first, second] = await split(randomBytes(32), 2, 3);
    if (!first || !second) throw new Error('no shares');
    const others: readonly Share[] = [
      { ...second, set: { ...second.set, threshold: 3 } },
      { ...second, set: { ...second.set, count: 4 } },
      { ...second, facts: { ...second.facts, checkValue: '0011223344556677' } },
      { ...second, digits: taken('0102030405') },
    ];
    const outcomes = await Promise.all(others.map((other) => combined([first, other])));
    expect(outcomes).toMatchObject([
      { code: 'copy.sharesDisagree', line: 'Needed', value: 'any 2', otherValue: 'any 3' },
      { code: 'copy.sharesDisagree', line: 'Share', value: 'of 3', otherValue: 'of 4' },
      { code: 'copy.sharesDisagree', line: 'Check value', number: 1, otherNumber: 2 },
      { code: 'copy.mixedShares' },
    ]);
  });

  it('count once however often they come', async () => {
    const material = randomBytes(32);
    const [first, second] = await split(material, 2, 3);
    if (!first || !second) throw new Error('no shares');
    const again = throughFile(first);
    expect(await combined([first, again])).toEqual({ code: 'copy.tooFewShares', have: 1, need: 2 });
    expect(await combined([first, again, second, first])).toBe(material.toString('hex'));
  });

  it('were tampered with and given a right checksum: they disagree, wherever the others would do', async () => {
    const material = randomBytes(32);
    const shares = await split(material, 2, 4);
    for (let victim = 0; victim < 4; victim++) {
      for (const at of [0, 31, 32]) {
        const tampered = shares.map((share, index) => (index === victim ? tamper(share, at) : share));
        const read = tampered.map(throughFile);
        expect(await combined(read)).toEqual({ code: 'copy.sharesDisagree' });
        const pair = read.filter((_, index) => index === victim || index === (victim + 1) % 4);
        expect(await combined(pair)).toEqual({ code: 'copy.sharesDisagree' });
        const honest = read.filter((_, index) => index !== victim);
        expect(await combined(honest)).toBe(material.toString('hex'));
      }
    }
  });

  it('have one number or one place and different digits: they disagree', async () => {
    const [first, second, third] = await split(randomBytes(32), 2, 3);
    if (!first || !second || !third) throw new Error('no shares');
    const { number, custodian } = first;
    const sameNumber = { ...second, number, custodian };
    const samePlace = {
      ...second,
      digits: taken(hexOf(second.digits).slice(0, -2) + hexOf(first.digits).slice(-2)),
    };
    for (const other of [sameNumber, samePlace]) {
      expect(await combined([first, other, third])).toEqual({ code: 'copy.sharesDisagree' });
    }
  });

  it('leave no secret behind when they fail, and stay as they are', async () => {
    const shares = await split(randomBytes(32), 2, 3);
    const before = shares.map(inClear);
    await combined(shares.map((share, index) => (index === 2 ? tamper(share, 0) : share)));
    await combined(shares);
    expect(shares.map(inClear)).toEqual(before);
  });

  function tamper(share: Share, at: number): Share {
    const bytes = Buffer.from(hexOf(share.digits), 'hex');
    // Another place must be a place: 1 to 255.
    bytes[at] = at === 32 ? ((bytes[at] ?? 0) % 255) + 1 : (bytes[at] ?? 0) ^ 1;
    return { ...share, digits: Secret.take(new Uint8Array(bytes)) };
  }
});

describe('a damaged file of a share', () => {
  /** Only capital letters in names may differ. */
  const plain = (share: Share): string => JSON.stringify(inClear(share)).toLowerCase();

  it('is refused for any one wrong bit, or is the very same share', async () => {
    const [share] = await split(randomBytes(32), 2, 3);
    if (!share) throw new Error('no share');
    const file = shareText(share);
    const expected = plain(share);
    const outcomes: Record<string, number> = {};
    for (let bit = 0; bit < file.length * 8; bit++) {
      const damaged = Uint8Array.from(file);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = readShare(damaged, 'x.txt');
      if (read.ok) expect(plain(read.value)).toBe(expected);
      const outcome = read.ok ? 'same' : read.error.code;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    expect(Object.keys(outcomes).sort()).toEqual([
      'copy.nothingRecognised',
      'copy.shareDamaged',
      'copy.version',
      'same',
    ]);
    // In the lines that count, most bits matter; in the words for people, none does.
    expect(outcomes['copy.shareDamaged']).toBeGreaterThan(2000);
  });

  it('is refused when two digits changed places, or one was left out', async () => {
    const [share] = await split(randomBytes(32), 2, 3);
    if (!share) throw new Error('no share');
    const text = Buffer.from(shareText(share)).toString();
    const places = [...text.matchAll(/^Digits \d: (.+)$/gm)].flatMap(({ 0: line, 1: digits = '', index }) =>
      Array.from(digits, (_, at) => index + line.length - digits.length + at),
    );
    const slips = places.flatMap((at) => {
      const [one = '', other = ''] = [text[at], text[at + 1]];
      if (!/[0-9a-f]/.test(one)) return [];
      const without = text.slice(0, at) + text.slice(at + 1);
      const swapped = text.slice(0, at) + other + one + text.slice(at + 2);
      return one !== other && /[0-9a-f]/.test(other) ? [without, swapped] : [without];
    });
    expect(slips.length).toBeGreaterThan(90);
    for (const slip of slips) {
      const read = readShare(Buffer.from(slip), 'x.txt');
      expect(read.ok ? 'read' : read.error.code).toBe('copy.shareDamaged');
    }
  });
});
