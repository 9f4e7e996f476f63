import type { TransferProof } from '../../../main/shared/transfer-code';

/** When a mortal app ends: at its n-th note; `torn`: with half of that note on the disk. */
export interface KillPoint {
  readonly at: number;
  readonly moment: 'before' | 'after' | 'torn';
}

/** What a mortal app is to do, as its one argument. */
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
  | {
      readonly job: 'wrap-offline';
      readonly parameters: string;
      readonly copy: string;
      readonly saved: string;
    }
  | {
      readonly job: 'make-shares';
      /** Where it notes which folder a vault writes to. */
      readonly saving: string;
      readonly parameters: string;
      readonly copy: string;
    }
);

/** What it says when it has lived to the end. */
export interface LastWords {
  readonly writes: number;
}
