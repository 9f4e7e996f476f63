import { z } from 'zod';
import type { MadeOf } from '../custody/material-choice';
import { runSteps, type RunStep } from '../shared/views/aws';
import { appErrorCodes, type AppErrorCode } from '../shared/errors';
import {
  wrappingAlgorithms,
  wrappingKeySpecs,
  type WrappingAlgorithm,
  type WrappingKeySpec,
} from '../shared/kms-words';
import { without } from '../shared/without';

/** Calls of AWS KMS in their order; the same again, with the same outcome, is one. */
export interface CallNote {
  readonly operation: string;
  readonly outcome: 'done' | 'refused' | 'unknown';
  readonly times: number;
  /** Of the last of them, as is the request id. */
  readonly endedAt: Date;
  readonly requestId?: string;
}

/** Of which there is nothing more to say. */
const plainKinds = [
  'parameters-renewed',
  'transfer-code-not-compared',
  'check-value-not-compared',
  'other-material',
  'key-chosen',
  'begun-by-earlier-version',
] as const;

/** What was out of the ordinary, as far as it cannot be told from the rest of a run. */
export type Happened =
  | { readonly kind: 'foreign-endpoint'; readonly service: string; readonly host: string }
  | { readonly kind: (typeof plainKinds)[number] }
  | { readonly kind: 'chosen-authority'; readonly sha256: string }
  | { readonly kind: 'proxy'; readonly host: string }
  | { readonly kind: 'looked-up'; readonly step: RunStep }
  | { readonly kind: 'resumed'; readonly step: RunStep; readonly code: AppErrorCode | 'app-ended' };

/** `at`: the last time. */
export type ExceptionNote = Happened & { readonly at?: Date; readonly times: number };

/** What the ceremony record will say of a run, and its rows do not. */
export interface RunNotes {
  calls: readonly CallNote[];
  exceptions: readonly ExceptionNote[];
  /** What the material is, as soon as it is known. */
  madeOf?: MadeOf;
  /** Of material that came wrapped, as far as it says so. */
  wrappedAs?: {
    readonly wrappingAlgorithm?: WrappingAlgorithm;
    readonly wrappingKeySpec?: WrappingKeySpec;
    readonly wrappingKeySha256?: string;
  };
  /** Why it does not go on at the moment; absent while it does. */
  pausedBy?: AppErrorCode;
  /** Where the app before this one ended, if rows before that are made anew. Never written down. */
  pausedAt?: RunStep;
}

export const noNotes = (): RunNotes => ({ calls: [], exceptions: [] });

export function noteCall(notes: RunNotes, call: Omit<CallNote, 'times'>): void {
  const last = notes.calls.at(-1);
  const isSame = last?.operation === call.operation && last.outcome === call.outcome;
  notes.calls = isSame
    ? [...notes.calls.slice(0, -1), { ...call, times: last.times + 1 }]
    : [...notes.calls, { ...call, times: 1 }];
}

export function noteException(notes: RunNotes, happened: Happened, at: Date): void {
  const before = noteOf(notes, happened);
  const others = notes.exceptions.filter((note) => note !== before);
  notes.exceptions = [...others, { ...happened, at, times: (before?.times ?? 0) + 1 }];
}

export function noteOf({ exceptions }: RunNotes, happened: Happened): ExceptionNote | undefined {
  const name = JSON.stringify(happened);
  return exceptions.find((note) => JSON.stringify(without(note, 'at', 'times')) === name);
}

const line = z.string().max(2048);
const step = z.enum(runSteps);
const noted = { at: z.date().exactOptional(), times: z.int() };

/** What a journal says of them. One of an earlier version says nothing, and that is noted. */
export const journaledNotes: z.ZodType<RunNotes> = z
  .strictObject({
    calls: z.array(
      z.strictObject({
        operation: line,
        outcome: z.enum(['done', 'refused', 'unknown']),
        times: z.int(),
        endedAt: z.date(),
        requestId: line.exactOptional(),
      }),
    ),
    exceptions: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('foreign-endpoint'), service: line, host: line, ...noted }),
        z.strictObject({ kind: z.literal(plainKinds), ...noted }),
        z.strictObject({ kind: z.literal('chosen-authority'), sha256: line, ...noted }),
        z.strictObject({ kind: z.literal('proxy'), host: line, ...noted }),
        z.strictObject({ kind: z.literal('looked-up'), step, ...noted }),
        z.strictObject({
          kind: z.literal('resumed'),
          step,
          code: z.enum([...appErrorCodes, 'app-ended']),
          ...noted,
        }),
      ]),
    ),
    madeOf: z
      .strictObject({
        source: z.enum(['generated', 'file', 'restored']),
        kind: z.enum(['symmetric', 'rsa-private-key', 'ec-private-key']),
        lengthBytes: z.int(),
        keyName: line.exactOptional(),
      })
      .exactOptional(),
    wrappedAs: z
      .strictObject({
        wrappingAlgorithm: z.enum(wrappingAlgorithms).exactOptional(),
        wrappingKeySpec: z.enum(wrappingKeySpecs).exactOptional(),
        wrappingKeySha256: line.exactOptional(),
      })
      .exactOptional(),
    pausedBy: z.enum(appErrorCodes).exactOptional(),
  })
  .default({ calls: [], exceptions: [{ kind: 'begun-by-earlier-version', times: 1 }] });
