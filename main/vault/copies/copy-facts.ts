import type { CopyKey } from '../../shared/views/custody';
import type { FoundMaterial, MaterialKind } from '../../shared/views/app';

/** What a copy says about the material in it. */
export interface CopyFacts {
  readonly material: FoundMaterial;
  /** 16 lower-case hex digits, see check-value.ts. */
  readonly checkValue: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** `Keyferry 0.1.0` */
  readonly madeBy: string;
  readonly practice: boolean;
  readonly key: CopyKey;
}

type Fields = Readonly<Record<string, unknown>>;

const kinds: readonly MaterialKind[] = ['symmetric', 'rsa-private-key', 'ec-private-key'];
const isoUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const oneLine = (most: number): RegExp => new RegExp(`^[^\\p{C}]{1,${most}}$`, 'u');
const keyFields: Readonly<Record<keyof CopyKey, RegExp>> = {
  keyId: /^[\w-]{1,128}$/,
  keyArn: /^arn:[\w:/-]{1,2040}$/,
  keyMaterialId: /^[0-9a-f]{64}$/,
  accountId: /^\d{12}$/,
  region: /^[a-z0-9-]{1,64}$/,
  alias: /^[\w:/-]{1,250}$/,
  ceremony: oneLine(256),
};

/**
 * Checks every field of a version 1 document whose key material was replaced with zeros. It is done by hand, because a
 * schema library would be larger than the rest of the vault.
 *
 * @param parsed what JSON.parse gave
 * @param digits how many hex digits the material had
 * @returns undefined when a field is missing, unknown, or not as we write it.
 */
export function readCopyFacts(parsed: unknown, digits: number): CopyFacts | undefined {
  const document = fields(parsed, [
    ...['format', 'version', 'madeBy', 'madeAt', 'howToUse', 'kmsKey', 'keyMaterial', 'checkValue'],
    ...['checkValueIs', 'practice?'],
  ]);
  const material = fields(document?.['keyMaterial'], [
    'kind',
    'lengthBytes',
    'encoding',
    'value',
    'keyName?',
  ]);
  if (!document || !material) return undefined;
  const { practice, madeBy, madeAt, howToUse, checkValue, checkValueIs } = document;
  const { kind, keyName, lengthBytes, encoding, value } = material;
  const key = readKey(document['kmsKey']);
  const knownKind = kinds.find((known) => known === kind);
  if (!key || !knownKind || !isText(madeBy, oneLine(200)) || !isText(madeAt, isoUtc)) return undefined;
  if (!isText(checkValue, /^[0-9a-f]{16}$/) || !isText(checkValueIs, oneLine(1000))) return undefined;
  if (practice !== undefined && !isText(practice, oneLine(200))) return undefined;
  if (!isLines(howToUse)) return undefined;
  if (typeof lengthBytes !== 'number' || encoding !== 'hex' || value !== '0'.repeat(digits)) return undefined;
  if (keyName !== undefined && !isText(keyName, oneLine(40))) return undefined;
  return {
    material: { kind: knownKind, lengthBytes, ...(keyName === undefined ? {} : { keyName }) },
    checkValue,
    madeAt,
    madeBy,
    practice: practice !== undefined,
    key,
  };
}

/** An object with all of these fields and no others; those that end in `?` may be missing. */
function fields(value: unknown, names: readonly string[]): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isKnown = (key: string): boolean => names.includes(key) || names.includes(`${key}?`);
  const isThere = (name: string): boolean => name.endsWith('?') || Object.hasOwn(value, name);
  return Object.keys(value).every(isKnown) && names.every(isThere) ? (value as Fields) : undefined;
}

function readKey(value: unknown): CopyKey | undefined {
  const names = Object.keys(keyFields) as (keyof CopyKey)[];
  const key = fields(
    value,
    names.map((name) => `${name}?`),
  );
  if (!key) return undefined;
  const isSound = names.every((name) => key[name] === undefined || isText(key[name], keyFields[name]));
  return isSound ? key : undefined;
}

const isText = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value);

const isLines = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 100 && value.every((line) => isText(line, oneLine(2000)));
