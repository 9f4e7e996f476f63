/** Facts about the key that a receiver may ask for; the hand-over summary has them. */
export const wantedWords = [
  'key-arn',
  'account-id',
  'region',
  'alias',
  'key-state',
  'expiry',
  'multi-region',
  'key-material-id',
] as const;
/** The same, and what a preset or a card of version 2 can ask for besides. */
export const cardWants = [...wantedWords, 'key-id', 'alias-arn', 'role-arn', 'external-id'] as const;
/** What a receiver may want to be told. */
export type ReceiverWant = (typeof cardWants)[number];

/** Something that the receiver wants to be told, as it is typed into a field. */
export interface WantedFactView {
  readonly want: ReceiverWant;
  readonly value: string;
  /** An alias, or its ARN, where the key's own ARN is asked for as well. */
  readonly isOptional: boolean;
}

/** Who may assume a role in the account of the key. Keyferry makes no role. */
export interface RoleTrustView {
  readonly arn: string;
  /** The ARN that may assume it. */
  readonly trusted: string;
  readonly externalId: string;
  /** JSON: who may assume it. */
  readonly trustPolicy: string;
}

/** The role that the receiver assumes, once there is the key. */
export interface OwnRoleView extends RoleTrustView {
  /** JSON: what it may do with the key; absent where the key policy is enough. */
  readonly permissionsPolicy?: string;
}

/** What one receiver wants, in its own order. The texts are those of its preset. */
export interface ReceiverWantsView {
  readonly facts: readonly WantedFactView[];
  /** Where the facts are typed; absent where it is not known. */
  readonly where?: string;
  /** The receiver's own steps: those before the key, which are done, and those after it. */
  readonly stepsBefore: readonly string[];
  readonly steps: readonly string[];
  readonly aftercare: readonly string[];
  /** Where its guide was read, and when (ISO 8601, a day); absent for a receiver that is not known by name. */
  readonly source?: { readonly page: string; readonly readOn: string };
  readonly role?: OwnRoleView;
}
