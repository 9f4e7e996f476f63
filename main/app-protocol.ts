import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Session } from 'electron';

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

/** Serves the built page. Only files found at start, by their exact path; everything else is 404. */
export function serveApp(session: Session): void {
  const root = join(__dirname, '../renderer');
  const files = new Map(
    listFiles(root).map((file) => [`/${relative(root, file).split(sep).join('/')}`, file]),
  );
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    const file = files.get(url.pathname);
    const type = file === undefined ? undefined : contentTypes[extname(file)];
    if (request.method !== 'GET' || url.host !== 'ui' || file === undefined || type === undefined) {
      return new Response(null, { status: 404, headers });
    }
    return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } });
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
