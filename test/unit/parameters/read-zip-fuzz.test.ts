import { describe, expect, it } from 'vitest';
import { readZip } from '../../../main/parameters/archive/read-zip';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { makeGoodArchives } from '../../fixtures/archives/good-archives';
import {
  isInstalled,
  readWithPython,
  readWithYauzl,
  type FoundFile,
} from '../../fixtures/archives/other-programs';
import { seededRandom, type SeededRandom } from '../../fixtures/seeded-random';

const mutations = Number(process.env['FUZZ_MUTATIONS'] ?? 50_000);
const seed = Number(process.env['FUZZ_SEED'] ?? (Date.now() % 0xffff_fffe) + 1);

interface Original {
  readonly zip: Buffer;
  readonly files: readonly FoundFile[];
}

/** Values that reading code trips over, written over a field. */
const awkward = [0, 1, 2, 8, 12, 16, 0x7f, 0x80, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];

const headers = [
  { signature: 'PK\x01\x02', fields: [4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42] },
  { signature: 'PK\x03\x04', fields: [4, 6, 8, 10, 12, 14, 18, 22, 26, 28] },
  { signature: 'PK\x05\x06', fields: [4, 6, 8, 10, 12, 16, 20] },
  { signature: 'PK\x07\x08', fields: [4, 8, 12] },
];

type Mutation = (zip: Buffer, random: SeededRandom, originals: readonly Original[]) => Buffer;

const cutAt = (zip: Buffer, at: number, removed: number, put: Uint8Array) =>
  Buffer.concat([zip.subarray(0, at), put, zip.subarray(at + removed)]);

const flipBit: Mutation = (zip, { below }) => {
  const at = below(zip.length);
  return cutAt(zip, at, 1, Buffer.of((zip[at] ?? 0) ^ (1 << below(8))));
};
const setByte: Mutation = (zip, random) => cutAt(zip, random.below(zip.length), 1, random.bytes(1));
const insert: Mutation = (zip, random) =>
  cutAt(zip, random.below(zip.length + 1), 0, random.bytes(1 + random.below(32)));
const remove: Mutation = (zip, { below }) => cutAt(zip, below(zip.length), 1 + below(32), Buffer.alloc(0));
const truncate: Mutation = (zip, { below }) => zip.subarray(0, below(zip.length));
const repeat: Mutation = (zip, { below }) => {
  const from = below(zip.length);
  return cutAt(zip, below(zip.length), below(2) * 64, zip.subarray(from, from + 1 + below(128)));
};
const splice: Mutation = (zip, { below }, originals) => {
  const other = originals[below(originals.length)]?.zip ?? zip;
  return Buffer.concat([zip.subarray(0, below(zip.length)), other.subarray(below(other.length))]);
};
/** Lies in one header, or the same lie in each header of one kind of field: past the checks that compare them. */
const lie: Mutation = (zip, { below }) => {
  const { signature, fields } = headers[below(headers.length)] ?? { signature: '', fields: [] };
  const at = placesOf(zip, signature);
  const start = at[below(Math.max(at.length, 1))] ?? 0;
  const field = start + (fields[below(fields.length)] ?? 0);
  const value = awkward[below(awkward.length)] ?? 0;
  const changed = Buffer.from(zip);
  const width = below(2) === 0 ? 2 : 4;
  if (field + width <= zip.length) changed.writeUIntLE(value % 2 ** (8 * width), field, width);
  return changed;
};
/** The same lie in both headers of an entry: beyond the comparison of the two. */
const lieTwice: Mutation = (zip, { below }) => {
  const central = placesOf(zip, 'PK\x01\x02');
  const at = central[below(Math.max(central.length, 1))];
  if (at === undefined || at + 46 > zip.length) return zip;
  const local = zip.readUInt32LE(at + 42);
  const [offset, width] = (
    [
      [6, 2],
      [8, 2],
      [14, 4],
      [18, 4],
      [22, 4],
    ] as const
  )[below(5)] ?? [6, 2];
  if (local + 30 > zip.length) return zip;
  const value = (awkward[below(awkward.length)] ?? 0) % 2 ** (8 * width);
  const changed = Buffer.from(zip);
  changed.writeUIntLE(value, at + offset + 2, width);
  changed.writeUIntLE(value, local + offset, width);
  return changed;
};

const kinds: readonly Mutation[] = [
  flipBit,
  setByte,
  insert,
  remove,
  truncate,
  repeat,
  splice,
  lie,
  lie,
  lieTwice,
];

function placesOf(zip: Buffer, signature: string): number[] {
  const places: number[] = [];
  const mark = Buffer.from(signature, 'latin1');
  for (let at = zip.indexOf(mark); at !== -1; at = zip.indexOf(mark, at + 1)) places.push(at);
  return places;
}

function makeOriginals(random: SeededRandom): readonly Original[] {
  const key = Buffer.concat([Buffer.from('30820122', 'hex'), random.bytes(290)]);
  const contents = bundleContents({ key, random: random.bytes, expires: new Date('2030-01-01T00:00:00Z') });
  return makeGoodArchives(() => contents).map((archive) => ({
    zip: Buffer.from(archive.bytes()),
    files: archive.expected().map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) })),
  }));
}

/** One line a file, so that equal lines mean equal names and bytes. */
function linesOf(files: readonly FoundFile[]): readonly string[] {
  return files.map(({ path, bytes }) => `${path} ${Buffer.from(bytes).toString('base64')}`);
}

/** What we hand over is there under the same name with the same bytes, and nothing else but what we leave out. */
function expectAgreement(ours: readonly FoundFile[], theirs: readonly FoundFile[]): void {
  const leftOut = /^__MACOSX\/|(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/;
  expect(linesOf(theirs.filter(({ path }) => !leftOut.test(path)))).toEqual(linesOf(ours));
}

describe('readZip under mutation', () => {
  const title = `accepts nothing that changed what ${mutations} archives hold (FUZZ_SEED=${seed})`;
  it(title, { timeout: 1_800_000 }, async () => {
    const random = seededRandom(seed);
    const originals = makeOriginals(random);
    const known = new Set(originals.map(({ files }) => linesOf(files).join('\n')));
    const accepted: Original[] = [];
    const started = performance.now();
    let slowest = 0;
    for (let n = 0; n < mutations; n++) {
      const zip = mutate(originals, random);
      const before = performance.now();
      const result = await readZip(zip);
      slowest = Math.max(slowest, performance.now() - before);
      if (!result.ok) continue;
      const files = result.value.map(({ path, bytes }) => ({ path, bytes }));
      // A splice may turn one of the archives into another of them, never into a mixture.
      if (!known.has(linesOf(files).join('\n'))) {
        expect.fail(`Mutation ${n} of FUZZ_SEED=${seed} changed what is read: ${zip.toString('base64')}`);
      }
      accepted.push({ zip, files });
    }
    const seconds = (performance.now() - started) / 1000;
    expect(accepted.length).toBeGreaterThan(0);

    for (const { zip, files } of accepted) expectAgreement(files, await readWithYauzl(zip));
    const byPython = isInstalled('python3') ? readWithPython(accepted.map(({ zip }) => zip)) : [];
    const answered = byPython.filter((theirs, index) => {
      if (typeof theirs === 'string') return false;
      expectAgreement(accepted[index]?.files ?? [], theirs);
      return true;
    });
    console.log(
      `${mutations} mutated archives: ${accepted.length} accepted with their content unchanged, ` +
        `${mutations - accepted.length} refused, ${seconds.toFixed(1)} s, slowest ${slowest.toFixed(0)} ms; ` +
        `yauzl read ${accepted.length} and Python ${answered.length} of them alike; FUZZ_SEED=${seed}`,
    );
  });
});

/** One to three mutations of one archive; another try where they leave it as it was. */
function mutate(originals: readonly Original[], random: SeededRandom): Buffer {
  for (;;) {
    const original = originals[random.below(originals.length)]?.zip ?? Buffer.alloc(0);
    let zip = original;
    for (let times = 1 + random.below(3); times > 0; times--) {
      zip = kinds[random.below(kinds.length)]?.(zip, random, originals) ?? zip;
    }
    if (!zip.equals(original)) return zip;
  }
}
