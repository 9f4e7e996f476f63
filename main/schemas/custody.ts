import { z } from 'zod';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';
import { bytes, handle, lengthBytes, line, notedLine, wrappingAlgorithm, wrappingKeySpec } from './values';

const confirmation = z.string().max(64);

/**
 * Which key material is used. Material that a copy was made of, or that came from one, is held by a vault; anything
 * else has no copy of ours, and goes nowhere without the typed confirmation (`noCopyConfirmation`).
 */
export const materialChoice = z.discriminatedUnion('from', [
  /** `confirmation`: where a new key is made of material that was restored (`newKeyConfirmation`). */
  z.strictObject({ from: z.literal('held'), handle, confirmation: confirmation.exactOptional() }),
  z.strictObject({ from: z.literal('generate'), lengthBytes, confirmation }),
  z.strictObject({ from: z.literal('file'), handle, confirmation }),
]);
export type MaterialChoice = Inferred<typeof materialChoice>;

/**
 * What binds returned material to the offline computer: the transfer code that its screen showed (a scanner may send
 * what it was set up to send around it); or, where there was none, the typed `notComparedConfirmation`.
 */
export const transferProof = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('code'), code: z.string().max(256) }),
  z.strictObject({ by: z.literal('not-compared'), confirmation }),
]);
export type TransferProof = Inferred<typeof transferProof>;

/** Where the material comes from that a copy is made of. */
export const copySource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('generate'), lengthBytes }),
  z.strictObject({ from: z.literal('file'), handle }),
]);
export type CopySource = Inferred<typeof copySource>;

/**
 * Which key the material is for, as far as that is known, and what it must fit: import parameters at hand, or a key
 * that does not exist yet. `receiver`: a passphrase is not made of its name. `run`: of a run that needs its material
 * again; what is restored has to be of its ceremony. Or a key that had its material before: one that is open, or that
 * of a run which imports it once more. `rotates`: an open key that gets new material.
 */
export const copyPurpose = z.union([
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
  z.strictObject({ key: handle, lengthBytes }),
  z.strictObject({ run: handle, lengthBytes }),
  z.strictObject({ rotates: handle, lengthBytes }),
]);
export type CopyPurpose = Inferred<typeof copyPurpose>;

/** The lines of a share, as somebody typed or scanned them. */
export const typedShare = bytes.refine(({ length }) => length > 0 && length <= limits.maxTypedShareBytes);

export const passphrase = z.string().max(limits.maxPassphraseChars);

/**
 * What a person asks for. A passphrase passes through and is kept nowhere. Recipients are `age1…` public keys.
 * `threshold` of the custodians are enough to restore.
 */
export const copyPlan = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('passphrase'), passphrase }),
  z.strictObject({ by: z.literal('recipients'), recipients: z.array(line).min(1).max(limits.maxRecipients) }),
  z.strictObject({
    by: z.literal('shares'),
    threshold: z.int(),
    custodians: z.array(z.string().max(limits.maxCustodianChars)).max(limits.maxCustodians),
  }),
]);
export type CopyPlan = Inferred<typeof copyPlan>;

/**
 * How a copy is protected: an age file with a passphrase, one for age recipients, or shares of which some are enough.
 */
const copyForm = z.enum(['passphrase', 'recipients', 'shares']);
export type CopyForm = z.infer<typeof copyForm>;

/** What became of the key material, for the summary, the records and the notes. */
export const custodyView = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal('none') }),
  z.strictObject({
    kept: copyForm,
    /** Whether the copy existed before: then it was opened, and not made. */
    restored: z.boolean(),
    files: z
      .array(z.strictObject({ name: notedLine, bytes: z.number(), sha256: notedLine.exactOptional() }))
      .readonly(),
    madeAt: notedLine,
    shares: z
      .strictObject({
        serial: notedLine,
        threshold: z.number(),
        count: z.number(),
        custodians: z.array(notedLine).readonly(),
      })
      .exactOptional(),
  }),
]);
export type CustodyView = Inferred<typeof custodyView>;
