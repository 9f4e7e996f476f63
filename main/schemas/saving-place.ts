import { z } from 'zod';

/**
 * A folder in which a vault writes something in clear, as it is written down meanwhile
 * (docs/files-on-this-computer.md). Nothing in it is secret; where somebody saves is a private matter, so it is
 * removed as soon as it has served its purpose.
 */
export const savingPlace = z.strictObject({
  version: z.literal(1),
  folder: z.string().min(1).max(32_768),
  begunAt: z.iso.datetime(),
});
export type SavingPlace = z.infer<typeof savingPlace>;
