/** What stands for one principal, by kind; none has wildcards, which AWS does not take here. */
const kinds: ReadonlyMap<string, RegExp> = new Map([
  [
    'AWS',
    /^(\*|\d{12}|arn:aws[a-z-]*:(iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]+)|sts::\d{12}:(assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+|federated-user\/[\w+=,.@-]+))|A(ID|RO)A[A-Z0-9]{8,})$/,
  ],
  ['Service', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/],
  [
    'Federated',
    /^([a-z0-9-]+(\.[a-z0-9-]+)+|arn:aws[a-z-]*:iam::\d{12}:(saml|oidc)-provider\/[\w+=,.@:/-]+)$/,
  ],
  ['CanonicalUser', /^[0-9a-f]{64}$/],
]);

/**
 * Reads the Principal of a statement.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 *
 * @returns as `ReadStatement` has them; undefined if one of them is not understood, or there is none.
 */
export function readPrincipals(principal: unknown): readonly string[] | undefined {
  if (principal === '*') return ['*'];
  if (typeof principal !== 'object' || principal === null || Array.isArray(principal)) return undefined;
  const read = Object.entries(principal).flatMap(([kind, names]) =>
    [names as unknown].flat().map((name) => readPrincipal(kind, name)),
  );
  const principals = read.filter((name) => name !== undefined);
  return principals.length > 0 && principals.length === read.length ? principals : undefined;
}

function readPrincipal(kind: string, name: unknown): string | undefined {
  if (typeof name !== 'string' || kinds.get(kind)?.test(name) !== true) return undefined;
  return kind === 'AWS' ? name : `${kind}:${name}`;
}
