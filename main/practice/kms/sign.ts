import {
  constants,
  createHmac,
  createPublicKey,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import { refuse } from '../aws-fault';
import type { Fields } from '../fields';
import type { PracticeKey } from '../store';
import type { Call } from '../world';
import { requireUsage } from './encrypt';
import { findKey } from './find-key';
import { algorithmsOf, bitsOf, isEdwards } from './key-specs';
import { currentMaterial, requireUsable } from './key-state';
import { privateKeyOf } from './import/material';

const maxMessageBytes = 4096;
const maxSignatureBytes = 6144;

export function generateMac(call: Call, input: Fields): object {
  const { key, MacAlgorithm, mac } = macOf(call, input);
  return { KeyId: key.arn, Mac: mac.toString('base64'), MacAlgorithm };
}

export function verifyMac(call: Call, input: Fields): object {
  const { key, MacAlgorithm, mac } = macOf(call, input);
  const given = input.bytes('Mac', maxSignatureBytes);
  if (given.length !== mac.length || !timingSafeEqual(given, mac)) refuse('KMSInvalidMacException');
  return { KeyId: key.arn, MacValid: true, MacAlgorithm };
}

function macOf(call: Call, input: Fields): { key: PracticeKey; MacAlgorithm: string; mac: Buffer } {
  const key = findKey(call, input, { aliases: true });
  requireUsage(key, 'GENERATE_VERIFY_MAC', call.operation);
  requireUsable(key);
  const MacAlgorithm = algorithmFor(key, 'MacAlgorithms', input.text('MacAlgorithm'));
  const message = input.bytes('Message', maxMessageBytes);
  const mac = createHmac(`sha${bitsOf(key.spec)}`, bytesOf(key))
    .update(message)
    .digest();
  return { key, MacAlgorithm, mac };
}

export function sign(call: Call, input: Fields): object {
  const { key, SigningAlgorithm, message, hash, options } = signatureCall(call, input);
  const signature = signBytes(hash, message, { key: privateKey(key), ...options });
  return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm };
}

export function verify(call: Call, input: Fields): object {
  const { key, SigningAlgorithm, message, hash, options } = signatureCall(call, input);
  const signature = input.bytes('Signature', maxSignatureBytes);
  if (!verifyBytes(hash, message, { key: createPublicKey(privateKey(key)), ...options }, signature)) {
    refuse('KMSInvalidSignatureException');
  }
  return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm };
}

function signatureCall(call: Call, input: Fields) {
  const key = findKey(call, input, { aliases: true });
  requireUsage(key, 'SIGN_VERIFY', call.operation);
  requireUsable(key);
  if (
    input.optionalText('MessageType') === 'DIGEST' ||
    input.optionalText('SigningAlgorithm') === 'ED25519_PH_SHA_512'
  ) {
    refuse('UnsupportedOperationException', 'The practice AWS signs messages, not digests');
  }
  const SigningAlgorithm = algorithmFor(key, 'SigningAlgorithms', input.text('SigningAlgorithm'));
  const message = input.bytes('Message', maxMessageBytes);
  // Ed25519 has its hash in itself.
  const hash = isEdwards(key.spec) ? null : `sha${SigningAlgorithm.slice(-3)}`;
  const options = SigningAlgorithm.includes('PSS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {};
  return { key, SigningAlgorithm, message, hash, options };
}

function algorithmFor(key: PracticeKey, member: string, asked: string): string {
  if (algorithmsOf(key.spec, key.usage)[member]?.includes(asked)) return asked;
  refuse('InvalidKeyUsageException', `Algorithm ${asked} is incompatible with key spec ${key.spec}.`);
}

function bytesOf(key: PracticeKey): Uint8Array {
  const bytes = currentMaterial(key)?.bytes;
  if (!bytes) throw new Error(`${key.arn} is usable and has no material`);
  return bytes;
}

function privateKey(key: PracticeKey) {
  const made = privateKeyOf(bytesOf(key));
  if (!made) throw new Error(`${key.arn} holds material that is not a private key`);
  return made;
}
