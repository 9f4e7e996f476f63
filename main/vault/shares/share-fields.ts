import { joinBytes } from './share-digits';
import { shareLabels, type ShareField } from './share-lines';
import { tidyText } from '../material/tidy-text';

/** The labelled fields of a share. */
export interface ShareFields {
  readonly values: ReadonlyMap<ShareField, string>;
  /** Hex digits with white space between them, which the caller wipes. */
  readonly digits: Uint8Array;
}

interface Part {
  readonly field: ShareField;
  /** What follows the label, or a whole continuation line. A view. */
  readonly rest: Uint8Array;
}

/** Fields that may need a second line on paper, which the typist may keep. */
const mayGoOn: readonly ShareField[] = ['custodian', 'alias', 'keyArn', 'keyMaterialId', 'digits'];
const fields = Object.keys(shareLabels) as ShareField[];
const lettersOf = (field: ShareField): string => shareLabels[field].toLowerCase().replaceAll(' ', '');

/** What the first line of a share says, `version 1`; undefined when there is no such line. */
export function versionIn(text: Uint8Array): string | undefined {
  for (const line of linesOf(text)) {
    const rest = afterLabel(line, 'version');
    if (rest) return tidyText(new TextDecoder().decode(rest));
  }
  return undefined;
}

/**
 * Reads the labelled lines from `Keyferry share` to `Checksum`; the text before and after them is for people. Undefined
 * when a line has no known label, or a label occurs twice.
 *
 * @param text UTF-8. Capital letters, white space and empty lines do not matter.
 */
export function fieldsIn(text: Uint8Array): ShareFields | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const values = new Map<ShareField, string>();
  for (const { field, rest } of parts.filter((part) => part.field !== 'digits')) {
    values.set(field, tidyText(`${values.get(field) ?? ''} ${new TextDecoder().decode(rest)}`));
  }
  const digits = joinBytes(parts.filter(({ field }) => field === 'digits').map(({ rest }) => rest));
  return { values, digits };
}

function partsOf(text: Uint8Array): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const line of linesOf(text)) {
    const labelled = takeLabel(line);
    const before = parts.at(-1)?.field;
    if (before === undefined && labelled?.field !== 'version') continue;
    const part = labelled ?? (before && mayGoOn.includes(before) ? { field: before, rest: line } : undefined);
    const isThere = parts.some(({ field }) => field === labelled?.field && field !== 'digits');
    if (!part || isThere) return undefined;
    parts.push(part);
    if (part.field === 'checksum') break;
  }
  return parts;
}

/** The lines that are not empty. Views. */
function linesOf(text: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const byte = text[index];
    if (byte !== undefined && byte !== 0x0a && byte !== 0x0d) continue;
    const line = text.subarray(start, index);
    if (!line.every(isSpace)) lines.push(line);
    start = index + 1;
  }
  return lines;
}

function takeLabel(line: Uint8Array): Part | undefined {
  for (const field of fields) {
    const rest = afterLabel(line, field);
    if (rest) return { field, rest };
  }
  return undefined;
}

/** SECURITY: compares byte by byte, because a line of digits must not become a string. */
function afterLabel(line: Uint8Array, field: ShareField): Uint8Array | undefined {
  let index = 0;
  const skip = (isSkipped: (byte: number) => boolean): void => {
    for (let byte = line[index]; byte !== undefined && isSkipped(byte); byte = line[index]) index++;
  };
  for (const letter of lettersOf(field)) {
    skip(isSpace);
    if (smallLetter(line[index] ?? 0) !== letter.charCodeAt(0)) return undefined;
    index++;
  }
  skip((byte) => isSpace(byte) || (field === 'digits' && isDecimal(byte)));
  return line[index] === 0x3a ? line.subarray(index + 1) : undefined;
}

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const isDecimal = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const smallLetter = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
