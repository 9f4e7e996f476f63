import encodeQR from 'qr';
import { joinBytes } from './share-digits';
import { shareLines } from './share-text';
import type { Share } from './shares';

/** ISO/IEC 18004: a code of the lowest level of correction holds 2953 bytes; many modules are hard to scan from paper. */
const maxBytes = 1200;
/** The margin that the standard asks for, in modules. */
const border = 4;

/**
 * The lines of a share as a QR code: an SVG element, in UTF-8, which the caller wipes. Undefined for a share that is too
 * long to be scanned from paper: that of a private key.
 *
 * SECURITY: goes from bytes to bytes, because a string could not be wiped. The library leaves copies in the memory of the
 * vault, which holds the key material itself just as long, and ends with it.
 */
export function shareQrCode(share: Share): Uint8Array | undefined {
  const lines = shareLines(share);
  // Readers guess the encoding of a code, and take a name with accents for Chinese without this mark.
  const isAscii = lines.every((byte) => byte < 0x80);
  const text = isAscii ? lines : joinBytes(['\ufeff', lines]);
  try {
    if (text.length > maxBytes) return undefined;
    const rows = encodeQR('', 'raw', { ecc: 'low', border, encoding: 'byte', textEncoder: () => text });
    const path = pathOf(rows);
    for (const row of rows) row.fill(false);
    const side = rows.length;
    const svg = joinBytes([
      `<svg class="qr" role="img" aria-label="The lines of this share" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="`,
      path,
      '"/></svg>\n',
    ]);
    path.fill(0);
    return svg;
  } finally {
    lines.fill(0);
    text.fill(0);
  }
}

/** `M3 0h1v1h-1z` for each dark module. */
function pathOf(rows: readonly (readonly boolean[])[]): Uint8Array {
  const dark = rows.reduce((sum, row) => sum + row.filter(Boolean).length, 0);
  const path = new Uint8Array(new ArrayBuffer(dark * 'M000 000h1v1h-1z'.length));
  const square = new TextEncoder().encode('M000 000h1v1h-1z');
  let offset = 0;
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue;
      path.set(square, offset);
      writeNumber(path, offset + 1, x);
      writeNumber(path, offset + 5, y);
      offset += square.length;
    }
  }
  return path;
}

/** Three digits. */
function writeNumber(path: Uint8Array, offset: number, value: number): void {
  path[offset] = 0x30 + Math.floor(value / 100);
  path[offset + 1] = 0x30 + (Math.floor(value / 10) % 10);
  path[offset + 2] = 0x30 + (value % 10);
}
