import { decodeBase64 } from '../encoding/text-digits';
import { localError } from '../shared/errors';
import { err, ok } from '../shared/result';
import type { Result } from '../shared/result';

const privateKeyMark = /PRIVATE[ -](KEY|LINES)/i;
const pemLabel = /-----BEGIN ([^\r\n]*?)-----/g;
const onePublicKey = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----\s*$/;
/** Where one base64 text has ended and the next one's SEQUENCE begins. */
const secondKeyAfterPadding = '=MI';

/**
 * Brings the ways in which people store a public key down to its DER bytes: DER itself, PEM (RFC 7468) with
 * exactly one block, or bare base64 or base64url on one or many lines. UTF-8 and UTF-16 byte order marks and
 * Windows line ends are taken. The DER is not looked at, save that bytes beginning with a SEQUENCE are no text.
 */
export function derOfKeyFile(bytes: Uint8Array): Result<Uint8Array> {
  if (bytes[0] === 0x30) return ok(bytes);
  const text = decodeText(bytes);
  if (text === undefined) return refuse('wrappingKey.malformed');
  // SECURITY: a private key in place of the public one must never pass for it, whatever else the file holds.
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
