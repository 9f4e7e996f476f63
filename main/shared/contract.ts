import type { Inferred } from '../schemas/inferred';
import type { requests } from '../schemas/requests';
import type { AppError } from './errors';
import type { Result } from './result';
import type { AddedView, AdditionPlanView, OpenAdditionView } from './views/addition';
import type { ActedView, ActPlanView, RotationPlanView } from './views/acts';
import type { AboutView, AppView, MaterialView, ParametersView, ReturnedMaterialView } from './views/app';
import type {
  AuthoritiesView,
  CandidateKey,
  ConnectionView,
  HandOverView,
  NextAction,
  PlanView,
  PreflightView,
  PrincipalsAnswer,
  ProfileView,
  RegionView,
  RunRow,
  PracticeSignInView,
  SignInAnswer,
} from './views/aws';
import type { CopyMatchView, FolderMatchView, ProvenCopyView } from './views/copy-match';
import type { FoundCopyView, HeldView, PassphraseStrength, RecordView, RehearsalView } from './views/custody';
import type { ReceiverCardView } from './views/receiver-card';
import type { FinishedListView, FinishedWorkView } from './views/finished';
import type { KeyListView, KeyView } from './views/keys';
import type { RecordFileView } from './views/record';
import type { ReleaseNewsView } from './views/release';
import type { RoleTrustView } from './views/receiver-wants';
import type { StatementView } from './views/statement';
import type { SavedOneView, SavedRecordsView, SavedRemindersView, SavedView } from './views/saved';
import type { DiscardedView, ResumedOfflineView, UnfinishedWorkView } from './views/unfinished';

/** A dialog may be dismissed: that is an answer, not a failure. */
export type Picked<T> = { readonly picked: false } | { readonly picked: true; readonly value: T };

/** How a run stands when it pauses: done, or failed with what is done kept. */
export interface RunView {
  readonly run: string;
  readonly rows: readonly RunRow[];
  /** ARN of the key as soon as it exists. */
  readonly keyArn?: string;
  readonly failure?: { readonly error: AppError; readonly next: NextAction };
  /** Set where it is unfinished work now: AWS was, or may have been, changed. */
  readonly isUnfinished?: true;
  readonly handOver?: HandOverView;
  /** In its place, for a receiver that was added. */
  readonly added?: AddedView;
  /** In its place, for an act on a key. */
  readonly acted?: ActedView;
  /** Keys to choose from, when several carry the tag of this run. */
  readonly candidates?: readonly CandidateKey[];
}

interface SignInFacts {
  readonly profiles: readonly ProfileView[];
  readonly regions: readonly RegionView[];
  readonly connection: ConnectionView;
}

/** Only the type matters: no value of it is ever there. */
interface Answers<T> {
  readonly result?: T;
}
const answers = <T>(): Answers<T> => ({});

/**
 * Every verb the page may call, with what it gets. What it sends is in main/schemas/requests.ts; a verb without a
 * schema there, or without a handler, does not compile.
 */
const contract = {
  describeApp: answers<AppView>(),
  /** Version, build and licences. */
  describeBuild: answers<AboutView>(),
  /** Checks a signed release file, and says whether there is a newer version. Nothing asks a network. */
  readReleaseFile: answers<Picked<ReleaseNewsView>>(),
  readParameters: answers<Picked<ParametersView>>(),
  /** Asks for a place and saves import parameters there, of a new key in the practice AWS. */
  savePracticeParameters: answers<Picked<SavedOneView & { readonly region: string }>>(),
  /** Asks for a place and saves the copy of a key that the practice account came with; the passphrase opens it. */
  savePracticeCopy: answers<Picked<SavedOneView & { readonly passphrase: string }>>(),
  /** The same for several keys, into one folder; answers with the first of the files, and how many there are. */
  savePracticeCopies:
    answers<Picked<SavedOneView & { readonly passphrase: string; readonly copies: number }>>(),
  readMaterialFile: answers<Picked<MaterialView>>(),
  /**
   * Asks for a place, then generates or reads the material, seals or splits it, saves, opens what was saved again and
   * compares. The material stays in its vault until it is used or released.
   */
  makeCopy: answers<Picked<HeldView>>(),
  /** Finds a sealed copy, with its identity file where it needs one, or adds shares to those that were collected. */
  findCopy: answers<Picked<FoundCopyView>>(),
  /** Adds a share that was typed or scanned from its sheet. */
  typeShare: answers<FoundCopyView>(),
  /** Overwrites shares that were collected; answers with those that are left, or null when none is. */
  removeShares: answers<FoundCopyView | null>(),
  /** Restores: what the copy holds stays in a vault until it is used or released. */
  openCopy: answers<HeldView>(),
  /** Opens a copy, compares, and keeps nothing. AWS is not touched. */
  rehearseRestore: answers<RehearsalView>(),
  /** Ends the vault that is making or opening a copy; nothing of the copy is left. */
  cancelCopy: answers<null>(),
  /** Reads a check value from a record that says one. */
  readCheckValue: answers<Picked<RecordView>>(),
  /** Ends the vault that holds the material; the copy stays. */
  releaseMaterial: answers<null>(),
  /** Ten random words of a list of 2048: 110 bits. */
  suggestPassphrase: answers<{ readonly passphrase: string }>(),
  /** As `makeCopy` measures it, for the same purpose. The passphrase is kept nowhere. */
  measurePassphrase: answers<PassphraseStrength>(),
  /** Asks for a folder, then generates or reads, self-tests, wraps, saves and reads back. */
  wrapAndSave: answers<Picked<SavedView>>(),
  /** Opens the system's file browser at the saved files. */
  showSavedFiles: answers<null>(),
  /** Opens a PDF that was saved in the system's own program, to print it there. */
  openSavedPdf: answers<null>(),
  copyText: answers<null>(),
  /** Profiles, Regions and how AWS is reached. Reads the AWS files anew each time. */
  describeSignIn: answers<SignInFacts>(),
  /** The same for practice: all of it is made up, and no AWS file is read. */
  describePracticeSignIn: answers<SignInFacts & { readonly practice: PracticeSignInView }>(),
  changeConnection: answers<ConnectionView>(),
  /** Reads a PEM file of certificate authorities, for a person to look at. Nothing of it is trusted yet. */
  chooseAuthorities: answers<Picked<AuthoritiesView & { readonly authorities: string }>>(),
  signIn: answers<SignInAnswer>(),
  /** The same with the practice AWS, and only with it. */
  practiseSignIn: answers<SignInAnswer>(),
  /** What the person answers in the panel that stands in for the browser. */
  answerPracticePortal: answers<null>(),
  checkAccess: answers<PreflightView>(),
  searchPrincipals: answers<PrincipalsAnswer>(),
  /** Checks everything that can be checked without changing AWS. */
  planKey: answers<PlanView>(),
  createAndImport: answers<RunView>(),
  /**
   * Goes on where the run stopped: looks up what is unknown, repeats nothing that is done. The session may be a new
   * one, of the same account and Region.
   */
  continueRun: answers<RunView>(),
  /** Pauses the run that is going on after the step that it is at: a call that was sent is never cut off. */
  cancelRun: answers<null>(),
  readReturnPackage: answers<Picked<ReturnedMaterialView>>(),
  /** What rotating means, for material that came back as new. */
  planReturned: answers<RotationPlanView>(),
  finishImport: answers<RunView>(),
  /**
   * Imports material once more that the open key has, or had: it comes back, or gets another expiry. The key is read
   * again first, and what the copy held has to be of it.
   */
  importAgain: answers<RunView>(),
  /** Reads the key anew, and says what rotating it means and needs. Changes nothing. */
  planRotation: answers<RotationPlanView>(),
  /** Imports new material, of which there is a copy, and makes it the one that the key encrypts with. */
  rotateKey: answers<RunView>(),
  /** Reads the key anew, and says what an act would change and what it needs. Changes nothing. */
  planAct: answers<ActPlanView>(),
  /** Carries out what was shown, and asks AWS how the key is afterwards. */
  carryOut: answers<RunView>(),
  /** Asks for a place and saves fresh import parameters of the open key there, to wrap for them offline. */
  saveFreshParameters: answers<Picked<SavedOneView>>(),
  /** Begins to let a receiver use the open key: `planReceiver` takes it from there. Changes nothing. */
  allowReceiver: answers<OpenAdditionView>(),
  /**
   * Reads the key policy, or the grants, and says what adding the receiver would change: of a key whose making ended
   * with a receiver to be added, or that a person has opened. Changes nothing.
   */
  planReceiver: answers<AdditionPlanView>(),
  /** Carries out what was shown, and reads it back. Stops where AWS has something else by now than was shown. */
  addReceiver: answers<RunView>(),
  /**
   * Reads the imported keys of the account, and answers when it ends; the rows come before, as `KeyListUpdate`s. A
   * list that is being read is stopped first. Changes nothing.
   */
  listKeys: answers<KeyListView>(),
  /** Ends the reading of the list; what was read stays. */
  stopKeyList: answers<null>(),
  /** Asks for a place and saves all that was read of a list there, as CSV. */
  saveKeyList: answers<Picked<SavedOneView>>(),
  /** Reads one imported key, and gives it a handle. Changes nothing. */
  openKey: answers<KeyView>(),
  /** Says whether a copy, shares or a record belong to a key, and to which of its materials. AWS is not asked. */
  matchCopy: answers<Picked<CopyMatchView>>(),
  /** The same for a folder of copies and several keys. */
  matchCopies: answers<Picked<FolderMatchView>>(),
  /** Opens one of them and says which of the keys it belongs to; keeps nothing of it. */
  proveCopy: answers<ProvenCopyView>(),
  /** Asks for a folder and saves a calendar, or alarms, for keys whose key material expires. */
  saveReminders: answers<Picked<SavedRemindersView>>(),
  /** Asks for a place and writes the hand-over summary there: `text` as the page words it, or JSON. */
  saveSummary: answers<Picked<SavedOneView>>(),
  /** Asks for a place and saves a document as a PDF there. */
  savePdf: answers<Picked<SavedOneView>>(),
  /** Asks for a folder and saves the record of a finished run, or of offline files; it is read back and checked. */
  saveRecord: answers<Picked<RecordFileView>>(),
  /** Asks for one folder and saves the records of several finished runs there, all of them or none. */
  saveRecords: answers<Picked<SavedRecordsView>>(),
  /** Checks a ceremony record, and answers with what a whole one says. */
  checkRecord: answers<Picked<RecordFileView>>(),
  /** What a receiver gives out, so that nothing of it has to be typed. */
  readReceiverCard: answers<Picked<ReceiverCardView>>(),
  /** What a receiver's statement would let in. Nothing is kept: the plan reads it anew. */
  readStatement: answers<StatementView>(),
  /** The trust policy of the role of the own account that the receiver assumes; null where it assumes none. */
  readTrust: answers<RoleTrustView | null>(),
  /** What did not come to its end: runs that changed AWS, or may have, and offline work. */
  listUnfinished: answers<UnfinishedWorkView>(),
  /** Goes on where the run stopped, as continueRun does, with a session of its account and Region. */
  resumeRun: answers<RunView>(),
  /** Goes on with the offline job: gives it its import parameters back, unless they have expired. */
  resumeOffline: answers<ResumedOfflineView>(),
  /** Forgets the work. */
  discardRun: answers<DiscardedView>(),
  /** Removes a note that cannot be resumed; if that fails, it is listed again. */
  discardNote: answers<{ readonly isForgotten: boolean }>(),
  /** Work that is done, the last first, for 90 days. */
  listFinished: answers<FinishedListView>(),
  /** Gives the work its handle back, under which its record, its summary and its card are saved. */
  openFinished: answers<FinishedWorkView>(),
  /** Takes it off the list; what was saved stays. */
  removeFinished: answers<null>(),
  /** All that a report for support says, as text; nothing is saved. */
  composeReport: answers<{ readonly report: string; readonly text: string }>(),
  /** Asks for a place and saves there what was shown. */
  saveReport: answers<Picked<SavedOneView>>(),
  /** Forgets every handle of the job that is being left. */
  leaveJob: answers<null>(),
  /** A job that will need a vault is open, and nothing else is to be done: one is started ahead of its use. */
  prepareVault: answers<null>(),
};

export type Verb = keyof typeof contract;
type Requests = { readonly [V in Verb]: Inferred<(typeof requests)[V]> };
export type RequestOf<V extends Verb> = Requests[V];
/** What a verb answers when nothing failed. */
type Views = { readonly [V in Verb]: (typeof contract)[V] extends Answers<infer T> ? T : never };
export type ViewOf<V extends Verb> = Views[V];
export type ResultOf<V extends Verb> = Result<ViewOf<V>>;

/** In the order in which they stand above; an object that is written out has no other keys. */
export const verbs = Object.keys(contract) as readonly Verb[];

/** What the person says before a run goes on. */
export type RunChanges = NonNullable<RequestOf<'continueRun'>['changes']>;

/** Files that were dropped, as the preload resolved them, or the dialog that asks for some. */
export type FileSource = RequestOf<'findCopy'>['files'];

export const channelOf = (verb: Verb): string => `keyferry:${verb}`;
export const progressChannel = 'keyferry:progress';
export const runProgressChannel = 'keyferry:ceremony-progress';
export const keyListChannel = 'keyferry:key-list';
export const openedChannel = 'keyferry:opened';
export const helpChannel = 'keyferry:help';
