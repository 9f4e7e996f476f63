/** Why a text is refused, where JSON.parse would have said nothing. */
export type JsonFault =
  | { readonly fault: 'syntax' }
  | { readonly fault: 'depth' }
  | { readonly fault: 'duplicate'; readonly field: string };

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  /** `at`: where in the text, in UTF-16 units. */
  | ({ readonly ok: false; readonly at: number } & JsonFault);

/** Hears where in the text each value begins, and the names and numbers that lead to it. */
type OnValue = (path: readonly (string | number)[], at: number) => void;

class Refused extends Error {
  readonly why: JsonFault;

  constructor(why: JsonFault) {
    super(why.fault);
    this.why = why;
  }
}

// SECURITY: a card has two levels. Without a limit, nested brackets could exhaust the stack.
const maxDepth = 8;
const blank = /[ \t\n\r]*/y;
const scalar = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;

/**
 * Parses JSON (RFC 8259) in which no object has the same field twice, nested at most eight deep. `__proto__` is a field
 * like any other.
 */
export function parseStrictJson(text: string, onValue: OnValue = () => undefined): Parsed {
  let at = 0;
  const path: (string | number)[] = [];
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  const takes = (character: string): boolean => {
    match(blank);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const need = (character: string): void => {
    if (!takes(character)) throw new Refused({ fault: 'syntax' });
  };

  function value(depth: number): unknown {
    if (depth > maxDepth) throw new Refused({ fault: 'depth' });
    match(blank);
    onValue([...path], at);
    if (takes('{')) return fields(depth);
    if (takes('[')) return items(depth);
    return single();
  }

  function single(): unknown {
    match(blank);
    // JSON.parse reads the token, with its escapes, and throws if it is empty.
    return JSON.parse(match(scalar)) as unknown;
  }

  function fields(depth: number): unknown {
    const seen = new Map<string, unknown>();
    if (takes('}')) return {};
    do {
      const field = single();
      if (typeof field !== 'string') throw new Refused({ fault: 'syntax' });
      // SECURITY: given the same field twice, two readers may each take a different one.
      if (seen.has(field)) throw new Refused({ fault: 'duplicate', field });
      need(':');
      path.push(field);
      seen.set(field, value(depth + 1));
      path.pop();
    } while (takes(','));
    need('}');
    return Object.fromEntries(seen);
  }

  function items(depth: number): unknown {
    const list: unknown[] = [];
    if (takes(']')) return list;
    do {
      path.push(list.length);
      list.push(value(depth + 1));
      path.pop();
    } while (takes(','));
    need(']');
    return list;
  }

  try {
    const parsed = value(1);
    match(blank);
    return at === text.length ? { ok: true, value: parsed } : { ok: false, at, fault: 'syntax' };
  } catch (cause) {
    if (cause instanceof Refused) return { ok: false, at, ...cause.why };
    if (cause instanceof SyntaxError) return { ok: false, at, fault: 'syntax' };
    throw cause;
  }
}
