import { copyFileSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as saveFilesModule from '../../../main/platform/files/save-files';
import { makeCopy } from '../../../main/vault/copies/make-copy';
import type { MakeCopyRequest } from '../../../main/vault/messages';

const request = (folder: string): MakeCopyRequest => ({
  kind: 'make-copy',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  wrappingKeySpec: 'RSA_2048',
  salt: new Uint8Array(32),
  source: { from: 'generate', lengthBytes: 32 },
  target: { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'], folder },
  key: { alias: 'orders' },
  madeAt: '2026-11-25T12:00:00.000Z',
  madeBy: 'Keyferry 0.1.0',
  practice: false,
});
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-copy-'));

/** A disk that changes what was written, between the writing and the reading. */
const damage = vi.hoisted(() => ({ by: undefined as ((folder: string) => void) | undefined }));
vi.mock('../../../main/platform/files/save-files', async (original) => {
  const real = await original<typeof saveFilesModule>();
  return {
    ...real,
    saveFiles: async (...[folder, files]: Parameters<typeof real.saveFiles>) => {
      const saved = await real.saveFiles(folder, files);
      damage.by?.(folder);
      return saved;
    },
  };
});
afterEach(() => {
  damage.by = undefined;
});

describe('a copy', () => {
  it('is saved, opened again, and held', async () => {
    const folder = newFolder();
    const made = await makeCopy(request(folder));
    expect(made.ok && made.value.opened.copy.files.map(({ name }) => name).sort()).toEqual(
      readdirSync(folder).sort(),
    );
    expect(made.ok && made.value.obtained.secret.length).toBe(32);
    if (made.ok) made.value.obtained.secret.wipe();
  });

  it('of material that the practice AWS has says PRACTICE, whatever was asked for', async () => {
    const source = { from: 'practice', bytes: new Uint8Array(32).fill(7) } as const;
    const made = await makeCopy({ ...request(newFolder()), source, practice: false });
    expect(made.ok && made.value.opened.copy.practice).toBe(true);
    if (made.ok) made.value.obtained.secret.wipe();
  });

  it('that opens to something else is removed, and nothing is held', async () => {
    const folder = newFolder();
    damage.by = (saved) => {
      const [first = ''] = readdirSync(saved).filter((name) => name.endsWith('.txt'));
      writeFileSync(join(saved, first), 'another file');
    };
    const made = await makeCopy(request(folder));
    expect(made).toMatchObject({ ok: false, error: { code: 'copy.reopenDiffers' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is a whole copy of other material is removed as well, and nothing is held', async () => {
    const sealedIn = (folder: string): MakeCopyRequest => ({
      ...request(folder),
      target: { by: 'passphrase', passphrase: 'abandon-ability-able-about', path: join(folder, 'copy.age') },
    });
    const [folder, other] = [newFolder(), newFolder()];
    expect((await makeCopy(sealedIn(other))).ok).toBe(true);
    damage.by = (saved) => copyFileSync(join(other, 'copy.age'), join(saved, 'copy.age'));
    const made = await makeCopy(sealedIn(folder));
    expect(made).toMatchObject({ ok: false, error: { code: 'copy.reopenDiffers' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
