import type { Gate, Glimpse } from '../shared/glimpse';
import { shapeOf, type FileShape } from './file-shape';

// SECURITY: main must never hold key material, but people keep it beside the files that main reads. These gates are
// asked before a file is read; what they do not want is not read.

/** The parts of a download. Their names come from today's console, from the one until 2023, or from people. */
export type Role = 'key' | 'token' | 'readme';

export function roleByName(name: string): Role | undefined {
  if (/^readme/i.test(name)) return 'readme';
  if (/^(wrapping-?_?(public)?-?_?key|public-?_?key)/i.test(name)) return 'key';
  if (/^import-?_?token/i.test(name)) return 'token';
  return undefined;
}

/** Names that people and programs give to secrets; names of wrapped or sealed files say so. */
const secretName = /plain[-_ ]?text|private|secret|key[-_ ]?material|^keyferry share/i;
const wrappedName = /encrypted|wrapped|\.zip$/i;

/** In bytes. A smaller file is no key, token, package or archive, but may be any symmetric or EC key material. */
const smallestPart = 256;

/** Lengths of AES and HMAC key material, in bytes. */
const rawSizes = [16, 24, 28, 32, 48, 64];
const secretSizes: ReadonlySet<number> = new Set(
  rawSizes.flatMap((raw) => {
    const base64 = Math.ceil(raw / 3) * 4;
    const texts = [raw * 2, raw * 3 - 1, base64, Math.ceil((raw * 4) / 3)];
    // Without a line break, and with one of either kind.
    return [raw, ...texts.flatMap((text) => [text, text + 1, text + 2])];
  }),
);

const saysSecret = (name: string): boolean => secretName.test(name) && !wrappedName.test(name);

/** For import parameters: files named like a part, and others that begin like one. */
export const parametersGate: Gate = ({ name, size, head }) => {
  const role = roleByName(name);
  if (saysSecret(name)) return 'key-material';
  const isArchive = /\.zip$/i.test(name);
  // Small READMEs, keys that are not from AWS, and truncated archives are read, because each has its own error.
  const isKnownSmall = role === 'readme' || role === 'key' || isArchive;
  const isTooSmall = size !== undefined && (secretSizes.has(size) || (size < smallestPart && !isKnownSmall));
  if (isTooSmall) return 'key-material';
  if (head === undefined) return 'wanted';
  const shape = shapeOf(head);
  if (shape === 'private-key') return 'private-key';
  if (isArchive || role === 'readme' || role === 'token') return 'wanted';
  const wanted: readonly FileShape[] = ['archive', 'json', 'public-key', 'token'];
  const ofKey: readonly FileShape[] = ['utf-16', 'base64'];
  return wanted.includes(shape) || (role === 'key' && ofKey.includes(shape)) ? 'wanted' : 'unknown';
};

/** For files from the offline computer: the package, the wrapped material, the token. */
export const packageGate: Gate = ({ name, size, head }) => {
  if (saysSecret(name) || (size !== undefined && size < smallestPart)) return 'key-material';
  return head !== undefined && shapeOf(head) === 'private-key' ? 'private-key' : 'wanted';
};

/** For our JSON documents: receiver cards and ceremony records. */
export const jsonGate: Gate = (glimpse) => {
  const verdict = textGate(glimpse);
  const isOther = glimpse.head !== undefined && shapeOf(glimpse.head) !== 'json';
  return verdict === 'wanted' && isOther ? 'unknown' : verdict;
};

/** For copies, which only a vault reads: `unknown` unless it may be key material itself. */
export const copyGate: Gate = ({ size, head }) => {
  if (size !== undefined && secretSizes.has(size)) return 'key-material';
  if (head === undefined) return 'wanted';
  return shapeOf(head) === 'private-key' ? 'private-key' : 'unknown';
};

/** For our documents that may also be plain text. */
export const textGate: Gate = ({ name, size, head }: Glimpse) => {
  if (saysSecret(name) || (size !== undefined && secretSizes.has(size))) return 'key-material';
  if (head === undefined) return 'wanted';
  const shape = shapeOf(head);
  if (shape === 'private-key') return 'private-key';
  return ['unknown', 'json'].includes(shape) ? 'wanted' : 'unknown';
};
