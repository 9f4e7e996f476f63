import type {
  Mode,
  PracticeSignInView,
  PreflightView,
  RoleChoice,
  SignedInView,
  SignInAnswer,
} from '../../main/shared/views/aws';
import type { ViewOf } from '../../main/shared/contract';
import type { AppError } from '../../main/shared/errors';
import type { Result } from '../../main/shared/result';
import { idle, type Work } from '../base/work';

/** What signing in can start from: profiles, Regions, and how AWS is reached. */
export type Surroundings = ViewOf<'describeSignIn'> & { readonly practice?: PracticeSignInView };

export type SignInWay = 'profile' | 'browser' | 'pasted';

/** Where signing in has got to. */
export type Attempt =
  | { readonly at: 'none' }
  | { readonly at: 'asking'; readonly requestId: number }
  | {
      readonly at: 'browser';
      readonly requestId: number;
      readonly userCode: string;
      readonly verificationUrl: string;
      readonly expiresAt: string;
    }
  | {
      readonly at: 'choose-role';
      readonly attempt: string;
      readonly accounts: readonly RoleChoice[];
      readonly accountId?: string;
      readonly failure?: AppError;
    }
  | { readonly at: 'failed'; readonly error: AppError }
  | { readonly at: 'signed-in'; readonly view: SignedInView; readonly access: Work<PreflightView> };

export type OfferedAuthorities = Extract<ViewOf<'chooseAuthorities'>, { readonly picked: true }>['value'];

export type ProgramToRun = Pick<Extract<SignInAnswer, { state: 'program' }>, 'programs' | 'consent'>;

export interface SignInState {
  readonly mode: Mode;
  readonly surroundings: Work<Surroundings>;
  /** Whether the person practises signing in; else practice signs them in by itself. */
  readonly isRehearsed?: boolean;
  /** Undefined until chosen; meanwhile it is the profiles where there are any, else the browser. */
  readonly chosenWay?: SignInWay;
  readonly profile?: string;
  /** Serial number or ARN of the MFA device that the profile asks for. */
  readonly mfaSerial?: string;
  /** The program that the profile runs for credentials. It stays after consent, for the rest of the sign-in. */
  readonly program?: ProgramToRun;
  readonly attempt: Attempt;
  /** Kept while a role is being asked for, so that another one can be chosen when it is refused. */
  readonly roles?: { readonly attempt: string; readonly accounts: readonly RoleChoice[] };
  readonly connectionFailure?: AppError;
  /** Certificates that the person looks at, before they are trusted or not. */
  readonly offered?: OfferedAuthorities;
}

export type SignInAction =
  /** The files say whether it is practice; everything begins afresh then. */
  | { readonly type: 'modeChosen'; readonly mode: Mode }
  | { readonly type: 'surroundingsAsked'; readonly requestId: number }
  | {
      readonly type: 'surroundingsAnswered';
      readonly requestId: number;
      readonly result: Result<Surroundings>;
    }
  | { readonly type: 'rehearsalChosen'; readonly isRehearsed: boolean }
  | { readonly type: 'wayChosen'; readonly way: SignInWay }
  | { readonly type: 'profileChosen'; readonly profile: string }
  | { readonly type: 'accountChosen'; readonly accountId: string }
  | { readonly type: 'signInAsked'; readonly requestId: number }
  | { readonly type: 'signInAnswered'; readonly requestId: number; readonly result: Result<SignInAnswer> }
  | { readonly type: 'accessAsked'; readonly requestId: number }
  | { readonly type: 'accessAnswered'; readonly requestId: number; readonly result: Result<PreflightView> }
  | {
      readonly type: 'connectionAnswered';
      readonly result: Result<ViewOf<'changeConnection'>>;
    }
  | {
      readonly type: 'authoritiesOffered';
      readonly result: Result<ViewOf<'chooseAuthorities'>>;
    }
  | { readonly type: 'authoritiesDeclined' }
  /** Cancelled, or the Region changed: the person has to sign in again. */
  | { readonly type: 'forgotten' };

export const noAttempt = { at: 'none' } as const;

export const signedOut = (mode: Mode): SignInState => ({ mode, surroundings: idle, attempt: noAttempt });
