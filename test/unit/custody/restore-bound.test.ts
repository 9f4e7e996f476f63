import * as age from 'age-encryption';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCopyDocument, type CopyFacts } from '../../../main/vault/copies/copy-document';
import { sealToRecipients } from '../../../main/vault/copies/seal';
import { Secret } from '../../../main/vault/secret';
import { shareText } from '../../../main/vault/shares/share-text';
import { splitSecret } from '../../../main/vault/shares/shares';
import { factsOf } from '../../fixtures/shares';
import { allDone, codeOf, createBench, rowsOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { checkValueIn } from '../../helpers/check-value-in';
import { exceptionsOf, heldMaterial, newFolder, recordOf, threeShares } from '../../helpers/saved-record';

type Bench = Awaited<ReturnType<typeof createBench>>;

const purposeOf = ({ session }: Bench, run?: string) => ({
  session: session.view.session,
  alias: 'bluescape-data',
  wrappingKeySpec: 'RSA_2048' as const,
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256' as const,
  lengthBytes: 32 as const,
  ...(run === undefined ? {} : { run }),
});

async function open(bench: Bench, path: string, checkValue: string, run?: string) {
  const { handle } = shownOf(await bench.findCopy({ files: [path] }));
  const request = { copy: handle, purpose: purposeOf(bench, run) };
  return await bench.openCopy(checkValue === 'none' ? request : { ...request, checkValue });
}

/** What anybody makes who knows a recipient: a whole sealed copy of material of their own. */
async function forgeSealed(facts: Partial<CopyFacts>): Promise<string> {
  const folder = newFolder();
  const identity = await age.generateX25519Identity();
  const own = randomBytes(32);
  const sealed = await sealToRecipients(makeCopyDocument(own, factsOf(own, facts)), [
    await age.identityToRecipient(identity),
  ]);
  writeFileSync(join(folder, 'copy.age'), valueOf(sealed).sealed);
  writeFileSync(join(folder, 'identity.txt'), `${identity}\n`);
  return folder;
}

/** Shares as Keyferry writes them, of material of anybody's own. */
async function forgeShares(facts: Partial<CopyFacts>): Promise<string> {
  const folder = newFolder();
  const own = randomBytes(32);
  const plan = { threshold: 2, custodians: ['Ada', 'Grace'] };
  const shares = await splitSecret(Secret.take(Uint8Array.from(own)), plan, factsOf(own, facts));
  for (const share of shares) writeFileSync(join(folder, `${share.number}.txt`), shareText(share));
  return folder;
}

const forgeries = [
  ['a copy for an age recipient', forgeSealed],
  ['shares', forgeShares],
] as const;

describe('a copy that anybody could have made', () => {
  it.each(forgeries)(
    '%s, is not restored without a check value, nor under another (audit 4)',
    async (_, forge) => {
      const bench = await createBench();
      const { checkValue } = await heldMaterial(bench, threeShares);
      const forged = await forge({ practice: true });
      expect(codeOf(await open(bench, forged, 'none'))).toBe('copy.needsCheckValue');
      expect(codeOf(await open(bench, forged, checkValue))).toBe('copy.otherMaterial');
    },
  );

  it.each(forgeries)(
    '%s, is restored when somebody says so, and the record says it (audit 4)',
    async (_, forge) => {
      const bench = await createBench();
      const held = valueOf(await open(bench, await forge({ practice: true }), 'unknown'));
      expect(held.notCompared).toBe(true);
      const material = { from: 'held', handle: held.handle, confirmation: ' New key ' } as const;
      const run = await bench.create({ material });
      expect(rowsOf(run)).toBe(allDone);
      const { record } = await recordOf(bench, run.run);
      expect(exceptionsOf(record)).toEqual([
        'restored-material',
        'restored-for-new-key',
        'check-value-not-compared',
      ]);
    },
  );

  it('is compared with what the run knows, whatever is said of it (audit 4)', async () => {
    const bench = await createBench();
    const { material, checkValue } = await heldMaterial(bench, threeShares);
    bench.way.fail('ImportKeyMaterial', 'request lost');
    const { run } = await bench.create({ material });
    const forged = await forgeShares({ practice: true, key: {} });
    for (const said of ['none', 'unknown'] as const) {
      expect(await open(bench, forged, said, run)).toMatchObject({
        error: { code: 'copy.otherMaterial', facts: { expected: checkValue } },
      });
    }
  });

  it('goes on where the run knows its check value, and nobody has to type it', async () => {
    const bench = await createBench();
    const { material, folder } = await sharesIn(bench);
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
    const expired = await bench.create({ material });
    const held = valueOf(await open(bench, folder, 'none', expired.run));
    expect(held).not.toHaveProperty('notCompared');
    const stopped = await bench.goOn(expired);
    const done = await bench.goOn(stopped, { material: { from: 'held', handle: held.handle } });
    expect(rowsOf(done)).toBe(allDone);
  });
});

async function sharesIn(bench: Bench) {
  const folder = newFolder();
  bench.copyTo(folder);
  const source = { from: 'generate', lengthBytes: 32 } as const;
  const made = valueOf(await bench.makeCopy({ source, purpose: purposeOf(bench), copy: threeShares }));
  if (!made.picked) throw new Error('No place was picked.');
  return { folder, material: { from: 'held', handle: made.value.handle } as const, held: made.value };
}

describe('a restored copy is bound to its use', () => {
  it.each(forgeries)(
    '%s, of practice is refused for a real key, and a real one for practice (audit 6)',
    async (_, forge) => {
      for (const [mode, practice, reason] of [
        ['aws', true, 'practice'],
        ['practice', false, 'real'],
      ] as const) {
        const bench = await createBench({}, mode === 'aws' ? { mode } : {});
        const copy = await forge({ practice });
        expect(await open(bench, copy, 'unknown')).toMatchObject({
          error: { code: 'copy.practice', facts: { reason }, changedInAws: false },
        });
        const own = await forge({ practice: !practice });
        expect(valueOf(await open(bench, own, 'unknown')).copy.practice).toBe(!practice);
      }
    },
  );

  it('a copy of another ceremony is refused where work goes on (audit 6)', async () => {
    const bench = await createBench();
    const own = await sharesIn(bench);
    const other = await sharesIn(bench);
    bench.onProgress(() => void bench.cancelRun());
    const { run } = await bench.create({ material: own.material });
    const refused = await open(bench, other.folder, checkValueIn(other.folder), run);
    expect(refused).toMatchObject({
      error: {
        code: 'copy.otherCeremony',
        facts: { expected: own.held.copy.key.ceremony, found: other.held.copy.key.ceremony },
      },
    });
    expect(codeOf(await open(bench, own.folder, checkValueIn(own.folder), run))).toBe('ok');
    expect(codeOf(await open(bench, own.folder, checkValueIn(own.folder), randomUUID()))).toBe('run.gone');
  });

  it('material of an earlier ceremony may be restored again for the run that restored it', async () => {
    const bench = await createBench();
    const { folder } = await sharesIn(bench);
    const first = valueOf(await open(bench, folder, checkValueIn(folder)));
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
    const stopped = await bench.goOn(
      await bench.create({ material: { from: 'held', handle: first.handle, confirmation: 'new key' } }),
    );
    const again = valueOf(await open(bench, folder, 'none', stopped.run));
    const done = await bench.goOn(stopped, { material: { from: 'held', handle: again.handle } });
    expect(rowsOf(done)).toBe(allDone);
  });

  it('a copy that is made while work goes on names the ceremony of that work', async () => {
    const bench = await createBench();
    const own = await sharesIn(bench);
    bench.onProgress(() => void bench.cancelRun());
    const { run } = await bench.create({ material: own.material });
    bench.copyTo(newFolder());
    const source = { from: 'generate', lengthBytes: 32 } as const;
    const request = { source, purpose: purposeOf(bench, run), copy: threeShares };
    const made = valueOf(await bench.makeCopy(request));
    expect(made).toMatchObject({
      picked: true,
      value: { copy: { key: { ceremony: own.held.copy.key.ceremony } } },
    });
  });

  it('says where the copy is of another account or Region', async () => {
    const bench = await createBench();
    const elsewhere = await forgeShares({
      practice: true,
      key: { accountId: '999988887777', region: 'eu-central-1' },
    });
    expect(valueOf(await open(bench, elsewhere, 'unknown')).otherPlace).toEqual({
      ofCopy: { accountId: '999988887777', region: 'eu-central-1' },
      expected: { accountId: '111122223333', region: 'eu-central-1' },
    });
    const { folder } = await sharesIn(bench);
    expect(valueOf(await open(bench, folder, checkValueIn(folder)))).not.toHaveProperty('otherPlace');
  });
});
