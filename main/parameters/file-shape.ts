import { decodeBase64 } from '../encoding/text-digits';
import { isSpace, startsWithMark } from './text-forms';

// SECURITY: everything here works on bytes: if a file turned out to be key material, a string of it could not be wiped.

/** What a file is, as far as its first bytes show. */
export type FileShape =
  'archive' | 'json' | 'public-key' | 'private-key' | 'token' | 'utf-16' | 'base64' | 'unknown';

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The first bytes of every import token of AWS KMS seen so far. Undocumented, so only a hint. */
export const tokenStart = Buffer.from([0x01, 0x01, 0x02, 0x00, 0x78]);
const utf16Marks = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const pemStart = ascii('-----BEGIN ');
/** Any other label may belong to a private key. */
const publicLabels = ['PUBLIC KEY', 'RSA PUBLIC KEY', 'CERTIFICATE'].map(ascii);
/** Encryption schemes of PKCS#5 and PKCS#12, which precede an encrypted private key (RFC 5958 §3). */
const encryptionSchemes = ['2a864886f70d0105', '2a864886f70d010c'].map((hex) => Buffer.from(hex, 'hex'));

const sequenceTag = 0x30;
const integerTag = 0x02;

/** @param bytes a whole file, or its first `headBytes`. */
export function shapeOf(bytes: Uint8Array): FileShape {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, longestHead));
  if (startsWith(head, ascii('PK'))) return 'archive';
  if (startsWith(head, tokenStart)) return 'token';
  if (utf16Marks.some((mark) => startsWith(head, mark))) return 'utf-16';
  const shape = head[0] === sequenceTag ? shapeOfDer(head) : 'unknown';
  if (shape !== 'unknown') return shape;
  return shapeOfText(afterSpace(startsWithMark(head) ? head.subarray(3) : head));
}

/** In bytes. White space before a text may be longer. */
const longestHead = 64;

function shapeOfText(text: Buffer): FileShape {
  if (text[0] === 0x7b) return text.some(isControl) ? 'unknown' : 'json';
  if (startsWith(text, pemStart)) return shapeOfPem(text.subarray(pemStart.length));
  const digits = Math.min(16, text.length - (text.length % 4));
  const decoded = decodeBase64(text.subarray(0, digits));
  if (decoded === undefined) return 'unknown';
  const shape = decoded[0] === sequenceTag ? shapeOfDer(decoded) : 'unknown';
  const isToken = startsWith(decoded, tokenStart);
  decoded.fill(0);
  if (isToken) return 'token';
  return shape === 'unknown' ? 'base64' : shape;
}

/** @param label the bytes after `-----BEGIN `, perhaps cut off */
function shapeOfPem(label: Buffer): FileShape {
  if (label.length < shortestLabel) return 'unknown';
  const isPublic = publicLabels.some(
    (known) => startsWith(label, known) || startsWith(known, label.subarray(0, known.length)),
  );
  return isPublic ? 'public-key' : 'private-key';
}

/** Enough to tell `RSA PUB` from `RSA PRI`. */
const shortestLabel = 7;

/**
 * Tells from the first element of a SEQUENCE. A private key in any container begins with a version of one byte, or with
 * its encryption scheme; a public key or a certificate with another SEQUENCE, whose length is no printable character.
 */
function shapeOfDer(der: Uint8Array): FileShape {
  const bytes = Buffer.from(der.buffer, der.byteOffset, der.length);
  const length = bytes[1] ?? 0;
  const at = length < 0x80 ? 2 : 2 + (length & 0x7f);
  const [tag, next = 0] = bytes.subarray(at);
  if (encryptionSchemes.some((scheme) => bytes.includes(scheme))) return 'private-key';
  if (tag === integerTag) return next === 1 ? 'private-key' : 'public-key';
  const isPrintable = next >= 0x20 && next < 0x7f;
  return tag === sequenceTag && !isPrintable ? 'public-key' : 'unknown';
}

/** A byte that no JSON text holds (RFC 8259 §7): binary data, and key material, may begin with a brace as well. */
const isControl = (byte: number): boolean => byte < 0x20 && !isSpace(byte);

function afterSpace(text: Buffer): Buffer {
  const at = text.findIndex((byte) => !isSpace(byte));
  return at === -1 ? text.subarray(text.length) : text.subarray(at);
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  bytes.length >= start.length && Buffer.from(start).equals(bytes.subarray(0, start.length));
