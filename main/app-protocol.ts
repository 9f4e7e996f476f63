import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
 * data: URIs are the icons inside the UI kit's style sheets. Tested by an attack page, never by this text.
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

/** Gives facts an address at which a printed page has them. It answers once. */
export type AddressOf = (facts: PrintedFacts) => string;

/** Serves the built page. Only files found at start, by their exact path; everything else is 404. */
export function serveApp(session: Session): AddressOf {
  const root = join(__dirname, '../renderer');
  const files = new Map(
    listFiles(root).map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]),
  );
  const printed = new Map<string, PrintedFacts>();
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    const facts = printed.get(url.pathname);
    const path = facts === undefined ? url.pathname : printedPage;
    const file = files.get(path);
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    if (request.method !== 'GET' || url.host !== 'ui' || file === undefined || type === undefined) {
      return new Response(null, { status: 404, headers });
    }
    printed.delete(url.pathname);
    const bytes = await readFile(file);
    const body = facts === undefined ? bytes : withFacts(bytes.toString('utf8'), facts);
    return new Response(body, { headers: { ...headers, 'Content-Type': type } });
  });
  return (facts) => {
    const path = `/print/${randomUUID()}`;
    printed.set(path, facts);
    return `${appOrigin}${path}`;
  };
}

const printedPage = '/print.html';

/**
 * SECURITY: the facts are data in the page itself, so a printed page needs no preload and no request. Without `<` in it,
 * no fact can end the element that it stands in.
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
