import { definedOnly } from '../shared/defined-only';
import { localError, type AppErrorCode } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { shapeOf, tokenStart } from './file-shape';
import { roleByName, type Role } from './intake-gates';
import type { ForRotation } from './for-rotation';
import { parseCliJson } from './parse-cli-json';
import { parseReadme, type Readme } from './parse-readme';
import { decodeBase64Text } from './text-forms';

export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The parts of a download, found but not yet validated. */
export interface RawBundle {
  readonly files: readonly string[];
  readonly publicKey: Uint8Array;
  readonly importToken: Uint8Array;
  readonly fromCli: boolean;
  /** A bare key id or a key ARN, from the CLI's JSON, the README or a file name. */
  readonly keyId?: string;
  readonly wrappingKeySpec?: string;
  readonly wrappingAlgorithm?: string;
  readonly validTo?: Date;
  readonly forRotation?: ForRotation;
}

export const looksLikeToken = (bytes: Uint8Array): boolean =>
  bytes.length > tokenStart.length && tokenStart.equals(bytes.subarray(0, tokenStart.length));

const failed = (code: AppErrorCode, facts?: Record<string, string | number>) =>
  err(localError('parameters', code, facts));

/**
 * Finds wrapping key, import token and README among the files of a download, whatever their layout: today's console
 * names, those until 2023 (`wrappingKey_<key id>_<time>`), base64 or PEM text, or the CLI's JSON.
 *
 * Errors: bundle.*.
 */
export function parseBundle(files: readonly BundleFile[]): Result<RawBundle> {
  const empty = files.find((file) => file.bytes.length === 0);
  if (empty) return failed('bundle.emptyPart', { name: empty.name });
  const json = files.filter((file) => shapeOf(file.bytes) === 'json');
  const [onlyJson] = json;
  if (onlyJson && files.length === 1) return fromCli(onlyJson);

  const readmes = files.filter((file) => roleByName(file.name) === 'readme');
  if (readmes.length > 1) return failed('bundle.twoReadmes');
  const readme = readmes[0] === undefined ? undefined : parseReadme(readmes[0].bytes);
  if (readme?.otherCloud !== undefined) return failed('bundle.otherCloud', { cloud: readme.otherCloud });

  const withRole = (role: Role): BundleFile[] => files.filter((file) => roleOf(file, readme) === role);
  const keys = distinct(withRole('key'));
  const tokens = distinct(withRole('token'));
  const [key, secondKey] = keys;
  const [token, secondToken] = tokens;
  if (!key && !token) return failed(json.length > 0 ? 'bundle.badJson' : 'bundle.nothingRecognised');
  if (!key) return failed('bundle.noKey');
  if (secondKey) return failed('bundle.twoKeys', { first: key.name, second: secondKey.name });
  if (!token) return failed('bundle.noToken');
  if (secondToken) return failed('bundle.twoTokens', { first: token.name, second: secondToken.name });

  const ids = [key.name, token.name, readmes[0]?.name].map(idInOldName).filter((id) => id !== undefined);
  const setNames = new Set(ids.map(({ keyId, time }) => `${keyId} ${time}`));
  const keyIds = new Set([
    ...ids.map(({ keyId }) => keyId),
    ...(readme?.keyId === undefined ? [] : [readme.keyId]),
  ]);
  if (setNames.size > 1 || keyIds.size > 1) return failed('bundle.mixedSets');
  const [keyId] = keyIds;

  return ok({
    files: [key.name, token.name, ...readmes.map((file) => file.name)],
    publicKey: key.bytes,
    importToken: decodeToken(token.bytes),
    fromCli: false,
    ...definedOnly({
      keyId,
      wrappingKeySpec: readme?.wrappingKeySpec,
      wrappingAlgorithm: readme?.wrappingAlgorithm,
      validTo: readme?.validTo,
      forRotation: readme?.forRotation,
    }),
  });
}

function fromCli(file: BundleFile): Result<RawBundle> {
  const parsed = parseCliJson(file.bytes);
  if (!parsed.ok) return parsed;
  return ok({ ...parsed.value, files: [file.name], fromCli: true });
}

/** The names in a README count first, then the documented names, then what the bytes look like. */
function roleOf(file: BundleFile, readme: Readme | undefined): Role | undefined {
  if (file.name === readme?.publicKeyFile) return 'key';
  if (file.name === readme?.importTokenFile) return 'token';
  return roleByName(file.name) ?? roleByContent(file.bytes);
}

/** A private key is passed on as a wrapping key, because that gate says what it is. */
function roleByContent(bytes: Uint8Array): Role | undefined {
  const shape = shapeOf(bytes);
  if (shape === 'public-key' || shape === 'private-key') return 'key';
  return shape === 'token' ? 'token' : undefined;
}

/** Drops duplicates: the CLI's own instructions leave the same part as bytes and as base64. */
function distinct(files: readonly BundleFile[]): BundleFile[] {
  const seen = new Set<string>();
  return files.filter((file) => {
    const content = Buffer.from(decodeBase64Text(file.bytes) ?? file.bytes).toString('base64');
    return !seen.has(content) && seen.add(content);
  });
}

function decodeToken(bytes: Uint8Array): Uint8Array {
  return decodeBase64Text(bytes) ?? bytes;
}

/** Reads key id and time from a file name of the console until 2023. */
function idInOldName(name: string | undefined): { keyId: string; time: string } | undefined {
  const [, keyId, time] =
    /^(?:wrappingKey|importToken|README)_((?:mrk-)?[0-9a-f-]{32,36})(?:_(\d+))?(?:\.txt)?$/i.exec(
      name ?? '',
    ) ?? [];
  return keyId === undefined ? undefined : { keyId, time: time ?? '' };
}
