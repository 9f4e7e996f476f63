import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVaultClient } from '../../../main/vault/vault-client';
import { encodingsOf, findSecret } from '../../helpers/secret-encodings';
import { startVault } from '../../helpers/vault-in-process';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-refused-'));
const words = `${randomBytes(9).toString('base64url')} not a key ${randomBytes(9).toString('base64url')}`;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const pem = { format: 'pem' } as const;
const der = { format: 'der' } as const;
/** A PEM with its armour, and what its digits say. */
const armoured = (text: string | Buffer): readonly [string, Uint8Array] => [
  text.toString(),
  Buffer.from(text.toString().replace(/-----[^-]+-----|\s/g, ''), 'base64'),
];

const long = randomBytes(33);
const wide = randomBytes(200);
/** What is in the file, and every secret of it that no answer may repeat. */
const refused: Readonly<Record<string, readonly [Uint8Array | string, ...Uint8Array[]]>> = {
  'text that is no key': [words, Buffer.from(words)],
  'a password of the right length': [
    'Correct horse battery staple 42!',
    Buffer.from('Correct horse battery staple 42!'),
  ],
  'hex digits of the wrong length': [long.toString('hex'), long],
  'base64 of the wrong length': [long.toString('base64'), long],
  'text in UTF-16': [Buffer.from(`\uFEFF${words}`, 'utf16le'), Buffer.from(words)],
  'bytes of the wrong length': [long, long],
  'far too many bytes': [wide, wide],
  'a private key of a size that AWS does not take': armoured(privateKey.export({ ...pem, type: 'pkcs8' })),
  'the same as bytes': [
    privateKey.export({ ...der, type: 'pkcs8' }),
    privateKey.export({ ...der, type: 'pkcs8' }),
  ],
  'a private key in the old form': armoured(privateKey.export({ ...pem, type: 'pkcs1' })),
  'an encrypted private key': armoured(
    privateKey.export({ ...pem, type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }),
  ),
  'a public key': armoured(publicKey.export({ ...pem, type: 'spki' })),
};

/** Everything that a vault says while it is shown the file. */
async function saidOf(path: string): Promise<{ readonly ok: boolean; readonly said: Buffer }> {
  const said: unknown[] = [];
  const client = createVaultClient(() => {
    const port = startVault();
    port.on('message', (message) => said.push(message));
    return port;
  });
  const { ok } = await client.inspect({
    kind: 'inspect',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    wrappingKeySpec: 'RSA_4096',
    salt: randomBytes(32),
    file: { path, lengthBytes: 32 },
  });
  return { ok, said: Buffer.from(JSON.stringify(said)) };
}

describe('key material that the vault refuses', () => {
  it.each(Object.entries(refused))(
    'is not repeated in what leaves the vault: %s (audit: refused material leaves no trace)',
    async (_, [content, ...secrets]) => {
      const path = join(mkdtempSync(join(folder, 'x-')), 'material.bin');
      writeFileSync(path, content);
      const { ok, said } = await saidOf(path);
      expect(ok).toBe(false);
      expect(said.length).toBeGreaterThan(50);
      for (const secret of [Buffer.from(content), ...secrets]) {
        expect(findSecret(said, encodingsOf(secret))).toEqual([]);
      }
    },
  );
});
