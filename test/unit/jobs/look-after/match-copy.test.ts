import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, createBench, shownOf, valueOf } from '../../../helpers/ceremony-bench';
import { lookAfterIn } from '../../../helpers/opened-key';
import { heldMaterial, newFolder, recordPeople, threeShares } from '../../../helpers/saved-record';
import { makeKeyPair } from '../../../helpers/key-pairs';

const sealed = { by: 'passphrase', passphrase: 'lockstep marmalade quartz herring violin' } as const;

/** A key that was made with a copy, opened a year later to look after it. */
async function keyWithCopy(copy: Parameters<typeof heldMaterial>[1]) {
  const bench = await createBench();
  const { material, folder, checkValue } = await heldMaterial(bench, copy);
  const run = await bench.create({ material });
  const after = lookAfterIn(bench);
  const view = await after.open(run.keyArn);
  const [current] = view.materials?.read === true ? view.materials.value : [];
  const match = (...files: readonly string[]) => after.matchCopy({ key: view.key, files });
  const verdictOf = async (...files: readonly string[]) => shownOf(await match(...files)).verdict;
  return { bench, folder, checkValue, run, after, view, materialId: current?.id, match, verdictOf };
}

const anotherKey = async (
  bench: Awaited<ReturnType<typeof createBench>>,
  after: ReturnType<typeof lookAfterIn>,
) => (await after.open((await bench.create({ alias: 'another' })).keyArn)).key;

describe('the sealed copy of a key', () => {
  it('is known by its file under any name, and cannot be told of another key before it is opened', async () => {
    const { bench, after, folder, verdictOf, materialId } = await keyWithCopy(sealed);
    const renamed = join(newFolder(), 'from the safe.bin');
    copyFileSync(join(folder, 'copy.age'), renamed);
    expect(await verdictOf(renamed)).toEqual({ is: 'this', by: 'file', materialId });
    const key = await anotherKey(bench, after);
    expect(shownOf(await after.matchCopy({ key, files: [renamed] })).verdict).toEqual({
      is: 'unknown',
      why: 'passphrase',
    });
  });
});

describe('shares of a key', () => {
  it('are known one by one, by the check value that they say, and are of no other key', async () => {
    const { bench, after, folder, match, materialId } = await keyWithCopy(threeShares);
    for (const name of readdirSync(folder)) {
      expect(shownOf(await match(join(folder, name)))).toMatchObject({
        what: 'shares',
        files: [name],
        verdict: { is: 'this', by: 'check-value', materialId },
      });
    }
    const [name = ''] = readdirSync(folder);
    const key = await anotherKey(bench, after);
    expect(shownOf(await after.matchCopy({ key, files: [join(folder, name)] })).verdict).toEqual({
      is: 'other',
    });
  });

  it('answer with a verdict alone: nothing that they say goes to the page', async () => {
    const { folder, match, checkValue } = await keyWithCopy(threeShares);
    const [name = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, name), 'utf8')).toContain(checkValue.slice(0, 4));
    const found = shownOf(await match(join(folder, name)));
    expect(Object.keys(found).sort()).toEqual(['files', 'verdict', 'what']);
    expect(JSON.stringify(found.verdict)).not.toContain(checkValue);
  });
});

describe('a record of a key', () => {
  it('and its hand-over summary are known by the ID of the material', async () => {
    const { bench, run, match, materialId, after } = await keyWithCopy(threeShares);
    const folder = newFolder();
    bench.copyTo(folder);
    const saved = shownOf(await bench.saveRecord({ of: run.run, people: recordPeople }));
    const record = join(folder, saved.fileName);
    const expected = { what: 'record', verdict: { is: 'this', by: 'material-id', materialId } };
    expect(shownOf(await match(record))).toMatchObject(expected);
    bench.saveAs(join(folder, 'summary.json'));
    valueOf(await bench.saveSummary({ run: run.run, format: 'json', text: '' }));
    expect(shownOf(await match(join(folder, 'summary.json')))).toMatchObject(expected);
    const key = await anotherKey(bench, after);
    expect(shownOf(await after.matchCopy({ key, files: [record] })).verdict).toEqual({
      is: 'other',
      keyArn: run.keyArn,
    });
  });

  it('that was changed says why it is not whole', async () => {
    const { bench, run, match } = await keyWithCopy(threeShares);
    const folder = newFolder();
    bench.copyTo(folder);
    const { fileName } = shownOf(await bench.saveRecord({ of: run.run, people: recordPeople }));
    const text = readFileSync(join(folder, fileName), 'utf8');
    writeFileSync(join(folder, 'changed.json'), text.replace('bluescape-data', 'bluescape-date'));
    expect(codeOf(await match(join(folder, 'changed.json')))).toMatch(/^record\./);
  });
});

describe('what is brought by mistake', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-mistake-'));
  const put = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it.each([
    ['raw key material', () => put('x.bin', randomBytes(32))],
    ['key material in hex', () => put('y.txt', randomBytes(32).toString('hex'))],
    [
      'a private key',
      () => put('z.pem', makeKeyPair('RSA_2048').privateKey.export({ type: 'pkcs8', format: 'pem' })),
    ],
  ])('is refused unread, and no vault is started for it: %s', async (_what, made) => {
    const bench = await createBench();
    const tellCopy = () => Promise.reject(new Error('A vault was started.'));
    const after = lookAfterIn(bench, { vault: { tellCopy } });
    const { keyArn } = await bench.create();
    const { key } = await after.open(keyArn);
    const path = made();
    const refused = await after.matchCopy({ key, files: [path] });
    expect(refused).toMatchObject({
      error: { code: 'copy.notADocument', facts: { notRead: path.split('/').at(-1) } },
    });
  });

  it('is named, if it is of no kind that says anything', async () => {
    const { match } = await keyWithCopy(threeShares);
    expect(await match(put('notes.txt', 'The key is in the safe. '.repeat(30)))).toMatchObject({
      error: { code: 'copy.notADocument', facts: { name: 'notes.txt' } },
    });
    expect(codeOf(await match(put('card.pdf', '%PDF-1.4')))).toBe('file.paper');
    expect(codeOf(await match(join(folder, 'nowhere.age')))).toBe('file.notFound');
  });

  it('is not looked at for a key that is not open', async () => {
    const { after } = await keyWithCopy(threeShares);
    expect(codeOf(await after.matchCopy({ key: 'none', files: [put('a.txt', 'a')] }))).toBe('session.gone');
  });
});
