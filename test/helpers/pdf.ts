import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';

/** What other programs find in a PDF: poppler's and, for QR codes, zbar's. */

const workshop = mkdtempSync(join(tmpdir(), 'keyferry-pdf-'));
process.once('exit', () => rmSync(workshop, { recursive: true, force: true }));

const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;
const isCi = process.env['CI'] !== undefined;

/** Why tests that need the programs are skipped; empty where they run, and in CI always. */
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

/** A PDF that was saved, to look into. */
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
     * All that it says anywhere, for what must not be in it: its words on each page, its metadata, its bytes, what its
     * compressed streams hold, and the texts that it writes in UTF-16.
     */
    everything: (): string => {
      const raw = rawTexts(Buffer.from(bytes));
      const words = pages.flatMap((page) => page.words.map(({ text }) => text)).join(' ');
      return [run('pdfinfo', '-meta', file), run('pdfinfo', file).replaceAll(file, ''), words, ...raw].join(
        '\n',
      );
    },
    /** Without white space, and without what stands in the margins, which comes between the parts of a long word. */
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
    /** What the QR codes on the last page say. */
    qrCodes: (): readonly string[] => {
      const images = join(mkdtempSync(join(workshop, 'x-')), 'page');
      const last = String(pages.length);
      run('pdftoppm', '-f', last, '-l', last, '-r', '150', '-gray', '-png', file, images);
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

/** The bytes as text, and each compressed stream as what it holds; both again with their texts in UTF-16 read. */
function rawTexts(bytes: Buffer): readonly string[] {
  const texts = [bytes.toString('latin1')];
  for (let at = 0; (at = bytes.indexOf('stream', at)) !== -1; at += 'stream'.length) {
    const start = at + 'stream'.length + (bytes[at + 'stream'.length] === 0x0d ? 2 : 1);
    try {
      // It stops by itself where the stream ends.
      texts.push(
        inflateSync(bytes.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'),
      );
    } catch {
      // Not compressed, and so among the bytes; or the word at a stream's end.
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

/** In points: what the app prints lies within. */
export const sideMargin = 51;
/** The running lines stand in these. */
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
