import { z } from 'zod';
import type { Expiry, KeyDraft, ProxyChoice } from '../shared/views/aws';
import type { CopyPlan, CopyPurpose, CopySource } from '../shared/views/custody';
import type { MaterialExpectation } from '../shared/contract';
import type { SignInRequest } from '../shared/sign-in-request';
import { isExpiry } from '../shared/is-expiry';
import { wrappingAlgorithms, wrappingKeySpecs } from '../shared/kms-words';
import { limits } from '../shared/limits';
import type { PeopleView } from '../shared/views/record';
import type { TransferProof } from '../shared/transfer-code';
import { wantedWords } from '../shared/views/receiver-card';
import type { MaterialChoice } from '../shared/views/app';

/** The larger shapes that the verbs of the create-and-import and finish-import jobs carry. What they mean is judged by the jobs, not here. */

export const handle = z.uuid();
export const paths = z.array(z.string().max(4096)).max(limits.maxDroppedFiles);
export const wrappingAlgorithm = z.enum(wrappingAlgorithms);
const wrappingKeySpec = z.enum(wrappingKeySpecs);
const lengthBytes = z.union([z.literal(32), z.literal(16)]);
const line = z.string().max(2048);
const region = z.string().max(64);

const confirmation = z.string().max(64);
export const material: z.ZodType<MaterialChoice> = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('held'), handle }),
  z.strictObject({ from: z.literal('generate'), lengthBytes, confirmation }),
  z.strictObject({ from: z.literal('file'), handle, confirmation }),
]);

/** A scanner may send what it was set up to send around a code. */
export const transferProof: z.ZodType<TransferProof> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: z.string().max(256) }),
  z.strictObject({ by: z.literal('not-compared'), confirmation }),
]);

export const copySource: z.ZodType<CopySource> = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('generate'), lengthBytes }),
  z.strictObject({ from: z.literal('file'), handle }),
]);

export const copyPurpose: z.ZodType<CopyPurpose> = z.union([
  z.strictObject({ parameters: handle, wrappingAlgorithm, lengthBytes }),
  z.strictObject({
    session: handle,
    alias: line,
    receiver: z.strictObject({ name: line, accountId: line }).exactOptional(),
    run: handle.exactOptional(),
    wrappingKeySpec,
    wrappingAlgorithm,
    lengthBytes,
  }),
]);

export const passphrase = z.string().max(limits.maxPassphraseChars);
export const checkValue = z.string().regex(/^[0-9a-f]{16}$/);

export const copyPlan: z.ZodType<CopyPlan> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('passphrase'), passphrase }),
  z.strictObject({ by: z.literal('recipients'), recipients: z.array(line).min(1).max(limits.maxRecipients) }),
  z.strictObject({
    by: z.literal('shares'),
    threshold: z.int(),
    custodians: z.array(z.string().max(limits.maxCustodianChars)).max(limits.maxCustodians),
  }),
]);

const expectation = { wrappingAlgorithm, lengthBytes };
export const materialExpectation: z.ZodType<MaterialExpectation> = z.union([
  z.strictObject({ ...expectation, parameters: handle }),
  z.strictObject({ ...expectation, wrappingKeySpec }),
]);
export const droppedMaterial: z.ZodType<MaterialExpectation & { readonly paths: readonly string[] }> =
  z.union([
    z.strictObject({ ...expectation, parameters: handle, paths }),
    z.strictObject({ ...expectation, wrappingKeySpec, paths }),
  ]);

export const proxy: z.ZodType<ProxyChoice> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('manual'), url: line }),
]);

export const signIn: z.ZodType<SignInRequest> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('practice'), region }),
  z.strictObject({
    by: z.literal('profile'),
    profile: line,
    region,
    mfaCode: z.string().max(32).exactOptional(),
    runs: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .exactOptional(),
  }),
  z.strictObject({ by: z.literal('pasted'), text: z.string().max(limits.maxPastedCredentialsChars), region }),
  z.strictObject({ by: z.literal('browser'), startUrl: line, ssoRegion: region }),
  z.strictObject({ by: z.literal('browser-wait'), attempt: handle }),
  z.strictObject({ by: z.literal('role'), attempt: handle, accountId: line, roleName: line, region }),
]);

/** Longer than a name may be, so that main says what is wrong with it. */
const personText = z.string().max(limits.maxPersonChars * 8);
const person = z.strictObject({ name: personText, role: personText.exactOptional() });
export const people: z.ZodType<PeopleView> = z.strictObject({
  operator: person,
  witness: z.union([z.literal('none'), person]),
});

const arns = z.array(line).max(limits.maxKeyPrincipals);

export const keyDraft: z.ZodType<KeyDraft> = z.strictObject({
  session: handle,
  receiver: z.strictObject({
    preset: z.enum(['bluescape', 'other']),
    name: line,
    accountId: line,
    needsGrants: z.boolean(),
    note: z.strictObject({ contact: line, wanted: z.array(z.enum(wantedWords)).max(64) }).exactOptional(),
  }),
  alias: line,
  description: z.string().max(limits.maxDescriptionChars),
  tags: z.array(z.strictObject({ key: line, value: line })).max(limits.maxKeyTags),
  administrators: arns,
  users: arns,
  multiRegion: z.boolean(),
  expiry: z.custom<Expiry>(isExpiry),
  wrappingKeySpec,
  wrappingAlgorithm,
  material: material.exactOptional(),
});
