import { execFileSync } from 'node:child_process';
import { createDecipheriv } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, usesAesKeyWrap, type WrappingAlgorithm } from '../../main/shared/kms-words';

const workshop = mkdtempSync(join(tmpdir(), 'keyferry-openssl-'));
process.once('exit', () => rmSync(workshop, { recursive: true, force: true }));

/** Everything here is made or opened by the OpenSSL program, which is independent of Keyferry. */

export interface OpensslKeyPair {
  readonly bits: number;
  readonly privateKeyFile: string;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
}

export function makeKeyPair(bits: number): OpensslKeyPair {
  const folder = mkdtempSync(join(workshop, 'x-'));
  const privateKeyFile = join(folder, 'private.pem');
  execFileSync('openssl', [
    'genpkey',
    '-quiet',
    '-algorithm',
    'RSA',
    '-pkeyopt',
    `rsa_keygen_bits:${bits}`,
    '-out',
    privateKeyFile,
  ]);
  const publicKey = execFileSync('openssl', ['pkey', '-in', privateKeyFile, '-pubout', '-outform', 'DER']);
  return { bits, privateKeyFile, publicKey };
}

/** A private key in PKCS#8 DER, as people import it. */
export function makePkcs8(algorithm: 'RSA' | 'EC', option: string): Buffer {
  // As DER, this version of genpkey writes PKCS#1, so a second command makes PKCS#8 from its PEM.
  const pem = execFileSync('openssl', ['genpkey', '-quiet', '-algorithm', algorithm, '-pkeyopt', option]);
  return execFileSync('openssl', ['pkcs8', '-topk8', '-nocrypt', '-outform', 'DER'], { input: pem });
}

/** Unwraps as KMS would: RSAES-OAEP, and for RSA_AES_KEY_WRAP the AES key first, then RFC 5649. */
export function unwrap(pair: OpensslKeyPair, algorithm: WrappingAlgorithm, wrapped: Buffer): Buffer {
  const block = pair.bits / 8;
  const opened = openOaep(pair, hashOf(algorithm), wrapped.subarray(0, block));
  if (!usesAesKeyWrap(algorithm)) {
    if (wrapped.length !== block) throw new Error(`${wrapped.length} bytes where ${block} were due`);
    return opened;
  }
  // Node uses OpenSSL here, which has this cipher; Electron's BoringSSL does not.
  const decipher = createDecipheriv('id-aes256-wrap-pad', opened, Buffer.from('a65959a6', 'hex'));
  return Buffer.concat([decipher.update(wrapped.subarray(block)), decipher.final()]);
}

function openOaep(pair: OpensslKeyPair, hash: string, block: Buffer): Buffer {
  const file = join(mkdtempSync(join(workshop, 'x-')), 'block.bin');
  writeFileSync(file, block);
  const options = [`rsa_padding_mode:oaep`, `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`].flatMap((o) => [
    '-pkeyopt',
    o,
  ]);
  return execFileSync(
    'openssl',
    ['pkeyutl', '-decrypt', '-inkey', pair.privateKeyFile, '-in', file, ...options],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}
