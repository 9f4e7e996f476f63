import { execFileSync } from 'node:child_process';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNoteKey, type Keychain, type KeptKey } from '../../../main/platform/notes/note-key';
import { asOrdinaryUser } from '../../helpers/as-ordinary-user';

/** A keychain in this process, which opens only what it sealed. */
function newKeychain(): Keychain {
  const key = randomBytes(32);
  return {
    isThere: () => true,
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed);
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('utf8');
    },
  };
}

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'keyferry-note-key-')), 'Keyferry', 'note-key');
});

/** An app that starts, and asks. */
const start = (keychain: Keychain): Promise<KeptKey> => createNoteKey(keychain, file).get();

function keyOf(kept: KeptKey): string {
  if (kept.kept === 'none') throw new Error(kept.reason);
  return Buffer.from(kept.key).toString('base64');
}

describe('the key for notes', () => {
  it('is made when it is first asked for, sealed for its owner alone, and the same for every app after', async () => {
    const keychain = newKeychain();
    const noteKey = createNoteKey(keychain, file);
    expect(existsSync(file)).toBe(false);
    const first = await noteKey.get();
    expect(Buffer.from(keyOf(first), 'base64')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes(Buffer.from(keyOf(first)))).toBe(false);
    expect(await noteKey.get()).toBe(first);
    expect(await start(keychain)).toEqual(first);
    expect(readdirSync(join(file, '..'))).toEqual(['note-key']);
  });

  it.each([
    ['is gone', () => rmSync(file)],
    ['is damaged', () => writeFileSync(file, readFileSync(file).subarray(1))],
    ['is empty', () => writeFileSync(file, '')],
    ['is far too long', () => writeFileSync(file, Buffer.alloc(1024 * 1024))],
    [
      'comes from another keychain',
      () => writeFileSync(file, newKeychain().seal(randomBytes(32).toString('base64'))),
    ],
  ])('is made anew when its file %s', async (_what, spoil) => {
    const keychain = newKeychain();
    const before = await start(keychain);
    spoil();
    const after = await start(keychain);
    expect(keyOf(after)).not.toBe(keyOf(before));
    expect(await start(keychain)).toEqual(after);
  });

  it('opens no pipe and follows no link that has its name (audit 13)', async () => {
    const keychain = newKeychain();
    mkdirSync(join(file, '..'), { recursive: true });
    execFileSync('mkfifo', [file]);
    const first = await start(keychain);
    expect(statSync(file).isFile()).toBe(true);
    const elsewhere = join(file, '..', 'elsewhere');
    writeFileSync(elsewhere, readFileSync(file));
    rmSync(file);
    symlinkSync(elsewhere, file);
    expect(keyOf(await start(keychain))).not.toBe(keyOf(first));
    expect(statSync(elsewhere).isFile()).toBe(true);
  });

  it('is none where a folder has its name, and where nothing can be written', async () => {
    mkdirSync(file, { recursive: true });
    expect(await start(newKeychain())).toEqual({ kept: 'none', reason: 'not-kept' });
    file = '/dev/null/nowhere/note-key';
    expect(await start(newKeychain())).toEqual({ kept: 'none', reason: 'not-kept' });
  });

  it('stays as it is while its file cannot be read', async () => {
    const keychain = newKeychain();
    const first = await start(keychain);
    chmodSync(file, 0o000);
    const refused = await asOrdinaryUser([join(file, '..', '..'), join(file, '..')], () => start(keychain));
    expect(refused).toEqual({ kept: 'none', reason: 'not-kept' });
    chmodSync(file, 0o600);
    expect(await start(keychain)).toEqual(first);
  });

  const fail = (): never => {
    throw new Error('refused');
  };
  const helpless: readonly (readonly [string, Partial<Keychain>])[] = [
    ['there is none', { isThere: () => false }],
    ['it says so by failing', { isThere: fail }],
    ['it refuses to seal', { seal: fail }],
    ['it seals what it cannot open', { open: fail }],
  ];

  it.each(helpless)(
    'is none, and nothing says otherwise, where the keychain is no help: %s',
    async (_what, change) => {
      const kept = await start({ ...newKeychain(), ...change });
      expect(kept.kept).toBe('none');
    },
  );

  it('leaves the file alone while there is no keychain', async () => {
    const keychain = newKeychain();
    const first = await start(keychain);
    await start({ ...keychain, isThere: () => false });
    expect(await start(keychain)).toEqual(first);
  });
});
