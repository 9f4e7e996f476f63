/* eslint-disable @typescript-eslint/no-deprecated -- the asynchronous ones are not in every Electron that the tests run in */
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
    // SECURITY: on Linux Chromium also opens what anybody can seal: under a password that is in its source (`v10`), and
    // under none. What our keyring sealed comes out the same when it is sealed again.
    if (isLinux && !safeStorage.encryptString(text).equals(sealed))
      throw new Error('not sealed by the keyring');
    return text;
  },
};

const isLinux = process.platform === 'linux';

/** With `basic_text` the password is the one in Chromium's source. */
function hasKeyring(): boolean {
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}
