import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedApp } from './launch-app';

/** Everything that a secret could have got into, by name: files, page, storage, messages, output. */
export async function takeStock(
  { page, home, output }: LaunchedApp,
  messages: () => Promise<Buffer>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const stored = await page.evaluate(() => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    page: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    ),
  }));
  return new Map<string, Uint8Array>([
    ...filesBelow(home),
    ['the page and its storage', Buffer.from(JSON.stringify(stored))],
    ['the messages between processes', await messages()],
    ['the output and the log of main', Buffer.from(output())],
  ]);
}

/** Each file below a folder, by its path. */
export function filesBelow(folder: string): readonly [string, Uint8Array][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, readFileSync(path)]);
}
