import { z } from 'zod';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';
import { line, notedLine } from './values';

// What a person does with a key that has its key material: in a request, in memory and in the note of its run.

/** One act on one key, with everything that a person decides about it. */
export const keyAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('disable-key') }),
  z.strictObject({ do: z.literal('enable-key') }),
  /** `grants`: IDs that are ticked. `mends`: also takes out what AWS refuses in every policy by now. */
  z.strictObject({
    do: z.literal('revoke-receiver'),
    accountId: z.string().regex(/^\d{12}$/),
    grants: z.array(z.string().max(128)).max(limits.maxShownGrants).readonly(),
    mends: z.boolean(),
  }),
]);
export type KeyAct = Inferred<typeof keyAct>;
export type ActName = KeyAct['do'];

/** One thing of a key that an act changed, as AWS answered it before and afterwards. */
export const keyChange = z.strictObject({
  what: z.enum(['state', 'policy', 'grant']),
  /** Which one, where a key has several of them. */
  name: notedLine.exactOptional(),
  before: notedLine,
  after: notedLine,
});
export type KeyChange = Inferred<typeof keyChange>;

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
