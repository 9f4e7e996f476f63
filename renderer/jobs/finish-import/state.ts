import type { Picked } from '../../../main/shared/contract';
import type { ReturnedMaterialView } from '../../../main/shared/views/app';
import type { Result } from '../../../main/shared/result';
import type { ExpiryFields } from '../../intake/expiry';
import { idle, type Work } from '../../base/work';

/** What the finish-import job has been told. */
export interface FinishState {
  readonly returned: Work<ReturnedMaterialView>;
  /** Typed by the person, because the files do not say it. */
  readonly keyId: string;
  readonly region?: string;
  /** As typed: the transfer code, or the confirmation that there is none. */
  readonly transfer: string;
  readonly expiry: ExpiryFields;
  /** How often Import was chosen too early. */
  readonly askedTooEarly: number;
}

export type FinishAction =
  | { readonly type: 'returnedAsked'; readonly requestId: number }
  | {
      readonly type: 'returnedAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<ReturnedMaterialView>>;
    }
  | { readonly type: 'transferTyped'; readonly transfer: string }
  | { readonly type: 'keyIdTyped'; readonly keyId: string }
  | { readonly type: 'regionChosen'; readonly region: string }
  | { readonly type: 'expiryChanged'; readonly expiry: ExpiryFields }
  | { readonly type: 'importAskedTooEarly' };

export const nothingReturned: FinishState = {
  returned: idle,
  keyId: '',
  transfer: '',
  expiry: { kind: 'never' },
  askedTooEarly: 0,
};
