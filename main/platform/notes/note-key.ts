import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { limits } from '../../shared/limits';
import { readRegularFile } from '../files/read-regular-file';
import { flushFolder, temporaryIn, writeWhole } from '../files/save-files';

/** Keeps secrets for this app and this user on this computer. */
export interface Keychain {
  /** Whether there is a keychain, and it is open. */
  readonly isThere: () => boolean;
  /** @throws when the keychain refuses */
  readonly seal: (text: string) => Uint8Array;
  /** @throws when the keychain refuses, or did not seal this */
  readonly open: (sealed: Uint8Array) => string;
}

/** 32 random bytes, and a name for them that reveals nothing about them. */
export interface KnownKey {
  readonly key: Uint8Array;
  readonly keyId: string;
}

/** `none`: nothing on this computer can prove who wrote a note. */
export type KeptKey =
  | ({ readonly kept: 'keychain' } & KnownKey)
  | { readonly kept: 'none'; readonly reason: 'no-keychain' | 'not-kept' };

/** The key that authenticates notes of unfinished work. */
export interface NoteKey {
  /** Opens or makes the key at the first call; the answer stays the same until the app ends. */
  readonly get: () => Promise<KeptKey>;
}

const keyBytes = 32;

/**
 * Keeps the key in a file that the keychain sealed. A file that the keychain cannot open is replaced with a new key's;
 * notes under the old key are then unconfirmed. A file that cannot be read now stays as it is.
 *
 * @param file readable only for its owner; not opened unless it is a regular file.
 */
export function createNoteKey(keychain: Keychain, file: string): NoteKey {
  let kept: Promise<KeptKey> | undefined;

  async function find(): Promise<KeptKey> {
    if (!isThere(keychain)) return { kept: 'none', reason: 'no-keychain' };
    const read = await readRegularFile(file, limits.maxNoteKeyBytes, 'app');
    if (!read.ok && read.error.code === 'file.unreadable') return { kept: 'none', reason: 'not-kept' };
    const key = (read.ok ? opened(keychain, read.value) : undefined) ?? (await make());
    return key === undefined ? { kept: 'none', reason: 'not-kept' } : { kept: 'keychain', ...named(key) };
  }

  /** Undefined when the key cannot be kept: a key that is gone tomorrow proves nothing. */
  async function make(): Promise<Uint8Array | undefined> {
    const key = randomBytes(keyBytes);
    const fresh = temporaryIn(dirname(file));
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeWhole(fresh, keychain.seal(key.toString('base64')));
      await rename(fresh, file);
      await flushFolder(dirname(file));
      const read = await readRegularFile(file, limits.maxNoteKeyBytes, 'app');
      return read.ok && opened(keychain, read.value)?.equals(key) ? key : undefined;
    } catch {
      await rm(fresh, { force: true }).catch(() => undefined);
      return undefined;
    }
  }

  return { get: () => (kept ??= find()) };
}

export function named(key: Uint8Array): KnownKey {
  return { key, keyId: createHmac('sha256', key).update('name of a note key').digest('hex').slice(0, 16) };
}

function isThere(keychain: Keychain): boolean {
  try {
    return keychain.isThere();
  } catch {
    return false;
  }
}

function opened(keychain: Keychain, sealed: Uint8Array): Buffer | undefined {
  try {
    const key = Buffer.from(keychain.open(sealed), 'base64');
    return key.length === keyBytes ? key : undefined;
  } catch {
    return undefined;
  }
}
