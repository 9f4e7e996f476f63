import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { definedOnly } from '../../../main/shared/defined-only';
import type { CopyPlan, HeldView } from '../../../main/shared/views/custody';
import { shareText } from '../../../main/vault/shares/share-text';
import { knownShare } from '../../fixtures/shares';
import { allDone, codeOf, createBench, rowsOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { checkValueIn } from '../../helpers/check-value-in';
import { exceptionsOf, recordOf } from '../../helpers/saved-record';

type Bench = Awaited<ReturnType<typeof createBench>>;
const passphrase = 'abandon-ability-able-about-above-absent-absorb-abstract-absurd-abuse';
const sealed: CopyPlan = { by: 'passphrase', passphrase };
const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace', 'Mei'] };
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-custody-'));

const purposeOf = ({ session }: Bench) =>
  ({
    session: session.view.session,
    alias: 'bluescape-data',
    wrappingKeySpec: 'RSA_2048',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    lengthBytes: 32,
  }) as const;

/** Generates material and makes a copy of it. */
async function makeCopy(bench: Bench, copy: CopyPlan = shares, folder = newFolder()) {
  const path = copy.by === 'shares' ? folder : join(folder, 'copy.age');
  bench.copyTo(path);
  const source = { from: 'generate', lengthBytes: 32 } as const;
  const made = valueOf(await bench.makeCopy({ source, purpose: purposeOf(bench), copy }));
  if (!made.picked) throw new Error('No place was picked.');
  return { held: made.value, path };
}

async function open(bench: Bench, path: string, checkValue = checkValueIn(path)) {
  const { handle } = shownOf(await bench.findCopy({ files: [path] }));
  const request = { copy: handle, passphrase, purpose: purposeOf(bench) };
  return await bench.openCopy({ ...request, checkValue });
}

const heldChoice = ({ handle }: HeldView) => ({ from: 'held', handle }) as const;
const newKeyOf = ({ handle }: HeldView) => ({ from: 'held', handle, confirmation: 'new key' }) as const;

describe('a copy that was made before the key', () => {
  it('is of the very material that is imported, names the ceremony, and is in the summary', async () => {
    const bench = await createBench();
    const { held } = await makeCopy(bench, sealed);
    expect(held).toMatchObject({
      source: 'generated',
      copy: { form: 'passphrase', key: { alias: 'bluescape-data' } },
    });
    const run = await bench.create({ material: heldChoice(held) });
    expect(rowsOf(run)).toBe(allDone);
    expect((await bench.ceremonyTag()).value).toBe(held.copy.key.ceremony);
    expect(run.handOver).toMatchObject({
      checkValue: held.copy.checkValue,
      custody: { kept: 'passphrase', restored: false, files: [{ name: 'copy.age' }] },
    });
  });

  it('gives the material back, which is known by its check value', async () => {
    const bench = await createBench();
    const { held, path } = await makeCopy(bench);
    const { checkValue } = held.copy;
    const restored = valueOf(await open(bench, path, checkValue));
    expect(restored).toMatchObject({ source: 'restored', copy: { checkValue, madeAt: held.copy.madeAt } });
    expect(codeOf(await open(bench, path, '0123456789abcdef'))).toBe('copy.otherMaterial');
    const run = await bench.create({ material: newKeyOf(restored) });
    expect(run.handOver).toMatchObject({ checkValue, custody: { restored: true } });
    const { record } = await recordOf(bench, run.run);
    expect(exceptionsOf(record)).toEqual(['restored-material', 'restored-for-new-key']);
  });

  it('makes no new key of material that was restored, unless somebody types that they want one', async () => {
    const bench = await createBench();
    const { held, path } = await makeCopy(bench);
    const restored = valueOf(await open(bench, path, held.copy.checkValue));
    for (const confirmation of [undefined, '', 'no copy', 'key']) {
      const material = { ...heldChoice(restored), ...definedOnly({ confirmation }) };
      const plan = valueOf(await bench.planKey({ draft: { ...bench.draft, material } }));
      expect(codeOf(await bench.createAndImport({ plan: plan.plan }))).toBe('copy.forOtherKey');
    }
    expect(bench.way.sent).not.toContain('CreateKey');
  });

  it('in shares is restored from some of them, and from a folder with their sheets', async () => {
    const bench = await createBench();
    const { held, path } = await makeCopy(bench);
    const files = readdirSync(path).filter((name) => name.endsWith('.txt'));
    expect(files).toHaveLength(3);
    expect(readdirSync(path)).toHaveLength(6);
    const [one = '', other = ''] = files.slice(1).map((name) => join(path, name));
    for (const paths of [[one, other], [path]]) {
      const found = shownOf(await bench.findCopy({ files: paths }));
      expect(found.shares).toMatchObject({ threshold: 2, count: 3 });
      const { checkValue } = held.copy;
      const request = { copy: found.handle, purpose: purposeOf(bench), checkValue };
      const opened = valueOf(await bench.openCopy(request));
      expect(opened.copy.checkValue).toBe(held.copy.checkValue);
    }
    const { handle } = shownOf(await bench.findCopy({ files: [one] }));
    const { checkValue } = held.copy;
    expect(await bench.openCopy({ copy: handle, purpose: purposeOf(bench), checkValue })).toMatchObject({
      error: { code: 'copy.tooFewShares', facts: { have: 1, need: 2 } },
    });
  });

  it('is not made where its name is taken, and nothing is held then', async () => {
    const bench = await createBench();
    const folder = newFolder();
    writeFileSync(join(folder, 'copy.age'), 'mine');
    await expect(makeCopy(bench, sealed, folder)).rejects.toThrow('save.exists');
    expect(readFileSync(join(folder, 'copy.age'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['copy.age']);
  });

  it('that nobody could call safe is refused', async () => {
    const bench = await createBench();
    const refused: readonly (readonly [CopyPlan, string])[] = [
      [{ ...shares, threshold: 1 }, 'copy.badCustodians'],
      [{ ...shares, threshold: 4 }, 'copy.badCustodians'],
      [{ ...shares, custodians: ['Ada', ' ada'] }, 'copy.badCustodians'],
      [{ ...shares, custodians: ['Ada', ''] }, 'copy.badCustodians'],
      [{ by: 'recipients', recipients: ['age1nonsense'] }, 'copy.badRecipient'],
    ];
    for (const [copy, code] of refused) await expect(makeCopy(bench, copy)).rejects.toThrow(code);
  });
});

describe('a passphrase of a copy', () => {
  it.each([
    ['twelve spaces', ' '.repeat(12), 'repeated'],
    ['the alias with the Region', 'bluescape-data eu-central-1', 'known'],
    ['what its receiver is called', 'Fabrikam-Storage-Bluescape-Data', 'known'],
    ['the account of its receiver', '2109 8765 4321 bluescape', 'known'],
    ['a word with the usual changes', 'Tr0ub4dor&3', 'few'],
    ['a password that was strong enough before', 'lockstep marmalade quartz', 'few'],
    ['a character that no other program takes', `${passphrase}\t`, 'control'],
  ])('is refused by main, and not only by the page, when it is %s (audit 12)', async (_, weak, weakness) => {
    const bench = await createBench();
    const folder = newFolder();
    bench.copyTo(join(folder, 'copy.age'));
    const purpose = {
      ...purposeOf(bench),
      receiver: { name: 'Fabrikam Storage', accountId: '210987654321' },
    };
    const source = { from: 'generate', lengthBytes: 32 } as const;
    const copy = { by: 'passphrase', passphrase: weak } as const;
    const made = await bench.makeCopy({ source, purpose, copy });
    expect(made).toMatchObject({
      error: { code: 'copy.weakPassphrase', facts: { neededBits: 60, weakness } },
    });
    expect(JSON.stringify(made)).not.toContain(weak);
    expect(readdirSync(folder)).toEqual([]);
    const facts = made.ok ? {} : made.error.facts;
    // What the page shows while the passphrase is typed is the same measure.
    const { bits } = valueOf(await bench.measurePassphrase({ passphrase: weak, purpose }));
    expect(facts).toMatchObject({ bits });
    expect(bits).toBeLessThan(60);
  });

  it('is measured for its own key: what one key is called is no weakness of another', async () => {
    const bench = await createBench();
    const measured = async (alias: string) =>
      valueOf(
        await bench.measurePassphrase({
          passphrase: 'marmalade orchestra quartz',
          purpose: { ...purposeOf(bench), alias },
        }),
      );
    expect((await measured('marmalade-orchestra')).weakness).toBe('known');
    expect((await measured('orders')).weakness).toBe('few');
  });
});

describe('held material', () => {
  it('is used once: a fresh set of import parameters needs the copy, and no second key', async () => {
    const bench = await createBench();
    const { held, path } = await makeCopy(bench);
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
    const expired = await bench.create({ material: heldChoice(held) });
    const stopped = await bench.goOn(expired);
    expect(stopped.failure).toMatchObject({ error: { code: 'copy.released' }, next: 'change-material' });
    const restored = valueOf(await open(bench, path));
    expect(rowsOf(await bench.goOn(stopped, { material: heldChoice(restored) }))).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
  });

  it('of another copy is refused before AWS is asked, once AWS may have the first', async () => {
    const bench = await createBench();
    const { held, path } = await makeCopy(bench);
    const { path: otherPath } = await makeCopy(bench);
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const unknown = await bench.create({ material: heldChoice(held) });
    expect(unknown.failure?.error.code).toBe('run.importUnknown');
    bench.way.heal();
    const other = valueOf(await open(bench, otherPath));
    const refused = await bench.goOn(unknown, { material: heldChoice(other) });
    expect(refused.failure?.error).toMatchObject({
      code: 'copy.otherMaterial',
      facts: { expected: held.copy.checkValue, found: other.copy.checkValue },
    });
    expect(bench.way.bodies('ImportKeyMaterial')).toHaveLength(3);
    const same = valueOf(await open(bench, path));
    expect(rowsOf(await bench.goOn(refused, { material: heldChoice(same) }))).toBe(allDone);
  });

  it('is gone once it is released', async () => {
    const bench = await createBench();
    const { held } = await makeCopy(bench);
    valueOf(await bench.releaseMaterial({ held: held.handle }));
    const draft = { ...bench.draft, material: heldChoice(held) };
    expect(codeOf(await bench.planKey({ draft }))).toBe('copy.gone');
  });
});

describe('a rehearsal', () => {
  it('compares a copy with a record, whatever form the record has', async () => {
    const bench = await createBench();
    const { held, path } = await makeCopy(bench);
    const run = await bench.create({ material: heldChoice(held) });
    const record = join(newFolder(), 'summary.json');
    bench.saveAs(record);
    valueOf(await bench.saveSummary({ run: run.run, format: 'json', text: '' }));
    const { checkValue, keyArn } = shownOf(await bench.readCheckValue({ files: [record] }));
    expect({ checkValue, keyArn }).toEqual({ checkValue: held.copy.checkValue, keyArn: run.keyArn });
    const { handle } = shownOf(await bench.findCopy({ files: [path] }));
    const other = await bench.rehearseRestore({ copy: handle, passphrase, checkValue: '00'.repeat(8) });
    expect(codeOf(other)).toBe('copy.otherMaterial');
    const rehearsed = valueOf(await bench.rehearseRestore({ copy: handle, passphrase, checkValue }));
    expect(rehearsed.copy).toMatchObject({ checkValue, form: 'shares' });
    const again = await bench.rehearseRestore({ copy: handle, passphrase, checkValue });
    expect(codeOf(again)).toBe('copy.gone');
  });

  it('that is typed is overwritten in main, whether it is taken or not', async () => {
    const bench = await createBench();
    for (const share of [knownShare(), undefined]) {
      const typed = share ? shareText(share) : new TextEncoder().encode('no share, but perhaps a secret');
      share?.digits.wipe();
      const found = await bench.typeShare({ typed, beside: 'none' });
      expect(found.ok).toBe(share !== undefined);
      expect(typed.every((byte) => byte === 0)).toBe(true);
    }
  });

  it.each([
    ['text', 'Check value: 0123456789ABCDEF\n', '0123456789abcdef'],
    ['two values', 'Check value: 0123456789abcdef\nCheck value: fedcba9876543210', 'copy.noCheckValue'],
    ['no value', 'Key ARN: none', 'copy.noCheckValue'],
    ['an opened copy', '{"keyMaterial":{},"checkValue":"0123456789abcdef"}', 'copy.noCheckValue'],
    ['key material', randomBytes(32).toString('hex'), 'copy.noCheckValue'],
  ])('reads the check value of a record with %s', async (_what, content, expected) => {
    const bench = await createBench();
    const path = join(newFolder(), 'record.txt');
    writeFileSync(path, content);
    const read = await bench.readCheckValue({ files: [path] });
    expect(read.ok ? shownOf(read).checkValue : read.error.code).toBe(expected);
  });
});
