/** Why a pasted statement is refused, and the word that is the reason. */
export interface Fault {
  readonly reason: FaultReason;
  readonly word?: string;
}

export type FaultReason =
  // The text
  | 'tooLong'
  | 'nothing'
  | 'cutShort'
  | 'syntax'
  | 'depth'
  | 'duplicate'
  | 'characters'
  // The form of a statement
  | 'member'
  | 'missing'
  | 'form'
  | 'tooMany'
  | 'sid'
  | 'onlyOwn'
  | 'not'
  | 'effect'
  | 'resource'
  | 'placeholder'
  | 'variable'
  | 'partition'
  // Whom it lets in
  | 'unbounded'
  | 'own'
  | 'service'
  | 'federated'
  | 'canonicalUser'
  | 'session'
  | 'wildcardPrincipal'
  | 'principal'
  // What it allows
  | 'everything'
  | 'otherService'
  | 'wildcard'
  | 'action'
  | 'unknownAction'
  // When
  | 'operator';

/** Ends the reading of a pasted statement; never leaves read-statement.ts. */
export class Refused extends Error {
  readonly fault: Fault;

  constructor(reason: FaultReason, word?: string) {
    super(reason);
    this.fault = word === undefined ? { reason } : { reason, word };
  }
}

export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One text or a list of texts, as a policy writes it. */
export function textsOf(value: unknown, member: string, most: number): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) throw new Refused('missing', member);
  if (list.length > most) throw new Refused('tooMany', member);
  return list.map((item) => {
    if (typeof item !== 'string') throw new Refused('form', member);
    return item;
  });
}
