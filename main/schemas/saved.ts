import { z } from 'zod';
import { custodyView } from './custody';
import type { Inferred } from './inferred';
import { checkValue, handle, hexSha256, notedLine, wrappingAlgorithm, wrappingKeySpec } from './values';

/** The form in which the import parameters came. */
export const intakeForm = z.enum(['zip', 'folder', 'files', 'cli-json']);
export type IntakeForm = z.infer<typeof intakeForm>;

/** SHA-256 of the wrapping key's SubjectPublicKeyInfo, for people to compare. */
const fingerprintView = z.strictObject({
  /** 64 lower-case hex digits. */
  hex: hexSha256,
  /** 24 words for the same 256 bits and a checksum (BIP-39, English list). */
  words: z.array(notedLine).readonly(),
});
export type FingerprintView = Inferred<typeof fingerprintView>;

/** Import parameters, as the page may know them. */
const parametersView = z.strictObject({
  handle,
  form: intakeForm,
  /** Base names of the files in use. */
  files: z.array(notedLine).readonly(),
  keyId: notedLine.exactOptional(),
  keyArn: notedLine.exactOptional(),
  /** Known only from a key ARN; so is `accountId`. */
  region: notedLine.exactOptional(),
  accountId: notedLine.exactOptional(),
  wrappingKeySpec,
  /** Absent when the files do not say it; the person is then asked. */
  wrappingAlgorithm: wrappingAlgorithm.exactOptional(),
  /** ISO 8601, UTC. Absent when the files do not say it. */
  validTo: notedLine.exactOptional(),
  fingerprint: fingerprintView,
  /** Whether the token begins like every AWS import token seen so far. A hint, not proof. */
  tokenLooksFamiliar: z.boolean(),
  /** Set where the practice AWS handed them out. */
  practice: z.literal(true).exactOptional(),
  /** Set where they are for new material of a key that has some: it is rotated to it. */
  forRotation: z.literal(true).exactOptional(),
  /** Base names of files that came along and were not read, because they may be key material. */
  notRead: z.array(notedLine).readonly().exactOptional(),
});
export type ParametersView = Inferred<typeof parametersView>;

export const materialKind = z.enum(['symmetric', 'rsa-private-key', 'ec-private-key']);
export type MaterialKind = z.infer<typeof materialKind>;

/** What is known of key material, wherever it comes from. */
export const foundMaterial = z.strictObject({
  kind: materialKind,
  /** The length of the material itself, after decoding, in bytes. */
  lengthBytes: z.int(),
  /** For private keys: 'RSA 2048', 'P-256', … */
  keyName: notedLine.exactOptional(),
});
export type FoundMaterial = Inferred<typeof foundMaterial>;

const savedFile = z.strictObject({
  name: notedLine,
  bytes: z.number(),
  /** Lower-case hex; absent for clear key material, whose digest would help a guesser. */
  sha256: notedLine.exactOptional(),
});
export type SavedFileView = Inferred<typeof savedFile>;

/** The result of the offline job. */
export const savedView = z.strictObject({
  handle,
  folderName: notedLine,
  files: z.array(savedFile).readonly(),
  parameters: parametersView,
  wrappingAlgorithm,
  source: z.enum(['generated', 'file', 'restored']),
  material: foundMaterial,
  /** 16 hex digits that identify the material without revealing it. */
  checkValue,
  /**
   * `7F3A 91C2 0KMX 4TQZ`; the connected computer asks for it. It is in none of the files. Absent where nothing proves
   * the note that would say it.
   */
  transferCode: notedLine.exactOptional(),
  custody: custodyView,
  plaintextExported: z.boolean(),
  /** ISO 8601, UTC. */
  savedAt: notedLine,
  /** How many requests of the page or of Chromium the app has refused since it started. */
  refusedRequests: z.int(),
});
export type SavedView = Inferred<typeof savedView>;
