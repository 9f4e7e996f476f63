import { z } from 'zod';
import { appErrorCodes } from '../shared/error-codes';
import { runSteps } from '../shared/run-steps';
import type { Inferred } from './inferred';
import { line, wrappingAlgorithm, wrappingKeySpec } from './values';

// What a run notes of its way, for its record.

export const step = z.enum(runSteps);
const appErrorCode = z.enum(appErrorCodes);

/** Calls of AWS KMS in their order; the same call again with the same outcome is counted. */
const callNote = z.strictObject({
  operation: line,
  outcome: z.enum(['done', 'refused', 'unknown']),
  times: z.int(),
  /** The last of them; so is the request ID. */
  endedAt: z.date(),
  requestId: line.exactOptional(),
});
export type CallNote = Inferred<typeof callNote>;

/** `at`: the last time. */
const counted = { at: z.date().exactOptional(), times: z.int() };

/** What was out of the ordinary and is not said by the rest of the run. */
const exceptionNote = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('foreign-endpoint'), service: line, host: line, ...counted }),
  z.strictObject({
    kind: z.literal([
      'parameters-renewed',
      'transfer-code-not-compared',
      'check-value-not-compared',
      'other-material',
      'restored-for-new-key',
      'key-chosen',
      'begun-by-earlier-version',
    ]),
    ...counted,
  }),
  z.strictObject({ kind: z.literal('chosen-authority'), sha256: line, ...counted }),
  z.strictObject({ kind: z.literal('proxy'), host: line, ...counted }),
  z.strictObject({ kind: z.literal('unusual-statement'), word: line, ...counted }),
  z.strictObject({ kind: z.literal('looked-up'), step, ...counted }),
  z.strictObject({
    kind: z.literal('resumed'),
    step,
    code: z.enum([...appErrorCodes, 'app-ended']),
    ...counted,
  }),
]);
export type ExceptionNote = Inferred<typeof exceptionNote>;

/** What the record will say of a run, and its rows do not. A note of an earlier version may say none of it. */
export const observed = z
  .strictObject({
    calls: z.array(callNote).readonly(),
    exceptions: z.array(exceptionNote).readonly(),
    /** What the material is, as soon as it is known. */
    madeOf: z
      .strictObject({
        source: z.enum(['generated', 'file', 'restored']),
        kind: z.enum(['symmetric', 'rsa-private-key', 'ec-private-key']),
        lengthBytes: z.int(),
        keyName: line.exactOptional(),
      })
      .exactOptional(),
    /** What material that came wrapped says of its wrapping. */
    wrappedAs: z
      .strictObject({
        wrappingAlgorithm: wrappingAlgorithm.exactOptional(),
        wrappingKeySpec: wrappingKeySpec.exactOptional(),
        wrappingKeySha256: line.exactOptional(),
      })
      .exactOptional(),
    /** Why it does not go on at the moment; absent while it does. */
    pausedBy: appErrorCode.exactOptional(),
  })
  .default({ calls: [], exceptions: [{ kind: 'begun-by-earlier-version', times: 1 }] });
export type Observed = z.output<typeof observed>;
