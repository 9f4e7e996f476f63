import {
  GrantOperation,
  type GetParametersForImportResponse,
  type GrantListEntry,
  type KeyMetadata,
} from '@aws-sdk/client-kms';
import { definedOnly } from '../shared/defined-only';
import { limits } from '../shared/limits';
import { keyIdOf, parseArn } from './arn';
import type { FetchedParameters, GrantFacts, KeyFacts } from './kms-port';

const maxPublicKeyBytes = 8192;
const maxDescriptionChars = 8192;

/** @returns undefined when a key's metadata contradicts itself or lacks what AWS always sends. */
export function keyFactsOf(metadata: KeyMetadata | undefined): KeyFacts | undefined {
  if (metadata === undefined) return undefined;
  const { Arn, KeyId, KeyState, Origin, KeySpec } = metadata;
  const arn = textOf(Arn, 2048);
  const parts = arn === undefined ? undefined : parseArn(arn);
  const keyId = textOf(KeyId, 2048);
  if (arn === undefined || keyId === undefined || !parts) return undefined;
  if (parts.service !== 'kms' || parts.resource !== `key/${keyId}`) return undefined;
  if (metadata.AWSAccountId !== undefined && metadata.AWSAccountId !== parts.accountId) return undefined;
  const [state, origin, keySpec] = [wordOf(KeyState), wordOf(Origin), wordOf(KeySpec)];
  if (state === undefined || origin === undefined || keySpec === undefined) return undefined;
  return {
    arn,
    keyId,
    accountId: parts.accountId,
    state,
    origin,
    keySpec,
    multiRegion: metadata.MultiRegion === true,
    description: (metadata.Description ?? '').slice(0, maxDescriptionChars),
    ...definedOnly({
      createdAt: dateOf(metadata.CreationDate),
      expirationModel: wordOf(metadata.ExpirationModel),
      validTo: dateOf(metadata.ValidTo),
      currentKeyMaterialId: metadata.CurrentKeyMaterialId,
    }),
  };
}

/** @returns undefined unless all parts are there, of the sizes that KMS documents, and for the requested key. */
export function parametersOf(
  answer: GetParametersForImportResponse,
  keyId: string,
): FetchedParameters | undefined {
  const keyArn = textOf(answer.KeyId, 2048);
  const publicKey = bytesOf(answer.PublicKey, maxPublicKeyBytes);
  const importToken = bytesOf(answer.ImportToken, limits.maxTokenBytes);
  const validTo = dateOf(answer.ParametersValidTo);
  if (keyArn === undefined || !sameKey(keyArn, keyId) || !publicKey || !importToken || !validTo)
    return undefined;
  return { keyArn, publicKey, importToken, validTo };
}

/** @returns none for an entry without the id that AWS always sends. */
export function grantFactsOf(entry: GrantListEntry): readonly GrantFacts[] {
  const grantId = textOf(entry.GrantId, 128);
  if (grantId === undefined) return [];
  const constraints = Object.values(entry.Constraints ?? {}).filter((value) => value !== undefined);
  return [
    {
      grantId,
      operations: (entry.Operations ?? []).filter((name) => wordOf(name) !== undefined),
      isConstrained: constraints.length > 0,
      ...definedOnly({
        name: textOf(entry.Name, 256),
        grantee: textOf(entry.GranteePrincipal ?? entry.GranteeServicePrincipal, 2048),
        retiring: textOf(entry.RetiringPrincipal ?? entry.RetiringServicePrincipal, 2048),
        issuingAccount: accountOf(entry.IssuingAccount),
        createdAt: dateOf(entry.CreationDate),
      }),
    },
  ];
}

/** The operations that AWS knows for grants. */
export const grantOperations = (names: readonly string[]): GrantOperation[] =>
  Object.values(GrantOperation).filter((name) => names.includes(name));

/** Whether both, each a key id or a key ARN, are the same key. Two ARNs must be equal. */
export function sameKey(answered: string | undefined, asked: string): boolean {
  if (answered === undefined) return false;
  if (parseArn(answered) && parseArn(asked)) return answered === asked;
  return keyIdOf(answered) === keyIdOf(asked);
}

// AWS writes it as an ARN: `arn:aws:iam::111122223333:root`.
const accountOf = (issuer: string | undefined): string | undefined =>
  issuer === undefined || /^\d{12}$/.test(issuer) ? issuer : parseArn(issuer)?.accountId;

export function bytesOf(value: Uint8Array | undefined, max: number): Uint8Array | undefined {
  return value instanceof Uint8Array && value.length > 0 && value.length <= max ? value : undefined;
}

export function textOf(value: string | undefined, max: number): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= max ? value : undefined;
}

export const wordOf = (value: string | undefined): string | undefined =>
  value !== undefined && /^[A-Za-z0-9_]{1,64}$/.test(value) ? value : undefined;

export const dateOf = (value: Date | undefined): Date | undefined =>
  value instanceof Date && !Number.isNaN(value.getTime()) ? value : undefined;
