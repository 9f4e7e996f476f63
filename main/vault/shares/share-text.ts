import { localError, type AppError } from '../../shared/errors';
import type { ShareSetView } from '../../shared/views/custody';
import { definedOnly } from '../../shared/defined-only';
import { err, ok, type Result } from '../../shared/result';
import { parseShare } from './parse-share';
import { digitLines, joinBytes } from './share-digits';
import { fieldsIn, versionIn } from './share-fields';
import { factLines, shareChecksum, shareLabels, shareVersion } from './share-lines';
import { shareWords } from './share-words';
import { sheetText } from './sheet-text';
import type { Share } from './shares';
import { tidyText } from '../material/tidy-text';
import { utf8Text } from '../material/utf8-text';

/**
 * A share as plain text, version 1 (docs/shares.md). Its sheet has the same lines, so the lines of a sheet, typed into
 * a text file, are the share again.
 *
 * @returns UTF-8, for the caller to wipe
 */
export function shareText(share: Share): Uint8Array {
  const { practice, title, lead, steps, without } = shareWords(share);
  const lines = shareLines(share);
  try {
    return joinBytes([
      ...(practice === undefined ? [] : [`${practice}\n\n`]),
      `${title}\n\n`,
      ...[lead, ...steps.map((step, index) => `${index + 1}. ${step}`), without].map(wrapped),
      '\n',
      lines,
    ]);
  } finally {
    lines.fill(0);
  }
}

/** What is read of a share: from “Keyferry share” to “Checksum”. @returns UTF-8, for the caller to wipe */
export function shareLines(share: Share): Uint8Array {
  const digits = digitLines(share.digits);
  try {
    return joinBytes([
      ...factLines(share).map(({ label, value }) => `${label}: ${value}\n`),
      // With this empty line, no single damaged character can make the digits part of a field that is no secret.
      '\n',
      ...digits.flatMap((line, index) => [`${shareLabels.digits} ${index + 1}: `, line, '\n']),
      `\n${shareLabels.checksum}: ${shareChecksum(share)}\n`,
    ]);
  } finally {
    for (const line of digits) line.fill(0);
  }
}

/** Wraps at word ends, for a screen or a page of plain text. */
function wrapped(text: string): string {
  return text.replace(/(.{1,78})(?: +|$)/g, '$1\n');
}

/**
 * Reads a share from its file, from the page of its sheet, or from lines typed from paper: UTF-8, or UTF-16 with its
 * mark, with any line ends, capital letters and white space.
 *
 * Errors: copy.nothingRecognised {name}, copy.version {version}, copy.shareDamaged {name}
 *
 * @param file wiped before this returns, in every case.
 * @param name of the file; lines that were typed have none.
 * @returns a share whose digits the caller wipes
 */
export function readShare(file: Uint8Array, name?: string): Result<Share> {
  const decoded = utf8Text(file);
  const text = sheetText(decoded) ?? decoded;
  const facts = definedOnly({ name });
  try {
    const version = versionIn(text);
    if (version === undefined) return refuse('copy.nothingRecognised', facts);
    const [, number] = /^version(\d{1,5})$/i.exec(version.replaceAll(' ', '')) ?? [];
    if (number !== undefined && Number(number) !== shareVersion) {
      return refuse('copy.version', { version: Number(number) });
    }
    const fields = number === undefined ? undefined : fieldsIn(text);
    const share = fields && parseShare(fields);
    return share ? ok(share) : refuse('copy.shareDamaged', facts);
  } finally {
    for (const bytes of [text, decoded, file]) bytes.fill(0);
  }
}

/** Whether a line of the file says that this is a share. It may be damaged, or of a later version. */
export function looksLikeShare(file: Uint8Array): boolean {
  const decoded = utf8Text(file);
  const text = sheetText(decoded) ?? decoded;
  const found = versionIn(text) !== undefined;
  // Only converted copies are wiped: a view is the caller's file.
  for (const bytes of [text, decoded]) if (bytes.buffer !== file.buffer) bytes.fill(0);
  return found;
}

const maxNameBytes = 100;

/** Names that all file systems take, with as much of the custodian's name as they allow. */
export function shareFileNames(
  { serial, count }: ShareSetView,
  number: number,
  custodian: string,
): { readonly file: string; readonly sheet: string } {
  let name = tidyText(tidyText(custodian).replace(/[^\p{L}\p{M}\p{N} .'_-]+/gu, ' '));
  while (Buffer.byteLength(name) > maxNameBytes) name = Array.from(name).slice(0, -1).join('').trim();
  const stem = `Keyferry share ${serial} ${number} of ${count} ${name}`.trim();
  return { file: `${stem}.txt`, sheet: `${stem}.html` };
}

const refuse = (code: AppError['code'], facts: AppError['facts']) => err(localError('custody', code, facts));
