import { decodeBase64 } from '../../encoding/text-digits';

const versionLine = 'age-encryption.org/v1\n';
const armorStart = '-----BEGIN AGE ENCRYPTED FILE-----';
/** "ASCII armor" of the age specification: base64 in lines of 64 characters; the last may be shorter. */
const armor =
  /^[ \t\r\n]*-----BEGIN AGE ENCRYPTED FILE-----\r?\n((?:[A-Za-z0-9+/]{64}\r?\n)*[A-Za-z0-9+/=]{1,64}\r?\n)-----END AGE ENCRYPTED FILE-----[ \t\r\n]*$/;
/** White space that may stand in front of an armored file. */
const mostSpace = 1024;

export interface AgeHeader {
  /** `passphrase`: one stanza of type scrypt; `recipients`: anything else that begins as an age file does. */
  readonly form: 'passphrase' | 'recipients';
  /** Base-2 logarithm of the scrypt cost, where the file says one. */
  readonly workFactor?: number;
}

/**
 * The age file in its binary form, taken out of its armor where it has one; undefined when it is none.
 *
 * SECURITY: other files may be key material or shares. They are told apart by their first bytes, and never become a
 * string.
 */
export function binaryAgeFile(file: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (startsWith(bytes, versionLine)) return file;
  const start = bytes.subarray(0, mostSpace).findIndex((byte) => byte > 0x20);
  if (start === -1 || !startsWith(bytes.subarray(start), armorStart)) return undefined;
  const digits = armor.exec(bytes.toString('latin1'))?.[1]?.replace(/[\r\n]/g, '') ?? '';
  const binary = digits.length % 4 === 0 ? decodeBase64(Buffer.from(digits, 'latin1')) : undefined;
  return binary && startsWith(Buffer.from(binary), versionLine) ? binary : undefined;
}

/**
 * What the header says before anything is opened (age-encryption.org/v1, "Header": stanzas `-> type arguments`). It is
 * not authenticated yet.
 *
 * @param file in binary form
 */
export function readAgeHeader(file: Uint8Array): AgeHeader {
  const [, stanza = ''] = Buffer.from(file.subarray(0, 256)).toString('latin1').split('\n');
  const [, type, , workFactor] = stanza.split(' ');
  if (type !== 'scrypt') return { form: 'recipients' };
  const isNumber = workFactor !== undefined && /^[1-9]\d{0,2}$/.test(workFactor);
  return { form: 'passphrase', ...(isNumber ? { workFactor: Number(workFactor) } : {}) };
}

const startsWith = (bytes: Buffer, text: string): boolean =>
  bytes.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));
