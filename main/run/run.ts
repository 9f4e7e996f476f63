import type { CallOutcome, KeyFacts, KmsPort } from '../aws/kms-port';
import type { AwsSession } from '../aws/session';
import type { WrappingKey } from '../parameters/wrapping-key';
import type { LogEntry } from '../platform/log';
import type {
  CandidateKey,
  RunRow,
  RunStep,
  Expiry,
  KeyDraft,
  Mode,
  NextAction,
  PolicyStatementView,
  TagView,
} from '../shared/views/aws';
import { runSteps } from '../shared/views/aws';
import type { CustodyView } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import { localError, type AppError } from '../shared/errors';
import type { Result } from '../shared/result';
import type { VaultClient } from '../vault/vault-client';
import { whileThrottled, type Clock } from './calls';
import type { ChosenMaterial } from '../custody/material-choice';
import { noteCall, noteException, type RunNotes } from './run-notes';

/** What the create-and-import job is to create. The finish-import job has none: its key exists. */
export interface KeyPlan {
  readonly draft: KeyDraft;
  readonly policyJson: string;
  readonly statements: readonly PolicyStatementView[];
  /** By which a key whose CreateKey was never answered is found again. */
  readonly ceremonyTag: TagView;
}

/** Import parameters as AWS answered them, past the gate. */
export interface RunParameters {
  readonly wrappingKey: WrappingKey;
  readonly importToken: Uint8Array;
  readonly validTo: Date;
}

/** Wrapped key material with the one import token that it belongs to. */
export interface ReadyToImport {
  readonly encryptedKeyMaterial: Uint8Array;
  readonly importToken: Uint8Array;
  /** Absent when nothing says it. */
  readonly validTo?: Date;
  /** Over both, when they came together: what is sent is what was paired. */
  readonly pairSha256: string;
  /** Absent when nothing says it. */
  readonly checkValue?: string;
}

export interface Failure {
  readonly error: AppError;
  readonly next: NextAction;
}

/** One run of the create-and-import or finish-import job, in main's memory: what is done, and what the next step needs. */
export interface Run {
  readonly id: string;
  readonly startedAt: Date;
  readonly mode: Mode;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly plan?: KeyPlan;
  readonly expiry: Expiry;
  readonly rows: Map<RunStep, RunRow>;
  /** The last request id of each operation that was carried out, in the order of the first. */
  readonly requestIds: Map<string, string>;
  /** For the ceremony record. */
  readonly notes: RunNotes;
  /** Without the `alias/` in front; only when the run creates a key. */
  alias?: string;
  material?: ChosenMaterial;
  /** What became of the copy; known as soon as the material is. */
  custody?: CustodyView;
  key?: KeyFacts;
  /** The key as the finish-import job found it. */
  readonly before?: KeyFacts;
  /** Several keys with the tag of this run, and the one of them that somebody chose to go on with. */
  candidates?: readonly CandidateKey[];
  chosenKeyId?: string;
  /** When this run created the key: for a while, AWS may not know it everywhere. */
  createdAt?: Date;
  parametersAskedAt?: Date;
  parameters?: RunParameters;
  ready?: ReadyToImport;
  /** Of the copy that the material was put into or came from: what is restored later must be the same. */
  copyCheckValue?: string;
  /** Of material that AWS has, or may have: it then takes no other for this key. */
  sentCheckValue?: string;
  imported?: { readonly keyMaterialId?: string };
  /** When the key was last seen enabled. */
  checkedAt?: Date;
  /** Set by a failure after which nothing may be sent any more. */
  stopped?: Failure;
}

/** Where unfinished runs are written down. */
export interface RunKeeper {
  /** Before and after each call that changes AWS. Errors: save.*. What stood there before stays. */
  readonly keep: (run: Run) => Promise<Result<null>>;
  /** Errors: save.*. A note that stays is listed again. */
  readonly remove: (run: Run) => Promise<Result<null>>;
}

export interface RunPorts {
  readonly clock: Clock;
  readonly vault: Pick<VaultClient, 'wrap' | 'prepareWrap'>;
  /** The material desk's. */
  readonly salt: Uint8Array;
  readonly journal: RunKeeper;
  readonly log: (entry: LogEntry) => void;
}

/** How a step ended. `again-from`: an earlier step has to be made anew first. */
export type StepEnd =
  | { readonly end: 'done'; readonly requestId?: string }
  | { readonly end: 'skipped' }
  | { readonly end: 'failed' | 'unknown'; readonly error: AppError; readonly next?: NextAction }
  /** `isRenewed`: because what that step made has expired. */
  | { readonly end: 'again-from'; readonly step: RunStep; readonly isRenewed: boolean };

export interface StepContext {
  readonly run: Run;
  readonly kms: KmsPort;
  readonly ports: RunPorts;
  /** Whether an earlier attempt at this step may have been carried out without our knowing. */
  readonly wasUnknown: boolean;
  /** One call, repeated only while throttled; its request id is kept under the name of the operation. */
  readonly call: <T>(operation: string, call: () => Promise<CallOutcome<T>>) => Promise<CallOutcome<T>>;
  /** For a step of two rows: the first is done, the second begins. */
  readonly nextRow: () => void;
}

export type Step = (context: StepContext) => Promise<StepEnd>;

export function newRows(skipped: readonly RunStep[] = []): Map<RunStep, RunRow> {
  return new Map(
    runSteps.map((step) => [step, { step, state: skipped.includes(step) ? 'skipped' : 'waiting' }]),
  );
}

export const isOver = (run: Run, step: RunStep): boolean => {
  const state = run.rows.get(step)?.state;
  return state === 'done' || state === 'skipped';
};

/** Calls that the port sends once; it repeats those that only read by itself. */
const pacedHere = ['CreateKey', 'CreateAlias', 'GetParametersForImport', 'ImportKeyMaterial'];

/** Calls that change AWS, and the steps that look up what became of one without an answer. */
const stepOfChange = new Map<string, RunStep>([
  ['CreateKey', 'create-key'],
  ['CreateAlias', 'create-alias'],
  ['ImportKeyMaterial', 'import'],
]);
export const lookedUpSteps: readonly RunStep[] = [...stepOfChange.values()];

export function makeCall(run: Run, { clock }: RunPorts): StepContext['call'] {
  return async (operation, call) => {
    const outcome = await (pacedHere.includes(operation) ? whileThrottled(clock, call) : call());
    if (outcome.outcome === 'done' && outcome.requestId !== undefined) {
      run.requestIds.set(operation, outcome.requestId);
    }
    const requestId = outcome.outcome === 'done' ? outcome.requestId : outcome.error.requestId;
    noteCall(run.notes, {
      operation,
      outcome: outcome.outcome,
      endedAt: clock.now(),
      ...definedOnly({ requestId }),
    });
    const step = outcome.outcome === 'unknown' ? stepOfChange.get(operation) : undefined;
    if (step !== undefined) noteException(run.notes, { kind: 'looked-up', step }, clock.now());
    return outcome;
  };
}

export const done = (requestId: string | undefined): StepEnd =>
  requestId === undefined ? { end: 'done' } : { end: 'done', requestId };

export const failed = (error: AppError, next?: NextAction): StepEnd =>
  next === undefined ? { end: 'failed', error } : { end: 'failed', error, next };

/** A run stays with the account and Region it began in. */
export function isSameHome(run: Run, { view }: AwsSession): boolean {
  return view.accountId === run.accountId && view.region === run.region && view.mode === run.mode;
}

export function otherHome(run: Run, { view }: AwsSession): AppError {
  const { accountId, region } = view;
  const facts = { accountId, region, runAccountId: run.accountId, runRegion: run.region };
  return localError('sign-in', 'run.otherAccount', facts);
}
