import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The check value in the shares at a path, which a person reads in the record. */
export function checkValueIn(path: string): string {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  const [share] = files.filter((file) => file.endsWith('.txt'));
  if (share === undefined) throw new Error('There is no share.');
  const [, value] = /^Check value: ([0-9a-f]{16})$/m.exec(readFileSync(share, 'utf8')) ?? [];
  if (value === undefined) throw new Error('The share says no check value.');
  return value;
}
