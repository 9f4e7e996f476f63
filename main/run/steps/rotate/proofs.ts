import { createHash, randomBytes } from 'node:crypto';
import { localError } from '../../../shared/errors';
import { isUncertain } from '../../../shared/unfinished';
import { patienceMs, repeatWhile } from '../../calls';
import { done, failed, type Step } from '../../recipe';
import { isOver } from '../../run';
import { skippedIfDenied } from '../verify';
import { newMaterialOf, type Rotating } from './materials';

/** Encrypts 32 random bytes with the material that is current before. Skipped where that is denied. */
export const encryptBefore: Step<Rotating> = async ({ run, kms, call }) => {
  // Once AWS may have rotated, this would encrypt with the new one.
  if (isOver(run, 'rotate') || isUncertain(run.rows.get('rotate')?.state)) {
    return { end: run.testText === undefined ? 'skipped' : 'done' };
  }
  const plaintext = randomBytes(32);
  const encrypted = await call('Encrypt', () => kms.encrypt(run.key.keyId, plaintext));
  if (encrypted.outcome !== 'done') return skippedIfDenied(encrypted);
  run.testText = { ciphertext: encrypted.value, plaintextSha256: sha256Of(plaintext) };
  return done(encrypted.requestId);
};

/** What was encrypted before is still read, with the former material. Error: rotate.oldText. */
export const decryptBefore: Step<Rotating> = async ({ run, kms, call }) => {
  const { testText, before } = run;
  if (testText === undefined) return { end: 'skipped' };
  const decrypted = await call('Decrypt', () => kms.decrypt(run.key.keyId, testText.ciphertext));
  if (decrypted.outcome !== 'done') return skippedIfDenied(decrypted);
  const { plaintext, keyMaterialId = before.currentKeyMaterialId } = decrypted.value;
  const isRead =
    sha256Of(plaintext) === testText.plaintextSha256 && keyMaterialId === before.currentKeyMaterialId;
  return isRead ? done(decrypted.requestId) : failed(localError('run', 'rotate.oldText', undefined, 'same'));
};

/**
 * What is encrypted now is encrypted with the new material: Decrypt names it, and Encrypt does not. A minute at most,
 * since AWS uses it everywhere only after a while. Error: rotate.newText.
 */
export const encryptAfter: Step<Rotating> = async ({ run, kms, call, ports }) => {
  const plaintext = randomBytes(32);
  const asked = await repeatWhile(
    ports.clock,
    patienceMs,
    async () => {
      const encrypted = await call('Encrypt', () => kms.encrypt(run.key.keyId, plaintext));
      return encrypted.outcome === 'done'
        ? await call('Decrypt', () => kms.decrypt(run.key.keyId, encrypted.value))
        : encrypted;
    },
    (answer) => answer.outcome === 'done' && answer.value.keyMaterialId !== newMaterialOf(run),
  );
  if (asked.outcome !== 'done') return skippedIfDenied(asked);
  const { plaintext: read, keyMaterialId } = asked.value;
  return sha256Of(read) === sha256Of(plaintext) && keyMaterialId === newMaterialOf(run)
    ? done(asked.requestId)
    : failed(localError('run', 'rotate.newText', undefined, 'same'));
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
