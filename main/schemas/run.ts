import { z } from 'zod';
import { appErrorCodes } from '../shared/error-codes';
import { keyAct, keyChange, rememberedOfAct, revoking, stopNotes } from './act';
import { custodyView } from './custody';
import { candidateKey, expiry, keyDraft, keyFacts, keyPlan } from './key';
import { listedMaterial, readyToImport, runParameters } from './import-facts';
import type { Inferred } from './inferred';
import { nextAction } from './next-action';
import { observed, step } from './observed';
import { bytes, notedLine, wrappingAlgorithm, wrappingKeySpec } from './values';

export type { CallNote, ExceptionNote, Observed } from './observed';

// Who wrote a note is another question (platform/notes/note-text.ts). These schemas make sure that it has the shape
// that the code relies on; the types of a run in memory are inferred from them.

const appErrorCode = z.enum(appErrorCodes);

/**
 * An expected failure. Crosses the process boundary as plain data.
 *
 * `stage`: where in a job it happened. `retry`: 'same' the same action may succeed later; 'change-input' only with
 * other input; 'check-first' look at the facts before acting again; 'no' acting again cannot help. `facts`: small
 * public values that the words are made with (a file's base name, a length). Never a secret, never a path.
 */
const appError = z.strictObject({
  code: appErrorCode,
  stage: z.enum([
    'parameters',
    'material',
    'custody',
    'wrap',
    'save',
    'sign-in',
    'receiver',
    'key',
    'run',
    'package',
    'record',
    'app',
  ]),
  retry: z.enum(['same', 'change-input', 'check-first', 'no']),
  changedInAws: z.boolean(),
  requestId: notedLine.exactOptional(),
  facts: z.record(notedLine, z.union([notedLine, z.number()])).exactOptional(),
});
export type AppError = Inferred<typeof appError>;

const row = z.strictObject({
  step,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'unknown', 'skipped']),
  tookMs: z.number().exactOptional(),
  /** ISO 8601, UTC, by AWS's time. */
  endedAt: notedLine.exactOptional(),
  requestId: notedLine.exactOptional(),
  /** Import parameters had expired and were fetched anew, so the material has to be wrapped again as well. */
  isRenewed: z.literal(true).exactOptional(),
  /** Of a row that goes through the Regions of replicas. */
  regions: z.strictObject({ there: z.int(), of: z.int() }).exactOptional(),
  /** How long a row that only waits will still take. */
  leftMs: z.number().exactOptional(),
});
export type RunRow = Inferred<typeof row>;
export type RowState = RunRow['state'];

const base = {
  id: z.uuid(),
  startedAt: z.date(),
  mode: z.enum(['practice', 'aws']),
  accountId: notedLine,
  region: notedLine,
  partition: notedLine,
  rows: z.map(step, row),
  /** The last request ID of each operation that was carried out, in the order of the first. */
  requestIds: z.map(notedLine, notedLine),
  notes: observed,
  /** When AWS last said how the key is. */
  checkedAt: z.date().exactOptional(),
  /** Set by a failure after which nothing may be sent any more. */
  stopped: z.strictObject({ error: appError, next: nextAction }).exactOptional(),
};

/** What a run has that imports key material. */
const importing = {
  ...base,
  expiry,
  ready: readyToImport.exactOptional(),
  /** Check value of material that AWS has, or may have: it then takes no other for this key. */
  sentCheckValue: notedLine.exactOptional(),
  imported: z.strictObject({ keyMaterialId: notedLine.exactOptional() }).exactOptional(),
  /** What AWS last listed; absent where it does not say it. */
  materials: z.array(listedMaterial).readonly().exactOptional(),
};

/** What a run has that fetches its import parameters, and wraps for them. */
const wrapping = {
  ...importing,
  /** What became of the copy. */
  custody: custodyView.exactOptional(),
  parametersAskedAt: z.date().exactOptional(),
  parameters: runParameters.exactOptional(),
  /** The check value of the copy: what is restored later must have the same. */
  copyCheckValue: notedLine.exactOptional(),
};

/** A run that creates a key, and imports what this computer wraps. */
const createRun = z.strictObject({
  ...wrapping,
  kind: z.literal('create'),
  plan: keyPlan,
  /** Without the `alias/` in front; a person may change it while no alias is made. */
  alias: notedLine,
  key: keyFacts.exactOptional(),
  /** Several keys with the tag of this run, and the one among them that the person chose. */
  candidates: z.array(candidateKey).readonly().exactOptional(),
  chosenKeyId: notedLine.exactOptional(),
  /** When this run created the key: for a while, AWS may not know it everywhere. */
  createdAt: z.date().exactOptional(),
});

/** What a run has whose key was there before. */
const intoKey = {
  key: keyFacts,
  /** The key as the run found it. */
  before: keyFacts,
  /** The key policy as the run found it, JSON text; absent where it could not be read. */
  policyBefore: notedLine.exactOptional(),
};

/** A run that imports material once more that the key has, or had. */
const reimportRun = z.strictObject({
  ...wrapping,
  ...intoKey,
  kind: z.literal('reimport'),
  /** Whether the material was missing, or was there and gets another expiry. */
  aim: z.enum(['bring-back', 'extend']),
  /** Of its names the first, without the `alias/` in front. */
  alias: notedLine.exactOptional(),
  /** Which material; absent where AWS does not tell the materials of the key. */
  target: z
    .strictObject({
      keyMaterialId: notedLine,
      /** What its description in AWS says, or a note of this computer. */
      checkValue: notedLine.exactOptional(),
    })
    .exactOptional(),
  fit: z.strictObject({ wrappingAlgorithm, wrappingKeySpec }),
});

/** What shows that what was encrypted before a rotation can still be read. The text is 32 random bytes. */
const rotating = {
  testText: z.strictObject({ ciphertext: bytes, plaintextSha256: notedLine }).exactOptional(),
};

/** A replica into which the new material is imported as well, with import parameters of its own Region. */
const replica = z.strictObject({
  region: notedLine,
  parameters: runParameters.exactOptional(),
  ready: readyToImport.exactOptional(),
});
export type Replica = Inferred<typeof replica>;

/** A run that imports new material into a key that has some, and makes it the current one. */
const rotateRun = z.strictObject({
  ...wrapping,
  ...rotating,
  kind: z.literal('rotate'),
  /** The material came back from an offline computer: nothing is wrapped here. */
  isReturned: z.literal(true).exactOptional(),
  key: keyFacts,
  /** The key as the run found it. */
  before: keyFacts,
  /** Of its names the first, without the `alias/` in front. */
  alias: notedLine.exactOptional(),
  fit: z.strictObject({ wrappingAlgorithm, wrappingKeySpec }),
  /** As AWS named their Regions when the import parameters were fetched. */
  replicas: z.array(replica).readonly().exactOptional(),
  /** The new material, as soon as AWS has named it; 64 hex digits. */
  newMaterialId: notedLine.exactOptional(),
  /** The key policy as the run found it, JSON text; absent where it could not be read. */
  policyBefore: notedLine.exactOptional(),
});

/** A run that imports what an offline computer wrapped into a key that exists. */
const finishRun = z.strictObject({
  ...importing,
  ...intoKey,
  kind: z.literal('finish'),
});

/** What a run has that adds a receiver to a key that exists. Its id is that of the ceremony, unless a person opened it. */
const adding = {
  ...base,
  key: keyFacts,
  /** Without the `alias/` in front. */
  alias: notedLine,
  /** Whom to let in; by `asks`, not before it is known. */
  receiver: keyDraft.shape.receiver,
  /** A person opened the key from a list: then it needs no tag of a run. */
  isOpened: z.literal(true).exactOptional(),
};

/** A run that adds statements to the key policy. `change`: absent until a person was shown it. */
const policyRun = z.strictObject({
  ...adding,
  kind: z.literal('add-by-policy'),
  change: z
    .strictObject({
      /** As AWS returned it when it was shown, and as it is sent; JSON text. The same where nothing is missing. */
      before: notedLine,
      after: notedLine,
      added: keyPlan.shape.statements,
    })
    .exactOptional(),
});

/** A run that makes a grant. `grant`: absent until a person was shown it. */
const grantRun = z.strictObject({
  ...adding,
  kind: z.literal('add-by-grant'),
  grant: z
    .strictObject({
      name: notedLine,
      grantee: notedLine,
      retiring: notedLine.exactOptional(),
      operations: z.array(notedLine).readonly(),
    })
    .exactOptional(),
  grantId: notedLine.exactOptional(),
});

/** A run that changes something of a key that a person has opened, and imports nothing. */
const actRun = z.strictObject({
  ...base,
  ...rotating,
  kind: z.literal('act'),
  act: keyAct,
  key: keyFacts,
  /** The key as the run found it. */
  before: keyFacts,
  /** Of its names the first, without the `alias/` in front. */
  alias: notedLine.exactOptional(),
  /** What has changed so far. */
  changes: z.array(keyChange).readonly(),
  ...stopNotes,
  ...rememberedOfAct,
  /** What a person typed to confirm it, where that is asked for. */
  typed: notedLine.exactOptional(),
  revoking: revoking.exactOptional(),
});

export const notedRun = z.discriminatedUnion('kind', [
  createRun,
  finishRun,
  reimportRun,
  rotateRun,
  policyRun,
  grantRun,
  actRun,
]);
export type NotedRun = z.output<typeof notedRun>;
