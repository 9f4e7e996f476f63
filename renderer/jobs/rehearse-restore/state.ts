import type { Picked } from '../../../main/shared/contract';
import type { FoundCopyView, RecordView, RehearsalView } from '../../../main/shared/views/custody';
import type { AppError } from '../../../main/shared/errors';
import type { Result } from '../../../main/shared/result';
import { idle, type Work } from '../../base/work';
import type { CopyAction } from '../../intake/copy-work';

export interface RehearseForm {
  readonly step: 'form';
  readonly copy: Work<FoundCopyView>;
  /** SECURITY: here only while it is typed; asking for the comparison takes it out. */
  readonly passphrase: string;
  readonly record: Work<RecordView>;
  /** As typed, or as the record says it. */
  readonly checkValue: string;
  /** How often Open and compare was chosen too early. */
  readonly askedTooEarly: number;
  /** Why the last comparison did not succeed. */
  readonly failure?: AppError;
}

export interface Comparing {
  readonly step: 'comparing';
  readonly requestId: number;
  /** Where a failure leads back to. */
  readonly from: RehearseForm;
}

export interface Rehearsed {
  readonly step: 'rehearsed';
  readonly rehearsal: RehearsalView;
  /** Absent when a person typed the check value. */
  readonly record?: RecordView;
}

export type RehearseState = RehearseForm | Comparing | Rehearsed;

export type RehearseAction =
  | CopyAction
  | { readonly type: 'recordAsked'; readonly requestId: number }
  | {
      readonly type: 'recordAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<RecordView>>;
    }
  | { readonly type: 'passphraseTyped'; readonly passphrase: string }
  | { readonly type: 'checkValueTyped'; readonly checkValue: string }
  | { readonly type: 'compareAskedTooEarly' }
  | { readonly type: 'compareAsked'; readonly requestId: number }
  | { readonly type: 'compareAnswered'; readonly requestId: number; readonly result: Result<RehearsalView> }
  | { readonly type: 'startedOver' };

export const nothingChosen: RehearseForm = {
  step: 'form',
  copy: idle,
  passphrase: '',
  record: idle,
  checkValue: '',
  askedTooEarly: 0,
};
