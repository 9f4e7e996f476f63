import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../main/shared/limits';
import type { FoundCopyView } from '../../../main/shared/views/custody';
import { shareSheet } from '../../../main/vault/shares/share-sheet';
import { shareText } from '../../../main/vault/shares/share-text';
import { Secret } from '../../../main/vault/secret';
import { splitSecret, type Share } from '../../../main/vault/shares/shares';
import { createFoundCopies } from '../../../main/custody/found-copies';
import { factsOf } from '../../fixtures/shares';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import { countedVaults } from '../../helpers/counted-vaults';
import { createMovingClock } from '../../helpers/moving-clock';
import { writeSealedCopy } from '../../helpers/sealed-copies';

const people = ['Ada', 'Grace', 'Mei', 'Noor'];
const material = Uint8Array.from({ length: 32 }, (_, index) => index + 1);

/** Any three of four. */
async function split(): Promise<readonly Share[]> {
  const secret = Secret.take(Uint8Array.from(material));
  return await splitSecret(secret, { threshold: 3, custodians: people }, factsOf(material));
}

async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-found-'));
  const vaults = countedVaults();
  const clock = createMovingClock();
  const copies = createFoundCopies(vaults.client, clock.now);
  const shares = await split();
  const put = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const file = (number: number, of = shares): string => {
    const share = of[number - 1];
    if (!share) throw new Error('There is no such share.');
    return put(`${share.set.serial} ${number}.txt`, shareText(share));
  };
  return {
    ...copies,
    copies,
    vaults,
    clock,
    shares,
    folder,
    put,
    file,
    find: (paths: readonly string[], beside?: string) => copies.find({ paths }, beside),
  };
}

const numbers = ({ shares }: FoundCopyView): readonly number[] =>
  shares?.have.map(({ number }) => number) ?? [];
const { checkValue } = factsOf(material);
const rehearse = { kind: 'open-copy', checkValue } as const;
const signal = new AbortController().signal;

describe('shares that are brought one after the other', () => {
  it('stay without their files, and restore once there are enough', async () => {
    const { find, file, at, vaults } = await bench();
    const [one, two, four] = [file(1), file(2), file(4)];
    const first = valueOf(await find([two]));
    rmSync(two);
    expect(numbers(first)).toEqual([2]);
    expect(first.shares).toMatchObject({ threshold: 3, count: 4, have: [{ custodian: 'Grace' }] });
    const { handle } = first;
    expect(numbers(valueOf(await find([one], handle)))).toEqual([1, 2]);
    const tooFew = await at(handle)?.compareCopy(rehearse, signal);
    expect(tooFew).toMatchObject({ error: { code: 'copy.tooFewShares', facts: { have: 2, need: 3 } } });
    const enough = valueOf(await find([four], handle));
    expect(numbers(enough)).toEqual([1, 2, 4]);
    expect(vaults.running()).toBe(1);
    const compared = await at(handle)?.compareCopy(rehearse, signal);
    expect(compared).toMatchObject({
      value: { copy: { checkValue, shares: { custodians: ['Ada', 'Grace', 'Noor'] } } },
    });
    expect(vaults.running()).toBe(0);
    expect(at(handle)).toBeUndefined();
  });

  it('one too few say nothing of the material: neither in the view nor in the error', async () => {
    const { find, file, at } = await bench();
    const found = valueOf(await find([file(1), file(2)]));
    const refused = await at(found.handle)?.compareCopy(rehearse, signal);
    for (const said of [JSON.stringify(found), JSON.stringify(refused)]) {
      expect(said).not.toContain(checkValue);
      expect(said).not.toMatch(/[0-9a-f]{12}(?![0-9a-f-]{0,12}")/);
    }
  });

  it('that are wrong are named, take nothing away, and keep nothing of the right ones out', async () => {
    const { find, file, put } = await bench();
    const { handle } = valueOf(await find([file(1)]));
    const others = await split();
    const damaged = put('b.txt', readFileSync(file(2), 'utf8').replace(/Checksum: ./, 'Checksum: x'));
    const foreign = file(2, others);
    const same = async (paths: readonly string[], code: string, facts: object): Promise<void> =>
      expect(await find(paths, handle)).toMatchObject({ ok: false, error: { code, facts } });
    await same([damaged], 'copy.shareDamaged', { name: 'b.txt' });
    await same([file(1)], 'copy.shareTwice', { number: 1, custodian: 'Ada' });
    await same([foreign], 'copy.otherShares', {
      number: 2,
      custodian: 'Grace',
      serial: others[0]?.set.serial,
    });
    await same([put('notes.txt', 'none')], 'copy.nothingRecognised', { name: 'notes.txt' });
    await same([put('none.html', '<!doctype html><p>none')], 'copy.nothingRecognised', { name: 'none.html' });
    const more = valueOf(await find([damaged, foreign, file(1), file(3)], handle));
    expect(numbers(more)).toEqual([1, 3]);
    expect(more.shares?.refused).toMatchObject({ code: 'copy.shareDamaged', facts: { name: 'b.txt' } });
    expect(valueOf(await find([file(4)], handle)).shares?.refused).toBeUndefined();
  });

  it('of two sets at once are refused, and so is a sealed copy beside them', async () => {
    const { find, file, folder, vaults } = await bench();
    expect(codeOf(await find([file(1), file(2, await split())]))).toBe('copy.mixedShares');
    expect(vaults.running()).toBe(0);
    const { handle } = valueOf(await find([file(1)]));
    const sealed = join(folder, 'copy.age');
    await writeSealedCopy(sealed, material, 'a passphrase of the test');
    expect(codeOf(await find([sealed], handle))).toBe('copy.severalCopies');
    expect(numbers(valueOf(await find([file(2)], handle)))).toEqual([1, 2]);
  });

  it('say the same number and different digits: neither takes the place of the other', async () => {
    const { find, file, shares, put } = await bench();
    const { handle } = valueOf(await find([file(1)]));
    const [one, two] = shares;
    if (!one || !two) throw new Error('There are no shares.');
    const forged = put('forged.txt', shareText({ ...one, digits: two.digits }));
    expect(codeOf(await find([forged], handle))).toBe('copy.sharesDisagree');
  });

  it('are taken from sheets, and each once from a folder with both', async () => {
    const { find, file, put, shares, folder } = await bench();
    for (const share of shares) put(`${share.set.serial} ${share.number}.html`, shareSheet(share));
    for (const number of [1, 2, 3, 4]) file(number);
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.html'));
    const { handle, files } = valueOf(await find([join(folder, sheets[1] ?? '')]));
    expect(files).toEqual([sheets[1]]);
    const all = valueOf(await find([folder], handle));
    expect(numbers(all)).toEqual([1, 2, 3, 4]);
    expect(all.shares?.refused).toBeUndefined();
    expect(all.files.filter((name) => name.endsWith('.html'))).toEqual([sheets[1]]);
  });

  it('are typed, and are wiped and refused when there is a mistake', async () => {
    const { copies, file } = await bench();
    const lines = readFileSync(file(2), 'utf8').replace(/^[^]*(?=Keyferry share:)/, '');
    const typed = new TextEncoder().encode(lines.toUpperCase());
    const found = valueOf(await copies.find({ typed }, undefined));
    expect(found).toMatchObject({ files: [], shares: { have: [{ number: 2, custodian: 'GRACE' }] } });
    expect(found.shares?.have[0]).not.toHaveProperty('file');
    const wrong = new TextEncoder().encode(lines.replace('any 3', 'any 2'));
    const refused = await copies.find({ typed: wrong }, found.handle);
    expect(refused).toMatchObject({ error: { code: 'copy.shareDamaged' } });
    expect(JSON.stringify(refused)).not.toMatch(/[0-9a-f]{4} [0-9a-f]{4}/);
  });

  it('are removed one by one, and the vault ends with the last', async () => {
    const { find, file, remove, vaults } = await bench();
    const { handle } = valueOf(await find([file(1), file(2)]));
    expect(numbers(valueOf(await remove(handle, 1)) ?? ({} as FoundCopyView))).toEqual([2]);
    expect(valueOf(await remove(handle, 2))).toBeNull();
    expect(vaults.running()).toBe(0);
    expect(codeOf(await find([file(1)], handle))).toBe('copy.gone');
    expect(valueOf(await remove(handle, undefined))).toBeNull();
  });

  it('brought in the same moment end in one vault, in which nothing is lost', async () => {
    const { find, file, vaults } = await bench();
    const { handle } = valueOf(await find([file(1)]));
    const answers = await Promise.all([2, 3, 4].map((number) => find([file(number)], handle)));
    expect(answers.map((answer) => numbers(valueOf(answer)))).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 3, 4],
    ]);
    expect(vaults.running()).toBe(1);
  });
});

describe('the vault that collects shares', () => {
  it('ends when the job is left, also when it was just being started', async () => {
    const { find, file, forget, vaults } = await bench();
    const { handle } = valueOf(await find([file(1)]));
    await forget();
    expect(vaults.running()).toBe(0);
    expect(codeOf(await find([file(2)], handle))).toBe('copy.gone');
    const finding = find([file(1)]);
    await Promise.resolve();
    await forget();
    expect(codeOf(await finding)).toBe('copy.gone');
    expect(vaults.running()).toBe(0);
  });

  it('ends half an hour after the last share came', async () => {
    const { find, file, endIfOver, clock, vaults } = await bench();
    const { handle, shares } = valueOf(await find([file(1)]));
    const minutes = (after: number): Date => new Date(clock.now().getTime() + after * 60_000);
    endIfOver(minutes(limits.heldMaterialMinutes - 1));
    clock.moveOn(20 * 60_000);
    const later = valueOf(await find([file(2)], handle)).shares?.heldUntil ?? '';
    expect(later > (shares?.heldUntil ?? '')).toBe(true);
    endIfOver(minutes(limits.heldMaterialMinutes + 1));
    await expect.poll(() => vaults.running()).toBe(0);
    expect(codeOf(await find([file(3)], handle))).toBe('copy.gone');
  });

  it('ends with another copy that is brought in its place', async () => {
    const { find, file, vaults } = await bench();
    valueOf(await find([file(1)]));
    expect(numbers(valueOf(await find([file(2)])))).toEqual([2]);
    expect(vaults.running()).toBe(1);
  });
});
