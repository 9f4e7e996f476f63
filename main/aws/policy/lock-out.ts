interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Condition?: unknown;
}

/**
 * Whether a policy plainly leaves the caller no way to change it again: nothing in it lets the caller, or the caller's
 * account, call PutKeyPolicy, or something forbids it outright. What depends on a condition is left for AWS to judge,
 * which makes the same check (KMS Developer Guide, "Default key policy").
 *
 * @param policy JSON text.
 * @param caller its ARNs, as a session and as a principal, and its account.
 */
export function locksOut(
  policy: string,
  caller: { readonly callerArn: string; readonly principalArn: string; readonly accountId: string },
): boolean {
  const { Statement } = JSON.parse(policy) as { Statement: Statement | readonly Statement[] }; // add-statements read it
  const about = [Statement]
    .flat()
    .filter((statement) => mayNameCaller(statement, caller) && covers(statement, 'kms:putkeypolicy'));
  const isForbidden = about.some(
    ({ Effect, Condition, NotPrincipal }) =>
      Effect === 'Deny' && Condition === undefined && NotPrincipal === undefined,
  );
  return isForbidden || !about.some(({ Effect }) => Effect === 'Allow');
}

function mayNameCaller(
  { Principal, NotPrincipal }: Statement,
  { callerArn, principalArn, accountId }: Parameters<typeof locksOut>[1],
): boolean {
  if (NotPrincipal !== undefined) return true;
  const names =
    typeof Principal === 'object' && Principal !== null && 'AWS' in Principal ? Principal.AWS : Principal;
  const root = new RegExp(`^(${accountId}|arn:[\\w-]+:iam::${accountId}:root)$`);
  return textsOf(names).some(
    (name) => name === '*' || name === callerArn || name === principalArn || root.test(name),
  );
}

function covers({ Action, NotAction }: Statement, action: string): boolean {
  const isAmong = (patterns: unknown): boolean =>
    textsOf(patterns).some((pattern) => wildcard(pattern.toLowerCase()).test(action));
  return NotAction === undefined ? isAmong(Action) : !isAmong(NotAction);
}

/** `kms:Put*` as a regular expression. */
const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string');
