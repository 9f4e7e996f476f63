import { z } from 'zod';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';
import { keyMaterialId, notedLine } from './values';

// What a person does with a key that has its key material: in a request, in memory and in the note of its run.

/** One act on one key, with everything that a person decides about it. */
export const keyAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('disable-key') }),
  z.strictObject({ do: z.literal('enable-key') }),
  z.strictObject({ do: z.literal('schedule-deletion'), days: z.int().min(7).max(30) }),
  /** `enable`: AWS leaves the key disabled, and this is the second call. */
  z.strictObject({ do: z.literal('cancel-deletion'), enable: z.boolean() }),
  /** `only`: the one that is there, or that of a key whose materials AWS does not tell. */
  z.strictObject({
    do: z.literal('delete-material'),
    materials: z.union([z.literal('only'), z.array(keyMaterialId).max(limits.maxKeyMaterials).readonly()]),
  }),
]);
export type KeyAct = Inferred<typeof keyAct>;
export type ActName = KeyAct['do'];

/** One thing of a key that an act changed, as AWS answered it before and afterwards. */
export const keyChange = z.strictObject({
  what: z.enum(['state', 'deletion-date', 'material']),
  /** Which one, where a key has several of them. */
  name: notedLine.exactOptional(),
  before: notedLine,
  after: notedLine,
});
export type KeyChange = Inferred<typeof keyChange>;

/** What a run remembers between its steps that deletes a key or its material, or cancels that. */
export const stopNotes = {
  /** When AWS deletes the key, as it last said; absent while no deletion is scheduled, and where it names no date. */
  deletionAt: z.date().exactOptional(),
  /** Regions of its replicas, which have to be gone before it is deleted. */
  waitsFor: z.array(notedLine).readonly().exactOptional(),
  /** Materials whose deletion was begun, the last of them last; `only` where AWS does not tell the materials. */
  begun: z.array(notedLine).readonly().exactOptional(),
};
