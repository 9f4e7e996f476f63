import { usesAesKeyWrap, wrappingAlgorithms, wrappingKeySpecs } from '../../../shared/kms-words';
import type { WrappingAlgorithm, WrappingKeySpec } from '../../../shared/kms-words';
import { refuse } from '../../aws-fault';
import type { Fields } from '../../fields';
import type { ImportSet, PracticeKey } from '../../store';
import type { Call } from '../../world';
import { findKey } from '../find-key';
import { makeImportToken } from '../import-token';
import { wireTime } from '../key-metadata';
import { isHmac, isRsa } from '../key-specs';
import { requireNot, toBeDeleted } from '../key-state';

const tokenLifetimeMs = 24 * 60 * 60 * 1000;

/**
 * Makes a wrapping key and an import token for each other and for this KMS key, valid for 24 hours. Earlier sets stay
 * valid.
 * Source: AWS KMS API Reference, GetParametersForImport.
 */
export async function getParametersForImport(call: Call, input: Fields): Promise<object> {
  const { store, world } = call;
  const key = findKey(call, input);
  const algorithm = input.choice('WrappingAlgorithm', [
    ...wrappingAlgorithms,
    'RSAES_PKCS1_V1_5',
    'SM2PKE',
  ] as const);
  const spec = input.choice('WrappingKeySpec', [...wrappingKeySpecs, 'SM2'] as const);
  requireExternal(key);
  requireNot(key, ...toBeDeleted, 'Creating', 'Updating');
  if (algorithm === 'RSAES_PKCS1_V1_5' || algorithm === 'SM2PKE' || spec === 'SM2') {
    refuse('UnsupportedOperationException', `${algorithm} with ${spec} is not supported in this Region.`);
  }
  if (!suits(key, algorithm, spec)) {
    refuse(
      'UnsupportedOperationException',
      `${algorithm} with ${spec} is not valid for ${key.spec} key material.`,
    );
  }
  const { publicKey, privateKey } = await world.options.makeRsaKeys(Number(spec.slice(4)));
  const token = makeImportToken(spec, world.options.marksImportTokens);
  const validTo = world.now() + tokenLifetimeMs;
  const set: ImportSet = { keyId: key.id, wrappingAlgorithm: algorithm, validTo, wrappingKey: privateKey };
  store.importSets.set(Buffer.from(token).toString('hex'), set);
  return {
    KeyId: key.arn,
    ImportToken: Buffer.from(token).toString('base64'),
    PublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    ParametersValidTo: wireTime(validTo),
  };
}

export function requireExternal(key: PracticeKey): void {
  if (key.origin !== 'EXTERNAL') wrongOrigin(key);
}

/** The text was recorded from AWS. @throws AwsFault UnsupportedOperationException */
export function wrongOrigin(key: PracticeKey): never {
  refuse(
    'UnsupportedOperationException',
    `${key.arn} origin is ${key.origin} which is not valid for this operation.`,
  );
}

/** Source: AWS KMS Developer Guide, "Select a wrapping algorithm". */
function suits({ spec }: PracticeKey, algorithm: WrappingAlgorithm, wrapping: WrappingKeySpec): boolean {
  if (spec === 'SYMMETRIC_DEFAULT' || isHmac(spec)) return !usesAesKeyWrap(algorithm);
  if (isRsa(spec)) return usesAesKeyWrap(algorithm);
  return usesAesKeyWrap(algorithm) || spec !== 'ECC_NIST_P521' || wrapping !== 'RSA_2048';
}
