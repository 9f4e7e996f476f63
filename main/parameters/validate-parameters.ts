import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { wrappingAlgorithms, type WrappingAlgorithm } from '../shared/kms-words';
import { err, ok, type Result } from '../shared/result';
import type { IntakeForm } from '../shared/views/app';
import { fingerprintOf } from './fingerprint';
import { readKeyArn, type ImportParameters } from './import-parameters';
import { looksLikeToken, type RawBundle } from './parse-bundle';
import { readWrappingKey } from './wrapping-key';

/**
 * Turns a parsed download into parameters that may be used. Pure: the same input gives the same result.
 *
 * Errors: wrappingKey.*, bundle.readmeContradictsKey, parameters.unsupportedAlgorithm, parameters.tokenTooLarge,
 * parameters.expired.
 */
export function validateParameters(raw: RawBundle, form: IntakeForm, now: Date): Result<ImportParameters> {
  const wrappingKey = readWrappingKey(raw.publicKey);
  if (!wrappingKey.ok) return wrappingKey;
  const { spec, spkiDer } = wrappingKey.value;
  if (raw.wrappingKeySpec !== undefined && raw.wrappingKeySpec !== spec) {
    const facts = { stated: raw.wrappingKeySpec.slice(0, 40), found: spec };
    return err(localError('parameters', 'bundle.readmeContradictsKey', facts));
  }
  const wrappingAlgorithm =
    raw.wrappingAlgorithm === undefined ? undefined : knownAlgorithm(raw.wrappingAlgorithm);
  if (raw.wrappingAlgorithm !== undefined && wrappingAlgorithm === undefined) {
    const facts = { stated: raw.wrappingAlgorithm.slice(0, 40) };
    return err(localError('parameters', 'parameters.unsupportedAlgorithm', facts));
  }
  if (raw.importToken.length > limits.maxTokenBytes) {
    const facts = { bytes: raw.importToken.length, maxBytes: limits.maxTokenBytes };
    return err(localError('parameters', 'parameters.tokenTooLarge', facts));
  }
  if (isExpired(raw.validTo, now)) return err(expired(raw.validTo, now));

  const keyArn = raw.keyId === undefined ? undefined : readKeyArn(raw.keyId);
  return ok({
    form: raw.fromCli ? 'cli-json' : form,
    files: raw.files,
    wrappingKey: wrappingKey.value,
    fingerprint: fingerprintOf(spkiDer),
    importToken: raw.importToken,
    tokenLooksFamiliar: looksLikeToken(raw.importToken),
    ...definedOnly({
      keyId: keyArn?.keyId ?? raw.keyId,
      keyArn,
      wrappingAlgorithm,
      validTo: raw.validTo,
      forRotation: raw.forRotation,
    }),
  });
}

export function isExpired(validTo: Date | undefined, now: Date): validTo is Date {
  return validTo !== undefined && validTo <= now;
}

/** The facts have both times, because the clock of a computer that is never online may be wrong. */
export function expired(validTo: Date, now: Date) {
  const facts = { validTo: validTo.toISOString(), now: now.toISOString() };
  return localError('parameters', 'parameters.expired', facts);
}

function knownAlgorithm(name: string): WrappingAlgorithm | undefined {
  return wrappingAlgorithms.find((known) => known === name);
}
