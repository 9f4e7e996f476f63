/** How a page begins. */
const beginnings = ['<!doctype html', '<html'] as const;
/** Tags within a line; each other one ends it. */
const withinLine = ['b>', 'b ', '/b>', 'span>', 'span ', '/span>'] as const;
/** As a sheet has them, and as browsers write them when they save one. */
const characters: readonly (readonly [name: string, shown: string])[] = [
  ...['&', '<', '>', '"', "'"].map((shown) => [`#${shown.charCodeAt(0)};`, shown] as const),
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['nbsp;', ' '],
];

/**
 * The text of a sheet (share-sheet.ts): what its page shows, without tags, and a line for each of its lines.
 *
 * SECURITY: compares byte by byte, because neither the digits of a share nor a file that is something else may become
 * a string.
 *
 * @param text UTF-8
 * @returns a copy, which the caller wipes; undefined when the text is no HTML page
 */
export function sheetText(text: Uint8Array): Uint8Array | undefined {
  const start = text.findIndex((byte) => byte > 0x20);
  if (!beginnings.some((beginning) => says(text, start, beginning))) return undefined;
  const shown = new Uint8Array(new ArrayBuffer(text.length));
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index] ?? 0;
    const end = byte === 0x3c ? text.indexOf(0x3e, index) : -1;
    if (end > 0) {
      if (!withinLine.some((tag) => says(text, index + 1, tag))) shown[length++] = 0x0a;
      index = end;
      continue;
    }
    const written = byte === 0x26 ? characters.find(([each]) => says(text, index + 1, each)) : undefined;
    const [name, character] = written ?? [];
    shown[length++] = character?.charCodeAt(0) ?? byte;
    index += name?.length ?? 0;
  }
  return shown.subarray(0, length);
}

/** Whether these letters stand there; capitals do not matter. */
function says(text: Uint8Array, start: number, letters: string): boolean {
  return Array.from(letters).every((letter, index) => {
    const byte = text[start + index] ?? 0;
    return (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte) === letter.charCodeAt(0);
  });
}
