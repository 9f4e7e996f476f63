import type { PolicyStatementView } from '../../schemas/key';

/** Let through, and to be confirmed by the person. */
export interface Unusual {
  /** Of the statement; empty for a grant. */
  readonly sid: string;
  /**
   * `grants`: makes or revokes grants not only for services of AWS; `anybody`: names nobody, and is bounded by a
   * condition; `ownPrincipal`: a role or user of the own account; `looseCondition`: a condition that holds as well where
   * the request does not say the thing. The rest is about an action: see main/receivers/statements/actions.ts.
   */
  readonly what:
    | 'grants'
    | 'anybody'
    | 'ownPrincipal'
    | 'looseCondition'
    | 'wildcard'
    | 'readsPolicy'
    | 'otherKeyKind'
    | 'noEffect';
  readonly word: string;
}

/** Not taken over from what was pasted as it stood there. */
export interface LeftOut {
  /** Of the statement; empty where it is about none. */
  readonly sid: string;
  /**
   * `text`: comments, and what stood around the statement; `ownAccount`: Keyferry writes this statement itself;
   * `perhapsOwn`: the same, if the account in `word` turns out to be the person's own; `resource`: the statement will be
   * about the new key only; `sid`: the name in `word` was taken, so the statement has another one.
   */
  readonly what: 'text' | 'ownAccount' | 'perhapsOwn' | 'resource' | 'sid';
  readonly word: string;
}

/** What a receiver's statement would let in, as far as it can be told now. */
export interface StatementView {
  readonly statements: readonly PolicyStatementView[];
  /** The statements as they will stand in the key policy. */
  readonly json: string;
  /** The receiver's account; empty where they name none. */
  readonly accountId: string;
  readonly unusual: readonly Unusual[];
  readonly skipped: readonly LeftOut[];
}
