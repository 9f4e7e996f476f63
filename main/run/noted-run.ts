import { z } from 'zod';
import { readWrappingKey, type WrappingKey } from '../parameters/wrapping-key';
import { runSteps, type Expiry } from '../shared/views/aws';
import { appErrorCodes } from '../shared/errors';
import { isExpiry } from '../shared/is-expiry';
import { wrappingAlgorithms, wrappingKeySpecs } from '../shared/kms-words';
import { wantedWords } from '../shared/views/receiver-card';
import type { Run } from './run';
import { journaledCustody } from '../schemas/noted-custody';
import { journaledNotes } from './run-notes';

// Who wrote a note is another question (note-text.ts); this makes sure that it has the shape that the code relies on.

const line = z.string().max(32 * 1024);
const lines = z.array(line);
const bytes = z.instanceof(Uint8Array);

const wrappingKey = z
  .strictObject({ spec: z.enum(wrappingKeySpecs), spkiDer: bytes })
  .transform(({ spec, spkiDer }, context): WrappingKey => {
    // SECURITY: a wrapping key passes the gate once more, wherever it was in between.
    const read = readWrappingKey(spkiDer);
    if (read.ok && read.value.spec === spec) return read.value;
    context.addIssue(read.ok ? 'wrappingKey.otherSpec' : read.error.code);
    return z.NEVER;
  });

const tag = z.strictObject({ key: line, value: line });

const plan = z.strictObject({
  draft: z.strictObject({
    session: line,
    receiver: z.strictObject({
      preset: z.enum(['bluescape', 'other']),
      name: line,
      accountId: line,
      needsGrants: z.boolean(),
      note: z.strictObject({ contact: line, wanted: z.array(z.enum(wantedWords)) }).exactOptional(),
    }),
    alias: line,
    description: line,
    tags: z.array(tag),
    administrators: lines,
    users: lines,
    multiRegion: z.boolean(),
    expiry: z.custom<Expiry>(isExpiry),
    wrappingKeySpec: z.enum(wrappingKeySpecs),
    wrappingAlgorithm: z.enum(wrappingAlgorithms),
  }),
  policyJson: line,
  statements: z.array(
    z.strictObject({ sid: line, principals: lines, actions: lines, onlyForAwsResources: z.boolean() }),
  ),
  ceremonyTag: tag,
});

const key = z.strictObject({
  arn: line,
  keyId: line,
  accountId: line,
  state: line,
  origin: line,
  keySpec: line,
  multiRegion: z.boolean(),
  description: line,
  createdAt: z.date().exactOptional(),
  expirationModel: line.exactOptional(),
  validTo: z.date().exactOptional(),
  currentKeyMaterialId: line.exactOptional(),
});

const error = z.strictObject({
  code: z.enum(appErrorCodes),
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
  requestId: line.exactOptional(),
  facts: z.record(line, z.union([line, z.number()])).exactOptional(),
});

export const journaledRun: z.ZodType<Run> = z.strictObject({
  id: z.uuid(),
  startedAt: z.date(),
  mode: z.enum(['practice', 'aws']),
  accountId: line,
  region: line,
  partition: line,
  plan: plan.exactOptional(),
  expiry: z.custom<Expiry>(isExpiry),
  rows: z.map(
    z.enum(runSteps),
    z.strictObject({
      step: z.enum(runSteps),
      state: z.enum(['waiting', 'running', 'done', 'failed', 'unknown', 'skipped']),
      tookMs: z.number().exactOptional(),
      endedAt: line.exactOptional(),
      requestId: line.exactOptional(),
      isRenewed: z.literal(true).exactOptional(),
    }),
  ),
  requestIds: z.map(line, line),
  notes: journaledNotes,
  alias: line.exactOptional(),
  custody: journaledCustody.exactOptional(),
  key: key.exactOptional(),
  before: key.exactOptional(),
  candidates: z
    .array(z.strictObject({ keyId: line, state: line, createdAt: line.exactOptional() }))
    .exactOptional(),
  chosenKeyId: line.exactOptional(),
  createdAt: z.date().exactOptional(),
  parametersAskedAt: z.date().exactOptional(),
  parameters: z
    .strictObject({
      wrappingKey,
      importToken: bytes,
      validTo: z.date(),
    })
    .exactOptional(),
  ready: z
    .strictObject({
      encryptedKeyMaterial: bytes,
      importToken: bytes,
      validTo: z.date().exactOptional(),
      pairSha256: line,
      checkValue: line.exactOptional(),
    })
    .exactOptional(),
  copyCheckValue: line.exactOptional(),
  sentCheckValue: line.exactOptional(),
  imported: z.strictObject({ keyMaterialId: line.exactOptional() }).exactOptional(),
  checkedAt: z.date().exactOptional(),
  stopped: z
    .strictObject({
      error,
      next: z.enum([
        'continue',
        'sign-in',
        'change-key',
        'choose-key',
        'change-alias',
        'change-material',
        'stop',
      ]),
    })
    .exactOptional(),
});
