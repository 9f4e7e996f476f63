import { z } from 'zod';
import { changedThings } from '../shared/changed-things';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';
import { keyFacts, tag } from './key';
import { keyMaterialId, line, notedLine } from './values';

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
  /** `grants`: IDs that are ticked. `mends`: also takes out what AWS refuses in every policy by now. */
  z.strictObject({
    do: z.literal('revoke-receiver'),
    accountId: z.string().regex(/^\d{12}$/),
    grants: z.array(z.string().max(128)).max(limits.maxShownGrants).readonly(),
    mends: z.boolean(),
  }),
  z.strictObject({
    do: z.literal('relabel-key'),
    /** Absent where it stays as it is. */
    description: z.string().max(limits.maxDescriptionChars).exactOptional(),
    /** Tags that are added, or get another value. */
    set: z.array(tag).max(limits.maxKeyTags).readonly(),
    /** Keys of tags that are taken off. */
    removed: z.array(line).max(limits.maxKeyTags).readonly(),
  }),
  /** Of these three, `alias` is without `alias/` in front. A new one; one of another key; one of this key. */
  z.strictObject({ do: z.literal('give-alias'), alias: line }),
  z.strictObject({ do: z.literal('move-alias'), alias: line }),
  z.strictObject({ do: z.literal('remove-alias'), alias: line }),
  /** `to`: a Region that has no replica yet. */
  z.strictObject({ do: z.literal('replicate-key'), to: line }),
  /** New material that was imported, and waits: it becomes the current one, or goes. `materialId`: 64 hex digits. */
  z.strictObject({ do: z.literal('rotate-now'), materialId: notedLine }),
  z.strictObject({ do: z.literal('remove-waiting'), materialId: notedLine }),
]);
export type KeyAct = Inferred<typeof keyAct>;
export type ActName = KeyAct['do'];

/** One thing of a key that an act changed, as AWS answered it before and afterwards. */
export const keyChange = z.strictObject({
  what: z.enum(changedThings),
  /** Which one, where a key has several of them. */
  name: notedLine.exactOptional(),
  /** Empty where it was not there before, or is not there any more. */
  before: notedLine,
  after: notedLine,
});
export type KeyChange = Inferred<typeof keyChange>;

/** What the run of an act has to remember between its steps. */
export const rememberedOfAct = {
  /** The tags of the key, as the run found them. */
  tagsBefore: z.array(tag).readonly().exactOptional(),
  /** ID of the key that had the alias before. */
  aliasWas: notedLine.exactOptional(),
  /** The replica that the run made. */
  replica: keyFacts.exactOptional(),
};

/** What a run remembers between its steps that deletes a key or its material, or cancels that. */
export const stopNotes = {
  /** When AWS deletes the key, as it last said; absent while no deletion is scheduled, and where it names no date. */
  deletionAt: z.date().exactOptional(),
  /** Regions of its replicas, which have to be gone before it is deleted. */
  waitsFor: z.array(notedLine).readonly().exactOptional(),
  /** Materials whose deletion was begun, the last of them last; `only` where AWS does not tell the materials. */
  begun: z.array(notedLine).readonly().exactOptional(),
};

/** What revoking a receiver has to remember. The rest follows from the act, and from what AWS answers. */
export const revoking = z.strictObject({
  /** The key policy that the person saw, JSON text: nothing is written over another one. */
  policyBefore: notedLine,
  /** The grants that the person saw, ticked or not. */
  shownGrants: z.array(z.strictObject({ id: line, text: notedLine })).readonly(),
  /** When the policy was read back as it is wanted: the second look comes a while after that. */
  editedAt: z.date().exactOptional(),
  /** What was left at the second look. */
  keptGrants: z.array(notedLine).readonly().exactOptional(),
});
