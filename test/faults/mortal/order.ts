import type { KeyAct } from '../../../main/shared/views/acts';
import type { TransferProof } from '../../../main/shared/transfer-code';

/** When a mortal app is killed: at its n-th note; `torn`: with half of that note on the disk. */
export interface KillPoint {
  readonly at: number;
  readonly moment: 'before' | 'after' | 'torn';
}

/** What a mortal app does, as its only argument. */
export type Order = {
  /** Where its notes are. */
  readonly notes: string;
  /** Undefined: it lives to the end. */
  readonly kill?: KillPoint;
} & (
  | { readonly job: 'create-and-import'; readonly url: string; readonly copy: string }
  | {
      readonly job: 'finish-import';
      readonly url: string;
      readonly package: string;
      readonly transfer: TransferProof;
    }
  | { readonly job: 'act'; readonly url: string; readonly keyArn: string; readonly act: KeyAct }
  /** `copy`: the folder for the shares of the new material. */
  | { readonly job: 'rotate'; readonly url: string; readonly keyArn: string; readonly copy: string }
  | {
      readonly job: 'import-again';
      readonly url: string;
      readonly keyArn: string;
      /** Paths of the files of the copy. */
      readonly copy: readonly string[];
    }
  | { readonly job: 'revoke-receiver'; readonly url: string; readonly keyArn: string }
  | {
      readonly job: 'wrap-offline';
      readonly parameters: string;
      readonly copy: string;
      readonly saved: string;
    }
  | {
      readonly job: 'make-shares';
      /** Where it notes the folder that a vault writes to. */
      readonly saving: string;
      readonly parameters: string;
      readonly copy: string;
    }
);

/** What it reports if it lives to the end. */
export interface LastWords {
  readonly writes: number;
}
