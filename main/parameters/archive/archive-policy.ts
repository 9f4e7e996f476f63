import type { AppErrorCode } from '../../shared/errors';

/** Extra fields with only times and owners (extended time, both Unix forms, Finder, NTFS), and Java's marker. */
const harmlessExtraFields = new Set([0x5455, 0x5855, 0x7855, 0x7875, 0x000a, 0xcafe]);

const refusedExtraFields = new Map<number, AppErrorCode>([
  [0x0001, 'zip.zip64'],
  [0x7075, 'zip.nameOverride'],
  [0x0017, 'zip.encrypted'],
  [0x9901, 'zip.encrypted'],
]);

/** Files that operating systems add beside people's own. They are never handed on, whatever they contain. */
const systemExtra = /^__macosx(\/|$)|(^|\/)(\._[^/]*|\.ds_store|thumbs\.db|desktop\.ini)$/;

const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com\d|lpt\d)(\.|$)/;
const prototypeName = /^(__proto__|constructor|prototype)$/;
const misleadingCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\uFFFD<>:"|?*/\\]/u;

export interface EntryName {
  /** With `/` between folder and file, whatever the archive used, and no `/` at the end. */
  readonly path: string;
  /** The form in which names are compared. */
  readonly folded: string;
  readonly isFolder: boolean;
  readonly isSystemExtra: boolean;
}

/**
 * Reads an entry's stored name, or tells why it is refused.
 *
 * SECURITY: nothing is written under these names. But a name that two programs read differently hides which of two
 * files is used, so anything but a plain name in at most one folder is refused.
 */
export function readEntryName(stored: Uint8Array, flags: number): EntryName | AppErrorCode {
  const text = decodeName(stored, flags);
  if (text === undefined) return 'zip.badNameEncoding';
  const isFolder = /[/\\]$/.test(text);
  const path = text.replaceAll('\\', '/').replace(/\/$/, '');
  const folded = path.split('/').map(fold);
  if (stored.length > 255 || !folded.every(isPlainPart)) return 'zip.unsafeName';
  const isSystemExtra = systemExtra.test(folded.join('/'));
  const deepest = folded[0] === '__macosx' ? 3 : 2;
  if (folded.length + (isFolder ? 1 : 0) > deepest) return 'zip.tooDeep';
  return { path, folded: folded.join('/'), isFolder, isSystemExtra };
}

/** Only names flagged as UTF-8 may go beyond ASCII: any other encoding would be a guess about the writer's computer. */
function decodeName(stored: Uint8Array, flags: number): string | undefined {
  if ((flags & 0x0800) === 0 && stored.some((byte) => byte >= 0x80)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(stored);
  } catch {
    return undefined;
  }
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function isPlainPart(folded: string): boolean {
  return (
    folded !== '' &&
    !misleadingCharacter.test(folded) &&
    // Windows drops dots and spaces at the end, so two names could become one.
    !/^\s|[\s.]$/.test(folded) &&
    !deviceName.test(folded) &&
    !prototypeName.test(folded)
  );
}

/** Finds a name that could be taken for another one, or that is both a file and a folder. */
export function findDuplicate(names: readonly EntryName[]): EntryName | undefined {
  const seen = new Set<string>();
  const files = new Set(names.filter((name) => !name.isFolder).map((name) => name.folded));
  return names.find((name) => {
    const slash = name.folded.lastIndexOf('/');
    // The folder is dropped later, so equal names in two folders are duplicates.
    const base = name.isFolder || name.isSystemExtra ? name.folded : name.folded.slice(slash + 1);
    const taken =
      seen.has(base) || seen.has(name.folded) || files.has(name.folded.slice(0, Math.max(slash, 0)));
    seen.add(base).add(name.folded);
    return taken;
  });
}

/** Refuses what only some readers can open. Ordinary archives use only bits 1 to 3 and 11 of the flags. */
export function refuseMethod(flags: number, method: number): AppErrorCode | undefined {
  if ((flags & 0x2041) !== 0 || method === 99) return 'zip.encrypted';
  if ((flags & 0x0030) !== 0 || (method !== 0 && method !== 8)) return 'zip.unsupportedMethod';
  return (flags & ~0x080e) === 0 ? undefined : 'zip.damaged';
}

/** Refuses links, devices and files that claim to be folders, by the attributes of Unix and of DOS. */
export function refuseAttributes(attributes: number, isFolder: boolean): AppErrorCode | undefined {
  const unixType = attributes >>> 28;
  const allowedType = isFolder ? 0o04 : 0o10;
  const special = (attributes & (0x0448 | (isFolder ? 0 : 0x10))) !== 0;
  return special || (unixType !== 0 && unixType !== allowedType) ? 'zip.specialFile' : undefined;
}

/** Refuses extra fields that override the headers, and any that are not known to be harmless. */
export function refuseExtraFields(extra: Uint8Array): AppErrorCode | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = view.getUint16(at, true);
    if (!harmlessExtraFields.has(id)) return refusedExtraFields.get(id) ?? 'zip.hiddenData';
    at += 4 + view.getUint16(at + 2, true);
  }
  return at === extra.length ? undefined : 'zip.damaged';
}
