import type { PlanView, SignedInView, TagView } from '../../../main/shared/views/aws';
import type { Picked } from '../../../main/shared/contract';
import type { AppError } from '../../../main/shared/errors';
import type { WrappingAlgorithm, WrappingKeySpec } from '../../../main/shared/kms-words';
import type { Result } from '../../../main/shared/result';
import type { ReceiverCardView } from '../../../main/shared/views/receiver-card';
import type { CardTerms } from '../../../main/shared/views/receiver';
import type { StatementView } from '../../../main/shared/views/statement';
import { newCustody, type CustodyAction, type CustodyState } from '../../custody/state';
import type { ExpiryFields } from '../../intake/expiry';
import { idle, type Work } from '../../base/work';

export const stepNames = ['receiver', 'sign-in', 'key', 'material', 'review'] as const;
export type StepName = (typeof stepNames)[number];

export interface ReceiverFields {
  /** The id of a preset, or `other`. */
  readonly preset: string;
  /** The name of another service. */
  readonly name: string;
  /** As far as it has been typed, without spaces and dashes. */
  readonly accountId: string;
  readonly needsGrants: boolean;
  /** What else a preset asks for, by the names of its blanks; several values are on lines of their own. */
  readonly answers: Readonly<Record<string, string>>;
  /** The receiver's statement, as it was pasted; empty where there is none. */
  readonly pasted: string;
  /** What its card asks for, with blanks that are in `answers` as they are filled in; absent where there is no such card. */
  readonly terms?: CardTerms | undefined;
  /** It says whom to let in only once it knows the ARN of the key, so nothing of the above is asked for now. */
  readonly isLater: boolean;
  readonly region?: string | undefined;
}

export type PrincipalList = 'administrators' | 'users';

export interface KeyFields {
  /** Undefined while the suggestion stands. */
  readonly alias?: string;
  /** Grows when a suggestion turns out to be taken. */
  readonly aliasSuggestion: number;
  /** Undefined while the suggestion stands. */
  readonly description?: string;
  readonly tags: readonly TagView[];
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  /** What was typed to find somebody, and is not added yet. */
  readonly typed: Readonly<Record<PrincipalList, string>>;
  readonly multiRegion: boolean;
}

export interface MaterialFields {
  /** Where the material comes from, and its copy. */
  readonly custody: CustodyState;
  readonly expiry: ExpiryFields;
  readonly wrappingKeySpec: WrappingKeySpec;
  readonly wrappingAlgorithm: WrappingAlgorithm;
}

/** What the create-and-import job has been told. Steps before the one that is showing are complete. */
export interface DraftState {
  readonly step: StepName;
  /** The year in the suggested alias. */
  readonly year: number;
  /** The receiver's own card; the fields are filled from it, and the person can still change them. */
  readonly card: Work<ReceiverCardView>;
  readonly receiver: ReceiverFields;
  /** What main made of the statement that was pasted. */
  readonly statement: Work<StatementView>;
  /** The unusual things in it that the person has confirmed, by `unusualId`. */
  readonly confirmed: readonly string[];
  readonly key: KeyFields;
  /** Whose account the key fields were filled in for. */
  readonly owner?: SignedInView;
  readonly material: MaterialFields;
  /** What main made of the draft as it is now; any change drops it. */
  readonly plan: Work<PlanView>;
  /** What main made of the draft last; shown until the changes are planned. */
  readonly lastPlan?: PlanView;
  readonly isUnderstood: boolean;
  /** Whether the key step was skipped, and not looked at since. */
  readonly isKeySkipped: boolean;
  /** Whether the person chose to go on, and the answer about the alias or the receiver's statement is awaited. */
  readonly isGoingOn: boolean;
  /** How often the person tried to go on from this step too early. From the first time on, what is missing is shown. */
  readonly askedTooEarly: number;
}

export type DraftAction =
  | { readonly type: 'receiverChanged'; readonly change: Partial<ReceiverFields> }
  | { readonly type: 'statementAsked'; readonly requestId: number }
  | {
      readonly type: 'statementAnswered';
      readonly requestId: number;
      readonly result: Result<StatementView>;
    }
  | { readonly type: 'unusualConfirmed'; readonly unusual: string; readonly isConfirmed: boolean }
  | { readonly type: 'cardAsked'; readonly requestId: number }
  | {
      readonly type: 'cardAnswered';
      readonly requestId: number;
      readonly result: Result<Picked<ReceiverCardView>>;
    }
  | { readonly type: 'cardRemoved' }
  | { readonly type: 'regionSuggested'; readonly region: string }
  | { readonly type: 'signedIn'; readonly view: SignedInView }
  | { readonly type: 'keyChanged'; readonly change: Partial<KeyFields> }
  | { readonly type: 'principalTyped'; readonly list: PrincipalList; readonly text: string }
  /** Takes a whole ARN that was typed. */
  | { readonly type: 'principalEntered'; readonly list: PrincipalList }
  | { readonly type: 'materialChanged'; readonly change: Partial<Omit<MaterialFields, 'custody'>> }
  | { readonly type: 'custody'; readonly action: CustodyAction }
  | { readonly type: 'planAsked'; readonly requestId: number }
  | { readonly type: 'planAnswered'; readonly requestId: number; readonly result: Result<PlanView> }
  /** Asks for the plan once more: after a failure, or when main no longer has it. */
  | { readonly type: 'planDropped' }
  /** Main refused to run the plan. */
  | { readonly type: 'planRefused'; readonly error: AppError }
  | { readonly type: 'understoodChosen'; readonly isUnderstood: boolean }
  /** `signedIn`: who is signed in for the Region of the draft. */
  | { readonly type: 'nextChosen'; readonly now: Date; readonly signedIn: SignedInView | undefined }
  /** Skips from the sign-in past the key step, whose suggestions are taken as they are. */
  | { readonly type: 'keySkipped'; readonly now: Date; readonly signedIn: SignedInView | undefined }
  | { readonly type: 'stepChosen'; readonly step: StepName };

const noReceiver: ReceiverFields = {
  preset: 'bluescape',
  name: '',
  accountId: '',
  needsGrants: true,
  answers: {},
  pasted: '',
  isLater: false,
};

const generatedMaterial: MaterialFields = {
  custody: newCustody('generate', { makesKey: true }),
  expiry: { kind: 'never' },
  wrappingKeySpec: 'RSA_4096',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
};

export const newDraft = (now: Date): DraftState => ({
  step: 'receiver',
  year: now.getFullYear(),
  card: idle,
  receiver: noReceiver,
  statement: idle,
  confirmed: [],
  key: {
    aliasSuggestion: 1,
    tags: [],
    administrators: [],
    users: [],
    typed: { administrators: '', users: '' },
    multiRegion: false,
  },
  material: generatedMaterial,
  plan: idle,
  isUnderstood: false,
  isKeySkipped: false,
  isGoingOn: false,
  askedTooEarly: 0,
});
