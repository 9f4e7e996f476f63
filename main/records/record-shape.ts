import { z } from 'zod';
import { runSteps } from '../shared/views/aws';
import { organisationSettings } from '../schemas/organisation';
import { appErrorCodes } from '../shared/errors';
import { wrappingAlgorithms, wrappingKeySpecs } from '../shared/kms-words';
import { wrapStages } from '../shared/progress';
import { ceremonyJobs } from '../shared/ceremony-jobs';
import { changedThings } from '../shared/changed-things';
import type * as views from '../shared/views/record';
import { cardWants } from '../shared/views/receiver-wants';
import { isPersonText } from './person-name';
import { isRecordedInstant } from './record-instant';

// What each section of a record may say. A file that says anything more was not made by Keyferry.

const line = z.string().max(2048);
const lines = z.array(line).max(1000);
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const instant = z
  .strictObject({ utc: z.string().max(40), local: z.string().max(40) })
  .refine(isRecordedInstant);
const none = z.literal('none');
const algorithm = z.enum(wrappingAlgorithms);
const step = z.enum(runSteps);

const ceremony: z.ZodType<views.CeremonySection> = z.strictObject({
  id: z.uuid(),
  job: z.enum(ceremonyJobs),
  mode: z.enum(['practice', 'aws', 'offline']),
  appVersion: line,
  buildSha256: hex64,
  timeZone: line,
  begunAt: instant,
});

const personText = z.string().refine(isPersonText);
const person = z.strictObject({ name: personText, role: personText.exactOptional() });
const people: z.ZodType<views.PeopleView> = z.strictObject({
  operator: person,
  witness: z.union([none, person]),
});

const key: z.ZodType<views.KeySection> = z.strictObject({
  keyId: line.exactOptional(),
  keyArn: line.exactOptional(),
  accountId: line.exactOptional(),
  region: line.exactOptional(),
  alias: line.exactOptional(),
  multiRegion: z.boolean().exactOptional(),
  state: line.exactOptional(),
  checkedAt: instant.exactOptional(),
  expiresAt: z.union([z.literal('never'), instant]).exactOptional(),
  expiredBefore: z.union([z.literal('never'), instant]).exactOptional(),
  materials: z.strictObject({ there: count, needed: count }).exactOptional(),
  alsoNeeded: lines.exactOptional(),
  keyMaterialId: line.exactOptional(),
});

const material: z.ZodType<views.MaterialSection> = z.strictObject({
  source: z.enum(['generated', 'file', 'restored', 'wrapped-elsewhere']),
  kind: z.enum(['symmetric', 'rsa-private-key', 'ec-private-key']).exactOptional(),
  lengthBytes: count.exactOptional(),
  keyName: line.exactOptional(),
  checkValue: z.string().regex(/^(?:[0-9a-f]{16}|unknown)$/),
});

const wrapping: z.ZodType<views.WrappingSection> = z.strictObject({
  wrappingAlgorithm: algorithm.exactOptional(),
  wrappingKeySpec: z.enum(wrappingKeySpecs).exactOptional(),
  wrappingKeySha256: hex64.exactOptional(),
  pairSha256: hex64,
  parametersValidTo: instant.exactOptional(),
});

const file: z.ZodType<views.FileSection> = z.strictObject({
  name: line,
  bytes: count,
  sha256: hex64.exactOptional(),
});

const custody: z.ZodType<views.CustodySection> = z.discriminatedUnion('kept', [
  z.strictObject({ kept: none }),
  z.strictObject({ kept: z.literal('elsewhere') }),
  z.strictObject({
    kept: z.enum(['passphrase', 'recipients', 'shares']),
    restored: z.boolean(),
    madeAt: instant,
    files: z.array(file).max(32),
    shares: z.strictObject({ serial: line, threshold: count, count, custodians: lines }).exactOptional(),
  }),
]);

const policy: z.ZodType<views.PolicySection> = z.strictObject({
  sha256: hex64,
  text: z.string().max(32 * 1024),
  former: z.strictObject({ sha256: hex64, text: z.string().max(32 * 1024) }).exactOptional(),
  statements: z
    .array(
      z.strictObject({
        sid: line,
        principals: lines,
        actions: lines,
        onlyForAwsResources: z.boolean(),
        conditions: z
          .array(z.strictObject({ operator: line, key: line, values: lines }))
          .max(10)
          .exactOptional(),
      }),
    )
    .max(32),
  readBack: z.boolean(),
});

const receiver: z.ZodType<views.ReceiverSection> = z.strictObject({
  name: line,
  accountId: line,
  actionsAllowed: lines,
  handOver: z
    .array(z.strictObject({ fact: z.enum(cardWants), value: line }))
    .max(64)
    .exactOptional(),
});

const grant: z.ZodType<views.GrantSection> = z.strictObject({
  name: line,
  grantId: line.exactOptional(),
  grantee: line,
  retiring: line.exactOptional(),
  operations: lines,
  readBack: z.boolean(),
});

const change: z.ZodType<views.ChangeSection> = z.strictObject({
  what: z.enum(changedThings),
  name: line.exactOptional(),
  before: line,
  after: line,
});

const stepSection: z.ZodType<views.StepSection> = z.strictObject({
  step: z.enum([...runSteps, ...wrapStages]),
  state: z.enum(['done', 'failed', 'unknown', 'skipped']),
  endedAt: instant.exactOptional(),
  tookMs: count.exactOptional(),
  requestId: line.exactOptional(),
});

const call: z.ZodType<views.CallSection> = z.strictObject({
  operation: line,
  outcome: z.enum(['done', 'refused', 'unknown']),
  times: count,
  endedAt: instant,
  requestId: line.exactOptional(),
});

const erasure: z.ZodType<views.ErasureSection> = z.strictObject({
  vaultProcess: z.enum(['ended', 'elsewhere']),
  clearExport: z.union([none, z.strictObject({ name: line })]),
  ownFile: z.enum(['untouched', 'none']),
});

const occurred = { at: instant.exactOptional(), times: count };
const exception: z.ZodType<views.RecordedException> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['no-copy', 'confirmed']), typed: line, ...occurred }),
  z.strictObject({ kind: z.literal('sha-1'), wrappingAlgorithm: algorithm, ...occurred }),
  z.strictObject({ kind: z.literal('clear-export'), fileName: line, ...occurred }),
  z.strictObject({ kind: z.literal('foreign-endpoint'), service: line, host: line, ...occurred }),
  z.strictObject({ kind: z.literal('chosen-authority'), sha256: hex64, ...occurred }),
  z.strictObject({ kind: z.literal('proxy'), host: line, ...occurred }),
  z.strictObject({ kind: z.literal('unusual-statement'), word: line, ...occurred }),
  z.strictObject({ kind: z.literal(['looked-up', 'not-checked']), step, ...occurred }),
  z.strictObject({
    kind: z.literal('resumed'),
    step,
    code: z.enum([...appErrorCodes, 'app-ended']),
    ...occurred,
  }),
  z.strictObject({
    kind: z.literal([
      'parameters-renewed',
      'restored-material',
      'other-material',
      'restored-for-new-key',
      'key-chosen',
      'check-value-unknown',
      'transfer-code-not-compared',
      'check-value-not-compared',
      'begun-by-earlier-version',
    ]),
    ...occurred,
  }),
]);

const organisation: z.ZodType<views.OrganisationSection> = z.strictObject({
  sha256: hex64,
  settings: organisationSettings,
});

export const recordFormat = 'keyferry-ceremony-record';
export const recordVersion = 1;

const begun = z.strictObject({
  format: z.literal(recordFormat),
  version: z.literal(recordVersion),
  /** Only for a ceremony with the practice KMS. */
  practice: line.exactOptional(),
  ceremony,
});

const event = <T extends string, F extends z.ZodType>(type: T, facts: F) =>
  z.strictObject({
    seq: count,
    at: instant,
    type: z.literal(type),
    facts,
    prev: hex64,
    hash: hex64,
  });

/** One event of a record, with the sections of its type. */
export const recordEvent = z.discriminatedUnion('type', [
  event('begun', begun),
  event('receiver', z.union([none, receiver])),
  event('policy', z.union([none, policy])),
  event('grant', grant),
  event('change', z.union([none, change])),
  event('material', z.union([none, material])),
  event('custody', z.union([none, custody])),
  event('wrapping', z.union([none, wrapping])),
  event('step', stepSection),
  event('call', z.union([none, call])),
  event('key', key),
  event('file', z.union([none, file])),
  event('erasure', z.union([none, erasure])),
  event('exception', z.union([none, exception])),
  event('organisation', organisation),
  event('people', people),
  event('closed', z.strictObject({ events: count })),
]);

export type RecordEvent = z.infer<typeof recordEvent>;
