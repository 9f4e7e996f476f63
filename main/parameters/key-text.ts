import { decodeBase64 } from '../encoding/text-digits';
import { localError } from '../shared/errors';
import { err, ok } from '../shared/result';
import type { Result } from '../shared/result';

const privateKeyMark = /PRIVATE[ -](KEY|LINES)/i;
const pemLabel = /-----BEGIN ([^\r\n]*?)-----/g;
const onePublicKey = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----\s*$/;
/** Where one base64 text ends and the SEQUENCE of the next begins. */
const secondKeyAfterPadding = '=MI';

/**
 * Takes the DER bytes out of a public key file: DER itself, PEM (RFC 7468) with exactly one block, or bare base64 or
 * base64url on one or many lines, with or without byte order marks (UTF-8, UTF-16) and Windows line ends. The DER is
 * not checked; a file that begins with a SEQUENCE tag is taken as DER.
 */
export function derOfKeyFile(bytes: Uint8Array): Result<Uint8Array> {
  if (bytes[0] === 0x30) return ok(bytes);
  const text = decodeText(bytes);
  if (text === undefined) return refuse('wrappingKey.malformed');
  // SECURITY: a private key must never pass for the public one, whatever else the file contains.
  if (privateKeyMark.test(text)) return refuse('wrappingKey.privateKey');
  return text.includes('-----BEGIN') ? derOfPem(text) : derOfBase64(text.replace(/\s+/g, ''));
}

function decodeText(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function derOfPem(text: string): Result<Uint8Array> {
  const labels = [...text.matchAll(pemLabel)].map((match) => match[1] ?? '');
  if (labels.some((label) => label.includes('CERTIFICATE'))) return refuse('wrappingKey.certificate');
  if (labels.length > 1) return refuse('wrappingKey.severalKeys');
  const body = onePublicKey.exec(text)?.[1];
  return body === undefined ? refuse('wrappingKey.malformed') : derOfBase64(body.replace(/\s+/g, ''));
}

function derOfBase64(text: string): Result<Uint8Array> {
  if (text.includes(secondKeyAfterPadding)) return refuse('wrappingKey.severalKeys');
  const der = decodeBase64(new TextEncoder().encode(text));
  return der ? ok(der) : refuse('wrappingKey.malformed');
}

function refuse(
  code:
    | 'wrappingKey.malformed'
    | 'wrappingKey.privateKey'
    | 'wrappingKey.certificate'
    | 'wrappingKey.severalKeys',
) {
  return err(localError('parameters', code));
}
