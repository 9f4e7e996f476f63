import type { PolicyStatementView, ReceiverChoice } from '../../schemas/key';
import type { Unusual } from './statement';

/** A receiver that is still to be let in to a key that exists. */
export interface OpenAdditionView {
  readonly work: string;
  readonly accountId: string;
  readonly region: string;
  readonly keyArn: string;
  readonly keyId: string;
  /** Without `alias/`. */
  readonly alias: string;
  /** As far as it is known: what was typed the last time is in `asks`. */
  readonly receiver: ReceiverChoice;
  /** A person opened the key from a list, and chooses any receiver. `alias` is empty where the key has none. */
  readonly isOpened?: true;
}

/** A grant, as it is asked for: ARNs, and operations as AWS names them. */
export interface GrantView {
  readonly name: string;
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: readonly string[];
}

/** What adding a receiver will change. Nothing has been changed yet. */
export interface AdditionPlanView {
  readonly plan: string;
  /** AWS has all of it already: nothing is sent but questions. */
  readonly isThere: boolean;
  /** With the account that follows from what was typed. */
  readonly receiver: ReceiverChoice;
  /** Of a statement that was pasted; each of it is confirmed before anything is sent. */
  readonly unusual: readonly Unusual[];
  readonly change:
    | {
        readonly by: 'policy';
        /** JSON text as AWS returned it, and as it will be sent. */
        readonly before: string;
        readonly after: string;
        readonly added: readonly PolicyStatementView[];
      }
    | { readonly by: 'grant'; readonly grant: GrantView };
}

/** A receiver that was let in, read back from AWS. */
export interface AddedView {
  readonly mode: 'practice' | 'aws';
  readonly keyArn: string;
  readonly alias: string;
  readonly receiver: ReceiverChoice;
  readonly by: 'policy' | 'grant';
  /** AWS had it before, and nothing was sent. */
  readonly wasThere: boolean;
}
