import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Session } from 'electron';
import type { PrintedFacts } from './shared/printed-document';

export const appScheme = 'app';
export const appOrigin = `${appScheme}://ui`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * SECURITY: the page may run its own scripts, show its own styles, images and fonts, and nothing else. Images in
 * data: URIs are the icons inside the UI kit's style sheets. Tests check its effect with an attack page, not its text.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "manifest-src 'none'",
  "media-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** Returns the address of a printed page with these facts. It works once. */
export type AddressOf = (facts: PrintedFacts) => string;

/**
 * Serves the built page: only files found at start, by their exact path; everything else is 404.
 *
 * @param isDark asked when the page is loaded.
 */
export function serveApp(session: Session, isDark: () => boolean): AddressOf {
  const root = join(__dirname, '../renderer');
  const files = new Map(
    listFiles(root).map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]),
  );
  const printed = new Map<string, PrintedFacts>();
  // Its successor, protocol.handle, uses Request and Response, and loading these takes Node a tenth of the whole start
  // (docs/performance.md).
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- measured; types will say when it is gone
  session.protocol.registerBufferProtocol(appScheme, ({ url: address, method }, answer) => {
    const url = new URL(address);
    const facts = printed.get(url.pathname);
    const file = files.get(facts === undefined ? url.pathname : printedPage);
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    if (method !== 'GET' || url.host !== 'ui' || file === undefined || type === undefined) {
      answer({ statusCode: 404, headers, data: Buffer.alloc(0) });
      return;
    }
    printed.delete(url.pathname);
    const bytes = readFileSync(file);
    const data =
      type === contentTypes['.html'] ? Buffer.from(dressed(bytes.toString(), facts, isDark())) : bytes;
    answer({ headers: { ...headers, 'Content-Type': type }, data });
  });
  return (facts) => {
    const path = `/print/${randomUUID()}`;
    printed.set(path, facts);
    return `${appOrigin}${path}`;
  };
}

const printedPage = '/print.html';

function dressed(page: string, facts: PrintedFacts | undefined, isDark: boolean): string {
  if (facts !== undefined) return withFacts(page, facts);
  // The first screen is painted before any script of the page can read the system's colours.
  return isDark ? page.replace('<body>', `<body class="${darkClass}">`) : page;
}

/** The class that the UI kit's applyMode sets. */
const darkClass = 'awsui-dark-mode';

/**
 * SECURITY: the facts are data in the page itself, so a printed page needs no preload and no request. They contain no
 * `<`, so no fact can end the element around it.
 */
function withFacts(page: string, facts: PrintedFacts): string {
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  return page.replace('</head>', () => `<script type="application/json" id="facts">${json}</script></head>`);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
