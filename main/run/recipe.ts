import type { CallOutcome, ChangingOperation, KmsPort } from '../aws/kms-port';
import type { LogEntry } from '../platform/log';
import type { AppError } from '../shared/errors';
import type { Result } from '../shared/result';
import type { NextAction, RunStep } from '../shared/views/aws';
import type { VaultClient } from '../vault/vault-client';
import type { Clock } from './calls';
import type { Run } from './run';

/** The steps of one kind of run, all of them, in their order. */
export interface Recipe<R extends Run> {
  readonly kind: R['kind'];
  readonly stages: readonly Stage<R>[];
}

/** What is done in one go: usually one row of the list, and sometimes the next one with it. */
export interface Stage<R extends Run> {
  readonly rows: readonly [RunStep, ...RunStep[]];
  readonly take: Step<R>;
  /** How the step changes AWS. When the answer is lost, the same step looks up what became of it. */
  readonly changes?: ChangingOperation;
}

export type Step<R extends Run = Run> = (context: StepContext<R>) => Promise<StepEnd>;

/** How a step ended. `again-from`: an earlier step has to be made anew first. */
export type StepEnd =
  | { readonly end: 'done'; readonly requestId?: string }
  | { readonly end: 'skipped' }
  | { readonly end: 'failed' | 'unknown'; readonly error: AppError; readonly next?: NextAction }
  /** `isRenewed`: because what that step made has expired. */
  | { readonly end: 'again-from'; readonly step: RunStep; readonly isRenewed: boolean }
  /** A person stopped it while it only waited. */
  | { readonly end: 'stopped-waiting' };

export interface StepContext<R extends Run = Run> {
  readonly run: R;
  readonly kms: KmsPort;
  /** The same sign-in in another Region. SECURITY: only a Region of the run's partition; its name goes into a host's. */
  readonly kmsIn: (region: string) => KmsPort;
  readonly ports: RunPorts;
  /** Whether an earlier attempt at this step may have been carried out without our knowing. */
  readonly wasUnknown: boolean;
  /** One call, repeated only while throttled; its request ID is kept under the name of the operation. */
  readonly call: <T>(operation: string, call: () => Promise<CallOutcome<T>>) => Promise<CallOutcome<T>>;
  /** For a step that goes through the Regions of replicas. */
  readonly countRegions: (there: number, of: number) => void;
  /** For a step of two rows: the first is done, the second begins. */
  readonly nextRow: () => void;
  /** For a step that only waits: says how long still. @returns whether a person has stopped it. */
  readonly stillWaiting: (leftMs: number) => boolean;
}

export interface RunPorts {
  readonly clock: Clock;
  readonly vault: Pick<VaultClient, 'wrap' | 'prepareWrap'>;
  /** The one that material files are tagged with. */
  readonly salt: Uint8Array;
  readonly journal: RunKeeper;
  readonly log: (entry: LogEntry) => void;
}

/** Where unfinished runs are written down. */
export interface RunKeeper {
  /** Before and after each call that changes AWS. Errors: save.*. What stood there before stays. */
  readonly keep: (run: Run) => Promise<Result<null>>;
  /** Errors: save.*. A note that stays is listed again. */
  readonly remove: (run: Run) => Promise<Result<null>>;
}

export const rowsOf = <R extends Run>({ stages }: Recipe<R>): readonly RunStep[] =>
  stages.flatMap(({ rows }) => rows);

export const done = (requestId: string | undefined): StepEnd =>
  requestId === undefined ? { end: 'done' } : { end: 'done', requestId };

export const failed = (error: AppError, next?: NextAction): StepEnd =>
  next === undefined ? { end: 'failed', error } : { end: 'failed', error, next };
