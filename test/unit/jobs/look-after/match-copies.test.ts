import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMatchCopies } from '../../../../main/jobs/look-after/match-copies';
import { writeMaterialDescription } from '../../../../main/records/material-description';
import { checkValueOf } from '../../../../main/vault/check-value';
import { keyAt } from '../../../helpers/act-work';
import { copyPassphrase, createWithCopy, openedKey, sealedCopyOf } from '../../../helpers/again-work';
import { codeOf, createBench, shownOf, valueOf } from '../../../helpers/ceremony-bench';
import { createExternalKey, importMaterial } from '../../../helpers/import-material';
import { noDialogs } from '../../../helpers/no-dialogs';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** A folder with a copy under each of these names. */
function folderOf(copies: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-copies-'));
  for (const [name, [path = '']] of Object.entries(copies)) copyFileSync(path, join(folder, name));
  return folder;
}

async function openKeys(bench: Bench, ...arns: readonly string[]) {
  const views = [];
  for (const arn of arns) views.push(await openedKey(bench, arn));
  return views.map(({ key }) => key);
}

/** A real key whose material has a description of ours, which names its copy if that has a SHA-256. */
async function describedKey(bench: Bench, material: Uint8Array, sha256?: string): Promise<string> {
  const KeyMaterialDescription = writeMaterialDescription({
    checkValue: checkValueOf(material),
    ...(sha256 === undefined ? {} : { kept: { as: 'sealed-copy', fileSha256: sha256.slice(0, 16) } }),
  });
  const keyId = await createExternalKey(bench.outside);
  await importMaterial(bench.outside, keyId, material, { request: { KeyMaterialDescription } });
  return (await keyAt(bench, keyId))?.Arn ?? '';
}

/** It says that a passphrase opens it, which takes a second to try. */
function unopenable(folder: string, name: string): string {
  const salt = randomBytes(16).toString('base64').slice(0, 22);
  const text = `age-encryption.org/v1\n-> scrypt ${salt} 18\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`;
  writeFileSync(join(folder, name), text);
  return createHash('sha256').update(text).digest('hex');
}

describe('the copies in a folder', () => {
  it('are each matched with the key whose material they hold, unopened, where AWS says it', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const folder = folderOf({});
    const material = randomBytes(32);
    const first = await describedKey(bench, randomBytes(32), unopenable(folder, 'b.age'));
    const second = await describedKey(bench, material, unopenable(folder, 'a.age'));
    const keys = await openKeys(bench, first, second);
    const { files, folderName } = shownOf(await bench.matchCopies({ keys, files: [folder] }));
    expect(folderName).toBe(basename(folder));
    expect(files.map((file) => [file.file, 'of' in file && file.of.map(({ key }) => key)])).toEqual([
      ['a.age', [keys[1]]],
      ['b.age', [keys[0]]],
    ]);
    expect(JSON.stringify(files)).not.toContain(checkValueOf(material));
  });

  it('belong to a key that AWS says nothing of once they were opened, and to no other', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const material = randomBytes(32);
    const one = await describedKey(bench, material);
    const other = await describedKey(bench, randomBytes(32));
    const keys = await openKeys(bench, one, other);
    const files = [...(await sealedCopyOf(material))];
    const [found] = shownOf(await bench.matchCopies({ keys, files })).files;
    expect(found).toMatchObject({ file: 'Sealed copy.age', of: [], mayBeOfOthers: true });
    const copy = found && 'copy' in found ? found.copy : '';
    const prove = (passphrase: string) => bench.proveCopy({ copy, passphrase, keys });
    expect(codeOf(await prove('another passphrase'))).toBe('copy.wrongPassphrase');
    expect(valueOf(await prove(copyPassphrase)).of).toMatchObject([{ key: keys[0] }]);
  });

  it('are not opened where they are no sealed copies, and what may be key material is not read', async () => {
    const bench = await createBench();
    const { keyArn, copy } = await createWithCopy(bench);
    const keys = await openKeys(bench, keyArn);
    const folder = folderOf({ 'share.txt': copy });
    writeFileSync(join(folder, 'notes.txt'), 'The copies are in the safe. '.repeat(30));
    writeFileSync(join(folder, 'card.pdf'), '%PDF-1.4');
    writeFileSync(join(folder, 'raw.bin'), randomBytes(32));
    expect(shownOf(await bench.matchCopies({ keys, files: [folder] })).files).toEqual([
      { file: 'card.pdf', is: 'no-copy' },
      { file: 'notes.txt', is: 'no-copy' },
      { file: 'raw.bin', is: 'unread' },
      { file: 'share.txt', is: 'shares' },
    ]);
  });

  it('are given to no vault where they may be key material', async () => {
    const told: (readonly string[])[] = [];
    const { matchCopies } = createMatchCopies({
      keysAtHand: new Map([['key', {} as never]]),
      vault: {
        tellCopy: (paths) => {
          told.push(paths);
          return Promise.reject(new Error('A vault was started.'));
        },
      },
      custody: { keepSealed: () => '', compareCopy: () => Promise.reject(new Error('Opened.')) },
      dialogs: noDialogs,
    }).verbs;
    const folder = folderOf({});
    writeFileSync(join(folder, 'raw.bin'), randomBytes(32));
    expect(shownOf(await matchCopies({ keys: ['key'], files: [folder] })).files).toEqual([
      { file: 'raw.bin', is: 'unread' },
    ]);
    expect(told).toEqual([]);
  });

  it('are not looked at for a key that is not open, and not in a folder with too many files', async () => {
    const bench = await createBench();
    const { keyArn } = await bench.create();
    const keys = await openKeys(bench, keyArn ?? '');
    const folder = folderOf({});
    for (let count = 0; count < 257; count++) writeFileSync(join(folder, `${count}.txt`), 'text');
    expect(codeOf(await bench.matchCopies({ keys, files: [folder] }))).toBe('file.tooMany');
    expect(codeOf(await bench.matchCopies({ keys: ['none'], files: [folder] }))).toBe('session.gone');
    expect(codeOf(await bench.proveCopy({ keys, copy: 'none', passphrase: '' }))).toBe('copy.gone');
  });
});
