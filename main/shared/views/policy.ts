import type { PolicyStatementView } from '../../schemas/key';

/**
 * A statement of anybody's key policy, as far as it can be read. It says as much as its JSON and no more: what the
 * members below and those of `PolicyStatementView` cannot hold makes the whole statement `json`.
 *
 * `sid` is empty where the statement has none. `principals` are, besides ARNs, account IDs, `*`, and unique IDs of
 * users and roles that were deleted; those of another kind than `AWS` have it in front: `Service:ec2.amazonaws.com`.
 * `actions` and the values of `conditions` are as they were written, wildcards included.
 */
export interface ReadStatement extends PolicyStatementView {
  /** Absent where the statement allows. */
  readonly effect?: 'Deny';
  /** Set if `actions` are those that the statement leaves out (NotAction). */
  readonly allActionsBut?: true;
  /** ARNs that the key's own ARN has to be like; absent for `*`, which is any key that has the policy. */
  readonly resources?: readonly string[];
  /** The statement itself, if it cannot be read. Everything else is empty then. */
  readonly json?: string;
}
