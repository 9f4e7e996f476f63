// This entry point of the library comes without workers and WebAssembly.
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { WrappingAlgorithm, WrappingKeySpec } from '../../shared/kms-words';
import { newKeyMaterial, type ForRotation } from '../for-rotation';

/** The names that the AWS KMS console gives. */
const names = { key: 'WrappingPublicKey.bin', token: 'ImportToken.bin', readme: 'README.txt' } as const;

/**
 * Packs import parameters as the AWS KMS console does for a download: a DER public key, an import token, and a README
 * with six lines; two more say what they are for, where it is for a rotation.
 *
 * @returns a zip file, stored without compression
 */
export async function packParameters(parameters: {
  /** As the console names the key; or its ARN, as the API does. */
  readonly keyId: string;
  readonly wrappingKeySpec: WrappingKeySpec;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  readonly validTo: Date;
  readonly forRotation?: ForRotation;
}): Promise<Uint8Array> {
  const readme = [
    `Key ID: ${parameters.keyId}`,
    `Wrapping key spec: ${parameters.wrappingKeySpec}`,
    `Wrapping algorithm: ${parameters.wrappingAlgorithm}`,
    `Wrapping public key file: ${names.key}`,
    `Import token file: ${names.token}`,
    `Wrapping public key and import token expiration: ${parameters.validTo.toUTCString()}`,
    ...(parameters.forRotation
      ? [
          `Import type: ${newKeyMaterial}`,
          `Former check values: ${parameters.forRotation.formerCheckValues.join(' ')}`,
        ]
      : []),
  ].join('\r\n');
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 0, extendedTimestamp: false });
  for (const [name, bytes] of [
    [names.key, parameters.publicKey],
    [names.token, parameters.importToken],
    [names.readme, Buffer.from(readme, 'ascii')],
  ] as const) {
    await zip.add(name, new Uint8ArrayReader(bytes));
  }
  return await zip.close();
}
