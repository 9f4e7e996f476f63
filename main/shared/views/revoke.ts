import type { GrantView, Read } from './keys';

/** What is taken out of one statement of a key policy. */
export interface TakenOut {
  /** Empty where it has none. */
  readonly sid: string;
  /** `deleted` and `incomplete` let nobody in, and only stand in the way of the change. */
  readonly because: 'account' | 'deleted' | 'incomplete';
  readonly principals: readonly string[];
  /** Whether the whole statement goes. */
  readonly isGone: boolean;
}

/** A statement that may still let an account in. `principals`: the roles, the organisations, or what names it. */
export interface StillOpen {
  readonly through:
    | 'everybody'
    | 'organisation'
    | 'condition'
    | 'not-principal'
    | 'unread'
    | 'named'
    /** Roles of the key's own account, which the other one may assume. */
    | 'own-roles'
    /** The key's own account decides by IAM policies. */
    | 'own-iam';
  readonly sid: string;
  readonly principals: readonly string[];
}

/** A grant of the account that is revoked, or one of an AWS service that may be for it. */
export interface RevocableGrant extends GrantView {
  /** Held by an AWS service: revoking it may break what the service keeps. */
  readonly isOfService: boolean;
}

/** What revoking a receiver would change. Nothing has been changed yet. */
export interface RevokePlanView {
  readonly accountId: string;
  readonly policy: {
    /** JSON text as AWS returned it, and as it will be sent; the same where nothing of it changes. */
    readonly before: string;
    readonly after: string;
    /** Of `before`, in UTF-16 code units. */
    readonly cuts: readonly { readonly from: number; readonly to: number }[];
    readonly taken: readonly TakenOut[];
    /** Of `after`, in UTF-8. */
    readonly bytes: number;
  };
  readonly stillOpen: readonly StillOpen[];
  readonly grants: Read<readonly RevocableGrant[]>;
}

/** What is left after a receiver was revoked. */
export interface RevokedView {
  readonly accountId: string;
  readonly stillOpen: readonly StillOpen[];
  /** Grants that a person left, or that an AWS service made: grantee and operations. */
  readonly kept: readonly string[];
}
