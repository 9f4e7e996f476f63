import { decodeBase64 } from '../../encoding/text-digits';
import { localError } from '../../shared/errors';
import type { AppError } from '../../shared/errors';
import { err, ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { withoutSpace } from './material-text';

const begin = '-----BEGIN ';
const dashes = '-----';
const longestLabel = 40;

/** Labels of private keys in containers that KMS does not take, and the names of these containers. */
const otherPrivateKeys: Readonly<Record<string, string>> = {
  'RSA PRIVATE KEY': 'PKCS#1',
  'EC PRIVATE KEY': 'SEC 1',
  'DSA PRIVATE KEY': 'DSA',
  'OPENSSH PRIVATE KEY': 'OpenSSH',
};

const publicLabels = ['PUBLIC KEY', 'CERTIFICATE'];

/** Whether the file has a PEM block. */
export function looksLikePem(file: Uint8Array): boolean {
  return view(file).includes(begin);
}

/**
 * Takes the DER out of a file with exactly one PEM block (RFC 7468) labelled PRIVATE KEY. Text around the block is
 * ignored, because key stores write some there.
 *
 * @param file the body of the block is rearranged in place.
 * @param scratch receives the buffer of the DER, for the caller to wipe.
 * @returns errors of stage 'material': encryptedPrivateKey, unsupportedKey {reason: 'container', keyName},
 * publicKey, unrecognised.
 */
export function readPem(file: Uint8Array, scratch: Uint8Array[]): Result<Uint8Array> {
  const text = view(file);
  const labels = labelsIn(text);
  const [label] = labels;
  if (text.includes('ENCRYPTED') && labels.some((each) => each.endsWith('PRIVATE KEY'))) {
    return refuse('material.encryptedPrivateKey');
  }
  const other = labels.find((each) => otherPrivateKeys[each] !== undefined);
  const keyName = other && otherPrivateKeys[other];
  if (keyName) return refuse('material.unsupportedKey', { reason: 'container', keyName });
  if (label !== 'PRIVATE KEY') {
    const isPublic = publicLabels.some((end) => label?.endsWith(end));
    return refuse(isPublic ? 'material.publicKey' : 'material.unrecognised');
  }
  if (labels.length > 1) return refuse('material.unrecognised');

  const bodyStart = text.indexOf(begin) + `${begin}${label}${dashes}`.length;
  const bodyEnd = text.indexOf(`-----END ${label}-----`, bodyStart);
  const der = bodyEnd === -1 ? undefined : decodeBase64(withoutSpace(file.subarray(bodyStart, bodyEnd)));
  if (!der) return refuse('material.unrecognised');
  scratch.push(der);
  return ok(der);
}

/** The labels of all blocks, the only strings made here: they are names of formats, never key material. */
function labelsIn(text: Buffer): readonly string[] {
  const labels: string[] = [];
  for (let at = text.indexOf(begin); at !== -1; at = text.indexOf(begin, at + 1)) {
    const start = at + begin.length;
    const end = text.indexOf(dashes, start);
    if (end !== -1 && end - start <= longestLabel) labels.push(text.toString('latin1', start, end));
  }
  return labels;
}

function view(file: Uint8Array): Buffer {
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}

function refuse(code: AppError['code'], facts?: AppError['facts']) {
  return err(localError('material', code, facts));
}
