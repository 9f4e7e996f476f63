import { parseArn } from '../../aws/arn';
import { isMembers, Refused, textsOf, type FaultReason } from './fault';
import { isExampleAccount, isPlaceholder, refuseBlanks } from './placeholders';

/** The account that will own the key. */
export interface Own {
  /** Undefined before somebody has signed in. What is read then is read again once it is known. */
  readonly accountId: string | undefined;
  readonly partition: string;
}

const otherKinds: ReadonlyMap<string, FaultReason> = new Map([
  ['Service', 'service'],
  ['Federated', 'federated'],
  ['CanonicalUser', 'canonicalUser'],
]);

/**
 * Whom a statement lets in: `*`, and ARNs of accounts, roles and users. Whether `*` is bounded is decided elsewhere.
 * @throws Refused form, service, federated, canonicalUser, variable, placeholder, partition, own, session,
 *   wildcardPrincipal, principal
 */
export function readPrincipals(value: unknown, own: Own): readonly string[] {
  return [...new Set(namedBy(value).map((name) => readPrincipal(name, own)))];
}

/** The names under `AWS`; `*` by itself is the same as `*` there. */
export function namedBy(value: unknown): readonly string[] {
  if (value === '*') return ['*'];
  if (!isMembers(value)) throw new Refused('form', 'Principal');
  for (const [kind, names] of Object.entries(value)) {
    if (kind === 'AWS') continue;
    const reason = otherKinds.get(kind);
    throw reason === undefined
      ? new Refused('member', kind)
      : new Refused(reason, textsOf(names, kind, 20)[0]);
  }
  if (value['AWS'] === undefined) throw new Refused('missing', 'Principal');
  return textsOf(value['AWS'], 'Principal', 20);
}

function readPrincipal(name: string, own: Own): string {
  if (name === '*') return name;
  refuseBlanks(name);
  const isAccount = /^\d{12}$/.test(name);
  const written = isAccount ? `arn:${own.partition}:iam::${name}:root` : name;
  const arn = parseArn(written);
  if (arn === undefined) {
    // The account of an ARN has digits only; words there are left from an example.
    const isBlankAccount = /^arn:[a-z-]+:(?:iam|sts)::[^:]*[A-Za-z][^:]*:/.test(name);
    throw new Refused(isBlankAccount ? 'placeholder' : 'principal', name);
  }
  if (arn.partition !== own.partition) throw new Refused('partition', name);
  if (arn.accountId !== own.accountId && isExampleAccount(arn.accountId)) {
    throw new Refused('placeholder', arn.accountId);
  }
  if (/[*?]/.test(arn.resource)) throw new Refused('wildcardPrincipal', name);
  if (arn.service === 'sts') throw new Refused('session', name);
  const isPerson = /^(?:role|user)\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/.test(arn.resource);
  if (arn.service !== 'iam' || arn.accountId === '' || !(arn.resource === 'root' || isPerson)) {
    throw new Refused('principal', name);
  }
  if (arn.resource === 'root' && arn.accountId === own.accountId) throw new Refused('own', name);
  return written;
}

/**
 * Whether this is the root of the own account, or of an account that stands for it in an example, and nobody else.
 * @returns the account where it is not known which one is the person's own.
 */
export function ownRoot(
  names: readonly string[],
  own: Own,
): 'own' | { readonly perhaps: string } | undefined {
  const accounts = names.map((name) => /^arn:[a-z-]+:iam::([^:]*):root$/.exec(name)?.[1] ?? name);
  const others = accounts.filter(
    (account) => account !== own.accountId && !isExampleAccount(account) && !isPlaceholder(account),
  );
  const [first, ...more] = others;
  if (first === undefined) return accounts.length === 0 ? undefined : 'own';
  const mayBeOwn = own.accountId === undefined && more.length === 0 && /^\d{12}$/.test(first);
  return mayBeOwn ? { perhaps: first } : undefined;
}
