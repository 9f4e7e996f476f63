import { z } from 'zod';
import type { Inferred } from './inferred';
import { bytes, notedLine, wrappingKeySpec } from './values';

// What a run that imports knows of its import, in memory and in its note.

/** One material of a symmetric key, as ListKeyRotations answered it. */
export const listedMaterial = z.strictObject({
  id: notedLine,
  /** Whether the key works only with it: it is the current one, or a former one. */
  isNeeded: z.boolean(),
  isThere: z.boolean(),
  validTo: z.date().exactOptional(),
});
export type ListedMaterial = Inferred<typeof listedMaterial>;

/** Wrapped key material with the one import token that it belongs to. */
export const readyToImport = z.strictObject({
  encryptedKeyMaterial: bytes,
  importToken: bytes,
  /** Absent when nothing says it. */
  validTo: z.date().exactOptional(),
  /** Over both, when they came together: what is sent is what was paired. */
  pairSha256: notedLine,
  /** Absent when nothing says it. */
  checkValue: notedLine.exactOptional(),
});
export type ReadyToImport = Inferred<typeof readyToImport>;

/** Import parameters as AWS answered them. SECURITY: a key that was read from a note goes through the gate again. */
export const runParameters = z.strictObject({
  wrappingKey: z.strictObject({ spec: wrappingKeySpec, spkiDer: bytes }),
  importToken: bytes,
  validTo: z.date(),
});
