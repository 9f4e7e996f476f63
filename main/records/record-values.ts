import canonicalize from 'canonicalize';

/** Deeper than any event goes; a file that goes deeper is none of ours, and must not exhaust the stack. */
const maxDepth = 8;

/**
 * What a record may be made of, so that a script of a few lines canonicalises it as RFC 8785 does: well-formed strings,
 * whole numbers, truth values, arrays, and objects whose names are plain ASCII.
 */
export function isRecordValue(value: unknown, depth = 0): boolean {
  if (depth > maxDepth) return false;
  switch (typeof value) {
    case 'string':
      return !/\p{Surrogate}/u.test(value);
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return false;
      if (Array.isArray(value)) return value.every((item) => isRecordValue(item, depth + 1));
      return Object.entries(value).every(
        ([name, item]) => /^[A-Za-z][A-Za-z0-9]*$/.test(name) && isRecordValue(item, depth + 1),
      );
    default:
      return false;
  }
}

/** RFC 8785 text of a value that `isRecordValue`. Thrown at by a bug alone. */
export function canonicalText(value: unknown): string {
  const text = isRecordValue(value) ? canonicalize(value) : undefined;
  if (text === undefined) throw new Error('A record is made of other values.');
  return text;
}
