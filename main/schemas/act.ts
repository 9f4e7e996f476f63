import { z } from 'zod';
import type { Inferred } from './inferred';
import { notedLine } from './values';

// What a person does with a key that has its key material: in a request, in memory and in the note of its run.

/** One act on one key, with everything that a person decides about it. */
export const keyAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('disable-key') }),
  z.strictObject({ do: z.literal('enable-key') }),
  /** New material that was imported, and waits: it becomes the current one, or goes. `materialId`: 64 hex digits. */
  z.strictObject({ do: z.literal('rotate-now'), materialId: notedLine }),
  z.strictObject({ do: z.literal('remove-waiting'), materialId: notedLine }),
]);
export type KeyAct = Inferred<typeof keyAct>;
export type ActName = KeyAct['do'];

/** One thing of a key that an act changed, as AWS answered it before and afterwards. */
export const keyChange = z.strictObject({
  what: z.enum(['state', 'current-material', 'waiting-material']),
  /** Which one, where a key has several of them. */
  name: notedLine.exactOptional(),
  before: notedLine,
  after: notedLine,
});
export type KeyChange = Inferred<typeof keyChange>;
