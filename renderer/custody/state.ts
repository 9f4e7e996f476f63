import type { CopyForm, FoundCopyView, HeldView, RecordView } from '../../main/shared/views/custody';
import type { Picked } from '../../main/shared/contract';
import type { AppError } from '../../main/shared/errors';
import { limits } from '../../main/shared/limits';
import type { Result } from '../../main/shared/result';
import type { MaterialView } from '../../main/shared/views/app';
import { idle, type Work } from '../base/work';
import type { CopyAction } from '../intake/copy-work';
import type { WordsAsked } from './two-words';

export type MaterialSource = 'generate' | 'file' | 'restore';

/** How a copy is to be protected, as far as the person has chosen it. */
export interface CopyFields {
  readonly form: CopyForm;
  readonly passphrase: string;
  readonly repeated: string;
  /** Where Keyferry made the passphrase up: then it is shown in clear, and two of its words are asked for. */
  readonly suggested: WordsAsked | undefined;
  readonly threshold: number;
  /** In the order of their shares. */
  readonly custodians: readonly string[];
  /** One `age1…` key per line. */
  readonly recipients: string;
}

export interface RestoreFields {
  readonly copy: Work<FoundCopyView>;
  readonly passphrase: string;
  /** As typed, or as a record says it. */
  readonly checkValue: string;
  /** Whether somebody said that the check value is not known. */
  readonly isUnknown: boolean;
  /** The record that the check value is read from. */
  readonly record: Work<RecordView>;
}

/** Where key material comes from, and the copy without which it goes nowhere. The jobs share it. */
export interface CustodyState {
  readonly source: MaterialSource;
  readonly file: Work<MaterialView>;
  readonly fields: CopyFields;
  /** What was typed to go on without a copy, or to make a second key. */
  readonly confirmation: string;
  readonly restore: RestoreFields;
  /** Whether main may know the check value from resumed work: asked for only once main says that it does not. */
  readonly mayBeKnown: boolean;
  /** Whether nothing goes on without a copy. */
  readonly mustHaveCopy: boolean;
  /** Whether a new key is to be made of the material. */
  readonly makesKey: boolean;
  /** The material and its copy: being made or opened, or there. */
  readonly held: Work<HeldView>;
  /** Whether the passphrase was used up by an attempt that brought no copy. */
  readonly mustTypeAgain: boolean;
  /** How often the person tried to save, open or go on too early. From the first time on, what is missing is shown. */
  readonly askedTooEarly: number;
}

export type CustodyAction =
  | { readonly type: 'sourceChosen'; readonly source: MaterialSource }
  | { readonly type: 'fileAsked'; readonly requestId: number }
  | {
      readonly type: 'fileAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<MaterialView>>;
    }
  | { readonly type: 'fieldsChanged'; readonly change: Partial<Omit<CopyFields, 'suggested'>> }
  | { readonly type: 'wordsTyped'; readonly text: string }
  | {
      readonly type: 'passphraseSuggested';
      readonly result: Result<{ readonly passphrase: string; readonly asked: WordsAsked }>;
    }
  | { readonly type: 'confirmationTyped'; readonly text: string }
  | CopyAction
  | { readonly type: 'restoreChanged'; readonly change: Partial<Omit<RestoreFields, 'copy' | 'record'>> }
  | { readonly type: 'recordAsked'; readonly requestId: number }
  | {
      readonly type: 'recordAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<RecordView>>;
    }
  /** A copy is being made or opened. */
  | { readonly type: 'holdAsked'; readonly requestId: number }
  | { readonly type: 'holdAnswered'; readonly requestId: number; readonly result: Result<Picked<HeldView>> }
  /** What is held is on screen: nothing else of the page may know the passphrase any more. */
  | { readonly type: 'heldShown' }
  /** The vault has ended; the copy has to be opened again. */
  | { readonly type: 'heldLost'; readonly error: AppError }
  /** The person wants other material than what is held. */
  | { readonly type: 'startedAgain' }
  | { readonly type: 'triedTooEarly' }
  /** A run that exists already asks for material once more. */
  | { readonly type: 'neededAgain' };

const noFields: CopyFields = {
  form: 'passphrase',
  passphrase: '',
  repeated: '',
  suggested: undefined,
  threshold: limits.minCustodians,
  custodians: ['', '', ''],
  recipients: '',
};

export const newCustody = (
  source: MaterialSource,
  {
    mayBeKnown = false,
    makesKey = false,
    mustHaveCopy = false,
  }: Partial<Pick<CustodyState, 'mayBeKnown' | 'makesKey' | 'mustHaveCopy'>> = {},
): CustodyState => ({
  source,
  file: idle,
  fields: noFields,
  confirmation: '',
  restore: { copy: idle, passphrase: '', checkValue: '', isUnknown: false, record: idle },
  mayBeKnown,
  mustHaveCopy,
  makesKey,
  held: idle,
  mustTypeAgain: false,
  askedTooEarly: 0,
});
