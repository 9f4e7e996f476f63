import canonicalize from 'canonicalize';

/**
 * Deeper than any record: one with a condition in its key policy has ten levels. A file that is nested deeper is not
 * ours, and must not exhaust the stack.
 */
const maxDepth = 12;

/**
 * Whether a record may contain a value. The values are limited so that a short script can canonicalise a record as RFC
 * 8785 does: well-formed strings, whole numbers, booleans, arrays, and objects with plain ASCII names.
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

/** The RFC 8785 text of a value. @throws when it is not a record value, which only a bug can cause */
export function canonicalText(value: unknown): string {
  const text = isRecordValue(value) ? canonicalize(value) : undefined;
  if (text === undefined) throw new Error('A record is made of other values.');
  return text;
}
