import { z } from 'zod';
import { ceremonySteps } from '../shared/aws-views';
import { appErrorCodes } from '../shared/errors';
import { wrappingAlgorithms, wrappingKeySpecs } from '../shared/kms-words';
import type { Run } from './ceremony-run';

// A journal is ours and carries its own digest; this makes sure that it has the shape that the code relies on.

const line = z.string().max(32 * 1024);
const lines = z.array(line);
const bytes = z.instanceof(Uint8Array);

const expiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('on'), validTo: line }),
]);
const tag = z.strictObject({ key: line, value: line });

const plan = z.strictObject({
  draft: z.strictObject({
    session: line,
    receiver: z.strictObject({
      preset: z.enum(['bluescape', 'other']),
      name: line,
      accountId: line,
      needsGrants: z.boolean(),
    }),
    alias: line,
    description: line,
    tags: z.array(tag),
    administrators: lines,
    users: lines,
    multiRegion: z.boolean(),
    expiry,
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
    'app',
  ]),
  retry: z.enum(['same', 'change-input', 'check-first', 'no']),
  changedInAws: z.boolean(),
  requestId: line.exactOptional(),
  facts: z.record(line, z.union([line, z.number()])).exactOptional(),
});

const shareSet = z.strictObject({
  serial: line,
  threshold: z.number(),
  count: z.number(),
  custodians: lines,
});
const custody = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal('none') }),
  z.strictObject({
    kept: z.enum(['passphrase', 'recipients', 'shares']),
    restored: z.boolean(),
    files: z.array(z.strictObject({ name: line, bytes: z.number(), sha256: line.exactOptional() })),
    madeAt: line,
    shares: shareSet.exactOptional(),
  }),
]);

export const journaledRun: z.ZodType<Run> = z.strictObject({
  id: z.uuid(),
  startedAt: z.date(),
  mode: z.enum(['practice', 'aws']),
  accountId: line,
  region: line,
  partition: line,
  plan: plan.exactOptional(),
  expiry,
  rows: z.map(
    z.enum(ceremonySteps),
    z.strictObject({
      step: z.enum(ceremonySteps),
      state: z.enum(['waiting', 'running', 'done', 'failed', 'unknown', 'skipped']),
      tookMs: z.number().exactOptional(),
      requestId: line.exactOptional(),
    }),
  ),
  requestIds: z.map(line, line),
  alias: line.exactOptional(),
  custody: custody.exactOptional(),
  key: key.exactOptional(),
  before: key.exactOptional(),
  createdAt: z.date().exactOptional(),
  parametersAskedAt: z.date().exactOptional(),
  parameters: z
    .strictObject({
      wrappingKey: z.strictObject({ spec: z.enum(wrappingKeySpecs), spkiDer: bytes }),
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
  sentCheckValue: line.exactOptional(),
  imported: z.strictObject({ keyMaterialId: line.exactOptional() }).exactOptional(),
  checkedAt: z.date().exactOptional(),
  stopped: z
    .strictObject({
      error,
      next: z.enum(['continue', 'sign-in', 'change-key', 'change-alias', 'change-material', 'stop']),
    })
    .exactOptional(),
});
