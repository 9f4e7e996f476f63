import { z } from 'zod';
import { limits } from '../shared/limits';
import { cardWants } from '../shared/views/receiver-wants';
import { materialChoice } from './custody';
import type { Inferred } from './inferred';
import { presetId, receiverAsks, receiverStatement } from './receiver';
import { handle, line, notedLine, wrappingAlgorithm, wrappingKeySpec } from './values';

/** Until when key material is usable; `validTo` is ISO 8601, UTC. Whether AWS accepts it is judged by check-key. */
export const expiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('on'), validTo: z.string().max(64) }),
]);
export type Expiry = Inferred<typeof expiry>;

const arns = z.array(line).max(limits.maxKeyPrincipals).readonly();
const cardSteps = z.array(line).max(12).readonly();
export const tag = z.strictObject({ key: line, value: line });
export type TagView = Inferred<typeof tag>;

const receiver = z.strictObject({
  /** Of main/receivers/presets, or `other`. */
  preset: presetId,
  name: line,
  /** 12 digits; empty where the statement names no account of the receiver's. */
  accountId: line,
  /** Whether the receiver makes resources of AWS services with the key, and so needs grants. */
  needsGrants: z.boolean(),
  /** Absent where the account as a whole may use the key, as the AWS console writes it. */
  asks: receiverAsks.exactOptional(),
  /** What the receiver card said besides, if there was one. */
  note: z
    .strictObject({
      contact: line,
      wanted: z.array(z.enum(cardWants)).max(64).readonly(),
      where: line.exactOptional(),
      stepsBefore: cardSteps.exactOptional(),
      steps: cardSteps.exactOptional(),
      aftercare: cardSteps.exactOptional(),
    })
    .exactOptional(),
});
export type ReceiverChoice = Inferred<typeof receiver>;

/** Everything that the create-and-import job is told before its review. */
export const keyDraft = z.strictObject({
  session: handle,
  receiver,
  /** Without the `alias/` in front. */
  alias: line,
  description: z.string().max(limits.maxDescriptionChars),
  tags: z.array(tag).max(limits.maxKeyTags).readonly(),
  administrators: arns,
  users: arns,
  multiRegion: z.boolean(),
  expiry,
  wrappingKeySpec,
  wrappingAlgorithm,
  /** Absent until a person has decided; a plan without it is for looking at, and is not carried out. */
  material: materialChoice.exactOptional(),
});
export type KeyDraft = Inferred<typeof keyDraft>;

const policyStatement = z.strictObject({
  sid: notedLine,
  /** ARNs. */
  principals: z.array(notedLine).readonly(),
  actions: z.array(notedLine).readonly(),
  onlyForAwsResources: z.boolean(),
  /** Those besides `onlyForAwsResources`; absent where there are none. */
  conditions: receiverStatement.shape.conditions.exactOptional(),
});
export type PolicyStatementView = Inferred<typeof policyStatement>;

/** What a run is to create. */
export const keyPlan = z.strictObject({
  draft: keyDraft.omit({ material: true }),
  policyJson: notedLine,
  statements: z.array(policyStatement).readonly(),
  /** By which a key whose CreateKey was never answered is found again. */
  ceremonyTag: tag,
});
export type KeyPlan = Inferred<typeof keyPlan>;

/** A KMS key as DescribeKey answers it. */
export const keyFacts = z.strictObject({
  arn: notedLine,
  keyId: notedLine,
  accountId: notedLine,
  state: notedLine,
  origin: notedLine,
  keySpec: notedLine,
  multiRegion: z.boolean(),
  description: notedLine,
  createdAt: z.date().exactOptional(),
  expirationModel: notedLine.exactOptional(),
  validTo: z.date().exactOptional(),
  currentKeyMaterialId: notedLine.exactOptional(),
});
export type KeyFacts = Inferred<typeof keyFacts>;

/** One of several keys that carry the tag of one run. */
export const candidateKey = z.strictObject({
  keyId: notedLine,
  /** As AWS names it. */
  state: notedLine,
  /** ISO 8601, UTC; absent where AWS does not say it. */
  createdAt: notedLine.exactOptional(),
});
export type CandidateKey = Inferred<typeof candidateKey>;
