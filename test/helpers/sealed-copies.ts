import { readFileSync, writeFileSync } from 'node:fs';
import { Decrypter } from 'age-encryption';
import { checkValueOf } from '../../main/vault/check-value';
import { makeCopyDocument } from '../../main/vault/copies/copy-document';
import { sealWithPassphrase } from '../../main/vault/copies/seal';
import { describePrivateKey } from '../../main/vault/material/private-key';

/** Saves a sealed copy as the app would have made it, without the app. */
export async function writeSealedCopy(file: string, key: Uint8Array, passphrase: string): Promise<void> {
  const described = describePrivateKey(key);
  const document = makeCopyDocument(key, {
    material: { ...(described.ok ? described.value : { kind: 'symmetric' }), lengthBytes: key.length },
    checkValue: checkValueOf(key),
    madeAt: new Date().toISOString(),
    madeBy: 'Keyferry 0.1.0',
    practice: false,
    key: {},
  });
  writeFileSync(file, await sealWithPassphrase(document, passphrase));
}

/** What the age library finds in a sealed copy: the key material. */
export async function openSealedCopy(file: string, passphrase: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const document = JSON.parse(await decrypter.decrypt(readFileSync(file), 'text')) as {
    readonly keyMaterial: { readonly value: string };
  };
  return Buffer.from(document.keyMaterial.value, 'hex');
}
