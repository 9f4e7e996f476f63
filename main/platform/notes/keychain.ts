/* eslint-disable @typescript-eslint/no-deprecated -- not every Electron of the tests has the asynchronous functions */
import { safeStorage } from 'electron';
import type { Keychain } from './note-key';

/**
 * The keychain of the system: Keychain on macOS, DPAPI on Windows, the Secret Service or KWallet on Linux.
 *
 * Source: Electron, safeStorage; Chromium, components/os_crypt/sync.
 */
export const systemKeychain: Keychain = {
  isThere: () => safeStorage.isEncryptionAvailable() && (!isLinux || hasKeyring()),
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => {
    const text = safeStorage.decryptString(Buffer.from(sealed));
    // SECURITY: on Linux Chromium also opens what anybody can seal, under the password in its source (`v10`) or under
    // none. Sealing is deterministic, so only what our keyring sealed is the same when sealed again.
    if (isLinux && !safeStorage.encryptString(text).equals(sealed))
      throw new Error('not sealed by the keyring');
    return text;
  },
};

/** Of an app whose data is kept beside it: on the next computer, the keychain is another one. */
export const noKeychain: Keychain = {
  isThere: () => false,
  seal: refuse,
  open: refuse,
};

function refuse(): never {
  throw new Error('There is no keychain.');
}

const isLinux = process.platform === 'linux';

/** The backend `basic_text` uses the password in Chromium's source. */
function hasKeyring(): boolean {
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}
