import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';

/** What other programs find in a PDF: poppler and, for QR codes, zbar. */

const workshop = mkdtempSync(join(tmpdir(), 'keyferry-pdf-'));
process.once('exit', () => rmSync(workshop, { recursive: true, force: true }));

const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;
const isCi = process.env['CI'] !== undefined;

/** Why tests that need the programs are skipped; empty if they run, and always in CI. */
export const withoutPoppler =
  isCi || ['pdftotext', 'pdfinfo', 'pdftoppm'].every(isThere) ? '' : ' (skipped: there is no poppler here)';
export const withoutZbar = isCi || isThere('zbarimg') ? '' : ' (skipped: there is no zbarimg here)';

export interface PdfWord {
  readonly text: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
}

/** Opens a saved PDF to look into it. */
export function openPdf(bytes: Uint8Array) {
  const file = join(mkdtempSync(join(workshop, 'x-')), 'page.pdf');
  writeFileSync(file, bytes);
  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const pages = pagesOf(run('pdftotext', '-bbox', file, '-'));
  return {
    pages,
    /** By name, as pdfinfo lists it. */
    info: Object.fromEntries(
      run('pdfinfo', file)
        .split('\n')
        .flatMap((line) => {
          const [, name, value] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
          return name === undefined ? [] : [[name, value ?? '']];
        }),
    ),
    /**
     * Everything in the file, to look for what must not be there: the words on each page, metadata, bytes, the contents
     * of compressed streams, and texts in UTF-16.
     */
    everything: (): string => {
      const raw = rawTexts(Buffer.from(bytes));
      const words = pages.flatMap((page) => page.words.map(({ text }) => text)).join(' ');
      return [run('pdfinfo', '-meta', file), run('pdfinfo', file).replaceAll(file, ''), words, ...raw].join(
        '\n',
      );
    },
    /** Without white space, and without the margins, whose text would come between the parts of a long word. */
    text: (): string =>
      pages
        .map(({ width, height }, index) => {
          const [x, y] = [Math.floor(sideMargin), Math.floor(edgeMargin)];
          const area = ['-x', x, '-y', y, '-W', Math.ceil(width - 2 * x), '-H', Math.ceil(height - 2 * y)];
          const page = ['-f', index + 1, '-l', index + 1, '-r', 72];
          return run('pdftotext', '-raw', ...[...page, ...area].map(String), file, '-');
        })
        .join('')
        .replace(/\s+/g, ''),
    /** What the QR codes on the last page say, line by line. @param dpi of the scanner */
    qrCodes: (dpi = 150): readonly string[] => {
      const images = join(mkdtempSync(join(workshop, 'x-')), 'page');
      const last = String(pages.length);
      run('pdftoppm', '-f', last, '-l', last, '-r', String(dpi), '-gray', '-png', file, images);
      const folder = join(images, '..');
      return readdirSync(folder).flatMap((name) => {
        const { stdout } = spawnSync(
          'zbarimg',
          ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, name)],
          {
            encoding: 'utf8',
          },
        );
        return stdout === '' ? [] : stdout.trim().split('\n');
      });
    },
  };
}

/** The bytes as text, and the contents of each compressed stream; both again with texts in UTF-16 decoded. */
function rawTexts(bytes: Buffer): readonly string[] {
  const texts = [bytes.toString('latin1')];
  for (let at = 0; (at = bytes.indexOf('stream', at)) !== -1; at += 'stream'.length) {
    const start = at + 'stream'.length + (bytes[at + 'stream'.length] === 0x0d ? 2 : 1);
    try {
      // Inflating stops by itself at the end of the stream.
      texts.push(
        inflateSync(bytes.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'),
      );
    } catch {
      // This was not a compressed stream, so its text is among the bytes; or it was the word at the end of a stream.
    }
  }
  return texts.flatMap((text) => [
    text,
    ...[...text.matchAll(/<(FEFF[0-9A-Fa-f]+)>/gi)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    ),
    text.replaceAll('\0', ''),
  ]);
}

/** In points. The app prints within these margins. */
export const sideMargin = 51;
/** The running lines are in these margins. */
const edgeMargin = 39;

function pagesOf(html: string): readonly PdfPage[] {
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width = 0, height = 0] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, value]) =>
        Number(value),
      );
      const words = [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, xMin, yMin, xMax, yMax, text = '']) => ({
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
        text,
      }));
      return { width, height, words };
    });
}
