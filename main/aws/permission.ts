/** One action that a job takes, as the preflight asks for it. */
export interface Permission {
  /** As IAM names it: `kms:CreateKey`. */
  readonly action: string;
  readonly optional: boolean;
  /** Whether the key's policy can grant it as well: if so, an implicit deny by IAM is no refusal yet. */
  readonly fromKeyPolicy: boolean;
  /** Needed only to add a receiver by a grant: no other job says anything of it. */
  readonly forGrants?: true;
}

/** Whose keys the permissions are about. */
export interface PermissionScope {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** What a job needs, in the order of its use, and the IAM statements that allow what is missing of it. */
export interface JobPermissions {
  readonly permissions: readonly Permission[];
  readonly statements: (missing: ReadonlySet<string>, scope: PermissionScope) => readonly object[];
}

export const iamOnly = (action: string): Permission => ({ action, optional: false, fromKeyPolicy: false });
export const onTheKey = (action: string): Permission => ({ action, optional: false, fromKeyPolicy: true });
/** What is skipped, or is not offered, if the caller may not do it. */
export const ifAllowed = (action: string): Permission => ({ action, optional: true, fromKeyPolicy: true });
export const forGrants = (action: string): Permission => ({ ...onTheKey(action), forGrants: true });
export const comfort = (action: string): Permission => ({ action, optional: true, fromKeyPolicy: false });

export const policyOf = (statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
