import { z } from 'zod';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { readText } from './text-forms';

/** What `aws kms get-parameters-for-import --output json` prints. */
export interface CliParameters {
  /** A key ARN, as the API returns it. */
  readonly keyId: string;
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  readonly validTo: Date;
}

// Version 2 of the CLI prints ISO 8601 with the local offset, version 1 seconds since 1970.
const validTo = z.union([z.iso.datetime({ offset: true }), z.number().positive()]);
const schema = z.object({
  KeyId: z.string().max(2048),
  PublicKey: z.base64().min(1),
  ImportToken: z.base64().min(1),
  ParametersValidTo: validTo,
});

/** Fields that the command lines of other clouds print for the same call. */
const otherCloudFields = ['TokenExpireTime', 'RequestId', 'Response', 'importJob', 'expiration_time'];

/**
 * Reads the answer of GetParametersForImport as JSON (API_GetParametersForImport, "Response Syntax").
 *
 * Errors: bundle.badJson, bundle.otherCloud.
 */
export function parseCliJson(bytes: Uint8Array): Result<CliParameters> {
  // SECURITY: other JSON may hold anything, for example an opened copy, and must not become a string.
  const isAnswer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('"ImportToken"');
  const json = isAnswer ? parse(readText(bytes)) : undefined;
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const foreign =
      typeof json === 'object' &&
      json !== null &&
      otherCloudFields.some((field) => Object.hasOwn(json, field));
    return err(localError('parameters', foreign ? 'bundle.otherCloud' : 'bundle.badJson'));
  }
  const { KeyId, PublicKey, ImportToken, ParametersValidTo } = parsed.data;
  return ok({
    keyId: KeyId,
    publicKey: Buffer.from(PublicKey, 'base64'),
    importToken: Buffer.from(ImportToken, 'base64'),
    validTo: new Date(typeof ParametersValidTo === 'number' ? ParametersValidTo * 1000 : ParametersValidTo),
  });
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
