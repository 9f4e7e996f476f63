import { decodeHex, writeHex } from '../../encoding/text-digits';
import { definedOnly } from '../../shared/defined-only';
import { localError, type AppError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { checkValueOf } from '../check-value';
import { readCopyFacts, type CopyFacts } from './copy-facts';
import { howToUse } from './how-to-use';
import { describePrivateKey } from '../material/private-key';
import { Secret } from '../secret';

export type { CopyFacts };

const format = 'keyferry-sealed-copy';
const version = 1;
/** No string inside the document can look like these: JSON puts a backslash before each quotation mark in a string. */
const markers = { format: `"format": "${format}"`, version: '"version": ', digits: '"value": "' } as const;
/** The longest material is an RSA 4096 private key: under 2400 bytes. */
const mostMaterialBytes = 4096;
const mostSymmetricBytes = 128;

/**
 * Makes the document that is sealed, version 1 (docs/sealed-copy.md). It tells a successor without Keyferry what it is
 * and how to use it.
 *
 * @param material not changed
 * @returns UTF-8 JSON with the material in clear, in a new buffer that the caller wipes.
 */
export function makeCopyDocument(material: Uint8Array, facts: CopyFacts): Uint8Array {
  const { kind, keyName } = facts.material;
  const document = {
    ...(facts.practice ? { practice: 'PRACTICE: this key exists in the practice KMS alone' } : {}),
    format,
    version,
    madeBy: facts.madeBy,
    madeAt: facts.madeAt,
    howToUse: howToUse(kind),
    kmsKey: facts.key,
    keyMaterial: {
      kind,
      ...definedOnly({ keyName }),
      lengthBytes: material.length,
      encoding: 'hex',
      // SECURITY: key material is never a string; these zeros are replaced with its digits in the bytes.
      value: '0'.repeat(2 * material.length),
    },
    checkValue: facts.checkValue,
    checkValueIs:
      'the first 8 bytes, in hex, of HMAC-SHA-256 with the key material as its key over the ASCII text: keyferry check value v1',
  };
  const text = Buffer.from(`${JSON.stringify(document, null, 2)}\n`, 'utf8');
  const bytes = Buffer.from(new ArrayBuffer(text.length));
  bytes.set(text);
  const start = bytes.indexOf(markers.digits) + markers.digits.length;
  writeHex(material, bytes.subarray(start));
  return bytes;
}

/**
 * Reads a document of {@link makeCopyDocument}, and makes sure that its material matches the rest of it.
 *
 * @param document wiped before this returns, in every case.
 * @param name of the file, for the errors.
 * @returns errors copy.notOurs {name}; copy.version {version}; copy.damaged {name}: the document is ours, but a field
 * is not as we write it, or does not match the material.
 */
export function readCopyDocument(
  document: Uint8Array,
  name: string,
): Result<{ readonly secret: Secret; readonly facts: CopyFacts }> {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.length);
  const scratch: Uint8Array[] = [bytes];
  try {
    if (!bytes.includes(markers.format)) return refuse('copy.notOurs', { name });
    const stated = versionIn(bytes);
    if (stated === undefined) return refuse('copy.damaged', { name });
    if (stated !== version) return refuse('copy.version', { version: stated });
    const digits = digitsIn(bytes);
    const material = digits && decodeHex(digits);
    if (!material) return refuse('copy.damaged', { name });
    scratch.push(material);
    // SECURITY: from here on the document holds no key material, and may become a string.
    digits.fill('0');
    const facts = readCopyFacts(parse(bytes), digits.length);
    if (!facts || !isOf(facts, material)) return refuse('copy.damaged', { name });
    return ok({ secret: Secret.take(material), facts });
  } finally {
    for (const part of scratch) part.fill(0);
  }
}

function versionIn(bytes: Buffer): number | undefined {
  const start = bytes.indexOf(markers.version);
  if (start === -1) return undefined;
  const from = start + markers.version.length;
  const [number] = /^[1-9]\d{0,5}(?=,)/.exec(bytes.toString('latin1', from, from + 8)) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** The hex digits of the material, a view; undefined unless there is exactly one place for them. */
function digitsIn(bytes: Buffer): Buffer | undefined {
  const start = bytes.indexOf(markers.digits);
  if (start === -1 || bytes.indexOf(markers.digits, start + 1) !== -1) return undefined;
  const rest = bytes.subarray(start + markers.digits.length);
  const length = rest.indexOf('"');
  return length === -1 || length > 2 * mostMaterialBytes ? undefined : rest.subarray(0, length);
}

function isOf(
  { checkValue, material: { kind, lengthBytes, keyName } }: CopyFacts,
  material: Uint8Array,
): boolean {
  if (lengthBytes !== material.length || checkValue !== checkValueOf(material)) return false;
  if (kind === 'symmetric') return material.length <= mostSymmetricBytes && keyName === undefined;
  const described = describePrivateKey(material);
  return described.ok && described.value.kind === kind && described.value.keyName === keyName;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function refuse(code: AppError['code'], facts: AppError['facts']) {
  return err(localError('custody', code, facts));
}
