/** Where the statements of a policy stand in its text. */
interface StatementPlace {
  /** Of the first character of the value: `[`, or `{` where the policy has one statement without a list. */
  readonly from: number;
  /** Of its last character. */
  readonly to: number;
}

/**
 * Puts statements after those of a policy, and leaves every other character of its text as it is.
 *
 * @param added the statements as JSON, at least one.
 * @returns undefined where the text is no JSON object with a `Statement` that is an object or a list of them.
 */
export function spliceStatements(policy: string, added: readonly string[]): string | undefined {
  const place = statementPlace(policy);
  if (place === undefined) return undefined;
  const { from, to } = place;
  const [before, value, after] = [policy.slice(0, from), policy.slice(from, to + 1), policy.slice(to + 1)];
  if (value.startsWith('{')) return `${before}[${[value, ...added].join(', ')}]${after}`;
  const inside = value.slice(1, -1);
  const list = inside.trim() === '' ? [] : [inside.trimEnd()];
  return `${before}[${[...list, ...added].join(', ')}${inside.slice(inside.trimEnd().length)}]${after}`;
}

/** Strings and marks are all that matters to find it; JSON.parse has read the text before. */
function statementPlace(policy: string): StatementPlace | undefined {
  let depth = 0;
  let name = '';
  let from: number | undefined;
  for (const { 0: token, index } of policy.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g)) {
    if (token.startsWith('"') && depth === 1) name = token;
    if (token === ',' && depth === 1) name = '';
    if (token === '{' || token === '[') {
      depth += 1;
      if (depth === 2 && from === undefined && name === '"Statement"') from = index;
    }
    if (token === '}' || token === ']') {
      depth -= 1;
      if (depth === 1 && from !== undefined) return { from, to: index };
    }
  }
  return undefined;
}
