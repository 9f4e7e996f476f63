import { localError, type AppError } from '../../shared/errors';
import { usesAesKeyWrap } from '../../shared/kms-words';
import type { FoundMaterial } from '../../shared/views/app';
import type { Fit } from '../messages';
import { maxDirectLength } from '../wrap';

/**
 * Why this material cannot be wrapped with this algorithm and key; undefined when it can. Symmetric keys have one
 * length and need RSAES_OAEP; RSA private keys need RSA_AES_KEY_WRAP, whether or not they would fit under the wrapping
 * key ("Encrypting key material", AWS KMS developer guide).
 *
 * @param lengthBytes the length of symmetric material: 32, or 16 in the China Regions.
 * @returns material.refusesAesKeyWrap, material.wrongLength {actualBytes, expectedBytes}, material.needsAesKeyWrap,
 * material.tooLargeForWrappingKey {actualBytes, maxBytes}
 */
export function unfit(
  material: FoundMaterial,
  { wrappingAlgorithm, wrappingKeySpec, lengthBytes }: Fit & { readonly lengthBytes: 32 | 16 },
): AppError | undefined {
  const actualBytes = material.lengthBytes;
  const wrapsKeys = usesAesKeyWrap(wrappingAlgorithm);
  if (material.kind === 'symmetric') {
    if (wrapsKeys) return localError('material', 'material.refusesAesKeyWrap');
    return actualBytes === lengthBytes
      ? undefined
      : localError('material', 'material.wrongLength', { actualBytes, expectedBytes: lengthBytes });
  }
  if (wrapsKeys) return undefined;
  if (material.kind === 'rsa-private-key') return localError('material', 'material.needsAesKeyWrap');
  const maxBytes = maxDirectLength(wrappingKeySpec, wrappingAlgorithm);
  return actualBytes <= maxBytes
    ? undefined
    : localError('material', 'material.tooLargeForWrappingKey', { actualBytes, maxBytes });
}
