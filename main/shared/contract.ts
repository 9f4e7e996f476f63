import type { WrappingAlgorithm, WrappingKeySpec } from './kms-words';
import type {
  CandidateKey,
  RunRow,
  AuthoritiesView,
  ConnectionView,
  Expiry,
  HandOverView,
  KeyDraft,
  NextAction,
  PlanView,
  PreflightView,
  PrincipalsAnswer,
  ProfileView,
  ProxyChoice,
  RegionView,
  SignInAnswer,
} from './views/aws';
import type {
  CopyPlan,
  CopyPurpose,
  CopySource,
  FoundCopyView,
  HeldView,
  PassphraseStrength,
  RecordView,
  RehearsalView,
} from './views/custody';
import type { AppError } from './errors';
import type { Result } from './result';
import type { PdfRequest } from './printed-document';
import type { PeopleView, RecordFileView } from './views/record';
import type { SavedView } from './views/saved';
import type { SignInRequest } from './sign-in-request';
import type * as unfinished from './views/unfinished';
import type { ReceiverCardView } from './views/receiver-card';
import type { TransferProof } from './transfer-code';
import type {
  AppView,
  MaterialChoice,
  MaterialView,
  ParametersView,
  ReturnedMaterialView,
} from './views/app';

/** A dialog may be dismissed: that is an answer, not a failure. */
export type Picked<T> = { readonly picked: false } | { readonly picked: true; readonly value: T };

/** What a material file has to fit: import parameters at hand, or those that will be asked for. */
export type MaterialExpectation = {
  readonly wrappingAlgorithm: WrappingAlgorithm;
  /** Of symmetric material; a private key has its own length. */
  readonly lengthBytes: 32 | 16;
} & ({ readonly parameters: string } | { readonly wrappingKeySpec: WrappingKeySpec });

/** What the person says before a run goes on: after `choose-key`, `change-alias` or `change-material`, and only then. */
export interface RunChanges {
  /** Without `alias/`. */
  readonly alias?: string;
  readonly material?: MaterialChoice;
  /** One of the candidates. */
  readonly keyId?: string;
}

/** How a run stands when it pauses: done, or failed with what is done kept. */
export interface RunView {
  readonly run: string;
  readonly rows: readonly RunRow[];
  /** ARN of the key as soon as it exists. */
  readonly keyArn?: string;
  readonly failure?: { readonly error: AppError; readonly next: NextAction };
  readonly handOver?: HandOverView;
  /** Keys to choose from, when several carry the tag of this run. */
  readonly candidates?: readonly CandidateKey[];
}

/**
 * Every verb the page may call: what it sends over the wire, and what it gets. main/schemas/requests.ts holds one zod
 * schema a verb, and main/ipc/register.ts one handler a verb; a missing one does not compile.
 */
export interface Contract {
  describeApp: { request: Record<string, never>; result: AppView };
  /** Opens the dialog for import parameters: files, or one folder. */
  chooseParameters: { request: { readonly what: 'files' | 'folder' }; result: Picked<ParametersView> };
  /** The preload turns dropped File objects into paths; the page never sees a path. */
  dropParameters: { request: { readonly paths: readonly string[] }; result: ParametersView };
  chooseMaterialFile: {
    request: MaterialExpectation;
    result: Picked<MaterialView>;
  };
  dropMaterialFile: {
    request: MaterialExpectation & { readonly paths: readonly string[] };
    result: MaterialView;
  };
  /**
   * Asks for a place, then generates or reads the material, seals or splits it, saves, opens what was saved again and
   * compares. The material stays in its vault until it is used or released.
   */
  makeCopy: {
    request: { readonly source: CopySource; readonly purpose: CopyPurpose; readonly copy: CopyPlan };
    result: Picked<HeldView>;
  };
  /** Opens the dialog for a sealed copy, with its identity file where it needs one, or for shares. */
  chooseCopy: { request: Record<string, never>; result: Picked<FoundCopyView> };
  dropCopy: { request: { readonly paths: readonly string[] }; result: FoundCopyView };
  /** Restores: what the copy holds stays in a vault until it is used or released. */
  openCopy: {
    request: {
      readonly copy: string;
      readonly passphrase?: string;
      readonly purpose: CopyPurpose;
      /** 16 hex digits, or `unknown`, which somebody says. Only passphrases, and work that knows it, need none. */
      readonly checkValue?: string;
    };
    result: HeldView;
  };
  /** Opens a copy, compares, and keeps nothing. AWS is not touched. */
  rehearseRestore: {
    request: { readonly copy: string; readonly passphrase?: string; readonly checkValue: string };
    result: RehearsalView;
  };
  /** Ends the vault that is making or opening a copy; nothing of the copy is left. */
  cancelCopy: { request: Record<string, never>; result: null };
  /** A record that says the check value. */
  chooseRecord: { request: Record<string, never>; result: Picked<RecordView> };
  dropRecord: { request: { readonly paths: readonly string[] }; result: RecordView };
  /** Ends the vault that holds the material; the copy stays. */
  releaseMaterial: { request: { readonly held: string }; result: null };
  /** Ten random words of a list of 2048: 110 bits. */
  suggestPassphrase: { request: Record<string, never>; result: { readonly passphrase: string } };
  /** As `makeCopy` measures it, for the same purpose. The passphrase is kept nowhere. */
  measurePassphrase: {
    request: { readonly passphrase: string; readonly purpose: CopyPurpose };
    result: PassphraseStrength;
  };
  /** Asks for a folder, then generates or reads, self-tests, wraps, saves and reads back. */
  wrapAndSave: {
    request: {
      readonly parameters: string;
      readonly wrappingAlgorithm: WrappingAlgorithm;
      readonly material: MaterialChoice;
      readonly exportPlaintext: boolean;
    };
    result: Picked<SavedView>;
  };
  /** Opens the system's file browser at the saved files. */
  showSavedFiles: { request: { readonly saved: string }; result: null };
  copyText: { request: { readonly text: string }; result: null };
  /** Profiles, Regions and how AWS is reached. Reads the AWS files anew each time. */
  describeSignIn: {
    request: Record<string, never>;
    result: {
      readonly profiles: readonly ProfileView[];
      readonly regions: readonly RegionView[];
      readonly connection: ConnectionView;
    };
  };
  changeConnection: {
    request: {
      readonly proxy: ProxyChoice;
      readonly fips: boolean;
      readonly dualStack: boolean;
      readonly foreignEndpointsAllowed: boolean;
      /** `trust`: the file of this handle, whose certificates a person has looked at. */
      readonly ca: 'keep' | 'none' | { readonly trust: string };
    };
    result: ConnectionView;
  };
  /** Reads a PEM file of certificate authorities, for a person to look at. Nothing of it is trusted yet. */
  chooseAuthorities: {
    request: Record<string, never>;
    result: Picked<AuthoritiesView & { readonly authorities: string }>;
  };
  signIn: { request: SignInRequest; result: SignInAnswer };
  checkAccess: { request: { readonly session: string }; result: PreflightView };
  searchPrincipals: {
    request: { readonly session: string; readonly query: string };
    result: PrincipalsAnswer;
  };
  /** Checks everything that can be checked without changing AWS. */
  planKey: { request: { readonly draft: KeyDraft }; result: PlanView };
  createAndImport: { request: { readonly plan: string }; result: RunView };
  /**
   * Goes on where the run stopped: looks up what is unknown, repeats nothing that is done. The session may be a new
   * one, of the same account and Region.
   */
  continueRun: {
    request: { readonly run: string; readonly session: string; readonly changes?: RunChanges };
    result: RunView;
  };
  /** Pauses the run that is going on after the step that it is at: a call that was sent is never cut off. */
  cancelRun: { request: Record<string, never>; result: null };
  chooseReturnPackage: { request: Record<string, never>; result: Picked<ReturnedMaterialView> };
  dropReturnPackage: { request: { readonly paths: readonly string[] }; result: ReturnedMaterialView };
  finishImport: {
    request: {
      readonly returned: string;
      readonly session: string;
      /** Only where the package does not say it. */
      readonly keyId?: string;
      readonly expiry: Expiry;
      readonly transfer: TransferProof;
    };
    result: RunView;
  };
  /** Asks for a place and writes the hand-over summary there: `text` as the page words it, or JSON. */
  saveSummary: {
    request: { readonly run: string; readonly format: 'text' | 'json'; readonly text: string };
    result: Picked<{ readonly fileName: string }>;
  };
  /** Asks for a place and saves a document as a PDF there. */
  savePdf: { request: PdfRequest; result: Picked<{ readonly fileName: string }> };
  /** Asks for a folder and saves the record of a finished run, or of offline files; it is read back and checked. */
  saveRecord: {
    request: { readonly of: string; readonly people: PeopleView };
    result: Picked<RecordFileView>;
  };
  /** Checks a ceremony record: a whole one is answered with what it says. */
  chooseCeremonyRecord: { request: Record<string, never>; result: Picked<RecordFileView> };
  dropCeremonyRecord: { request: { readonly paths: readonly string[] }; result: RecordFileView };
  /** What a receiver gives out, so that nothing of it has to be typed. */
  chooseReceiverCard: { request: Record<string, never>; result: Picked<ReceiverCardView> };
  dropReceiverCard: { request: { readonly paths: readonly string[] }; result: ReceiverCardView };
  /** What did not come to its end: ceremonies that changed AWS, or may have. */
  listUnfinished: { request: Record<string, never>; result: unfinished.UnfinishedWorkView };
  /** Goes on where the run stopped, as continueRun does, with a session of its account and Region. */
  resumeRun: { request: unfinished.ResumeRunRequest; result: RunView };
  /** Goes on with the offline job: gives it its import parameters back, unless they have expired. */
  resumeOffline: { request: { readonly run: string }; result: unfinished.ResumedOfflineView };
  /** Forgets the work. With a session, the deletion of its key is scheduled first. */
  discardRun: {
    request: { readonly run: string; readonly session?: string };
    result: unfinished.DiscardedView;
  };
  /** Removes a note that cannot be gone on with; not forgotten when that failed: then it is listed again. */
  discardNote: {
    request: Omit<unfinished.UnusableNoteView, 'reason'>;
    result: { readonly isForgotten: boolean };
  };
  /** Forgets every handle of the job that is being left. */
  leaveJob: { request: Record<string, never>; result: null };
}

export type Verb = keyof Contract;
export type RequestOf<V extends Verb> = Contract[V]['request'];
export type ResultOf<V extends Verb> = Result<Contract[V]['result']>;

export const verbs = [
  'describeApp',
  'chooseParameters',
  'dropParameters',
  'chooseMaterialFile',
  'dropMaterialFile',
  'makeCopy',
  'chooseCopy',
  'dropCopy',
  'openCopy',
  'rehearseRestore',
  'cancelCopy',
  'chooseRecord',
  'dropRecord',
  'releaseMaterial',
  'suggestPassphrase',
  'measurePassphrase',
  'wrapAndSave',
  'showSavedFiles',
  'copyText',
  'describeSignIn',
  'changeConnection',
  'chooseAuthorities',
  'signIn',
  'checkAccess',
  'searchPrincipals',
  'planKey',
  'createAndImport',
  'continueRun',
  'cancelRun',
  'chooseReturnPackage',
  'dropReturnPackage',
  'finishImport',
  'saveSummary',
  'savePdf',
  'saveRecord',
  'chooseCeremonyRecord',
  'dropCeremonyRecord',
  'chooseReceiverCard',
  'dropReceiverCard',
  'listUnfinished',
  'resumeRun',
  'resumeOffline',
  'discardRun',
  'discardNote',
  'leaveJob',
] as const satisfies readonly Verb[];

export const channelOf = (verb: Verb): string => `keyferry:${verb}`;
export const progressChannel = 'keyferry:progress';
export const runProgressChannel = 'keyferry:ceremony-progress';
export const openedChannel = 'keyferry:opened';
