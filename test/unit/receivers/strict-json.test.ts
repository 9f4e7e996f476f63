import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from '../../../main/receivers/strict-json';

describe('strict JSON', () => {
  it('reads whatever JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), fc.constantFrom(0, 2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        const again = JSON.stringify(value, null, indent);
        expect(parseStrictJson(again)).toEqual({ ok: true, value: JSON.parse(again) as unknown });
      }),
    );
  });

  it('reads nothing that JSON.parse does not read', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}",:0-9.eE+\-\\ utnrfalse]{0,14}$/), (text) => {
        const strict = parseStrictJson(text);
        if (strict.ok) expect(strict.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 5000 },
    );
  });
});
