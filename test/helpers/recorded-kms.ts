import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Answers of AWS, which LocalStack's own tests recorded against AWS; kept next to the repository. */
const files = ['aws-recorded-kms.json', 'aws-recorded-kms-lifecycle.json'].map((name) =>
  fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url)),
);

/** True only if a file is missing, and never in CI, where a missing file must fail. */
export const withoutRecordings = !files.every((file) => existsSync(file)) && process.env['CI'] === undefined;

export type Recording = Readonly<Record<string, unknown>>;

/** Recordings by the name of the test that made them; each has answers by the name of the step. */
export function readRecordings(): ReadonlyMap<string, Recording> {
  // The shape is that of the files, which do not change.
  const tests = files.map(
    (file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, { 'recorded-content': Recording }>,
  );
  return new Map(
    tests.flatMap((some) => Object.entries(some).map(([name, test]) => [name, test['recorded-content']])),
  );
}

/** Placeholders where the recordings only say that there were bytes. */
const bytesWords = ['ciphertext-blob', 'plaintext', 'import-token', 'public-key', '<signature>', '<mac>'];

/**
 * The differences between a recording and an answer, as readable lines. Both must have the same members. A placeholder
 * with a number, such as `<key-id:1>`, stands for the same value throughout the test that `bound` belongs to, and no
 * other placeholder stands for that value; a placeholder without a number stands for any value.
 */
export function differences(
  recorded: unknown,
  actual: unknown,
  bound: Map<string, string>,
  at = '',
): string[] {
  if (typeof recorded === 'string') return textDifferences(recorded, actual, bound, at);
  if (typeof recorded !== 'object' || recorded === null) {
    return Object.is(recorded, actual) ? [] : [`${at}: ${String(actual)} instead of ${String(recorded)}`];
  }
  if (typeof actual !== 'object' || actual === null)
    return [`${at}: nothing like ${JSON.stringify(recorded)}`];
  const [wanted, found] = [new Map(Object.entries(recorded)), new Map(Object.entries(actual))];
  const names = [...new Set([...wanted.keys(), ...found.keys()])];
  return names.flatMap((name) => {
    const here = `${at}.${name}`;
    if (!wanted.has(name)) return found.get(name) === undefined ? [] : [`${here}: not in the recording`];
    if (!found.has(name)) return [`${here}: missing`];
    return differences(wanted.get(name), found.get(name), bound, here);
  });
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function textDifferences(
  recorded: string,
  actual: unknown,
  bound: Map<string, string>,
  at: string,
): string[] {
  if (recorded === 'datetime') return actual instanceof Date ? [] : [`${at}: no time`];
  if (bytesWords.includes(recorded)) {
    return actual instanceof Uint8Array && actual.length > 0 ? [] : [`${at}: no bytes`];
  }
  if (typeof actual !== 'string') return [`${at}: ${String(actual)} instead of ${recorded}`];
  const parts = recorded.split(/(<[a-z0-9:-]+>)/);
  const pattern = parts.map((part, index) => (index % 2 === 1 ? '(.+?)' : literally(part))).join('');
  const values = new RegExp(`^${pattern}$`, 's').exec(actual)?.slice(1);
  if (!values) return [`${at}: ${JSON.stringify(actual)} instead of ${JSON.stringify(recorded)}`];
  return parts
    .filter((_, index) => index % 2 === 1)
    .flatMap((placeholder, index) => {
      if (!/:\d+>$/.test(placeholder)) return [];
      const value = values[index] ?? '';
      const before = bound.get(placeholder) ?? value;
      bound.set(placeholder, before);
      if (before !== value) return [`${at}: ${placeholder} was ${before} and is now ${value}`];
      const twin = [...bound].find(([other, itsValue]) => other !== placeholder && itsValue === value);
      return twin ? [`${at}: ${value} is both ${placeholder} and ${twin[0]}`] : [];
    });
}
