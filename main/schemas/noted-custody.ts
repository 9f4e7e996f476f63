import { z } from 'zod';
import type { CustodyView } from '../shared/views/custody';

const line = z.string().max(32 * 1024);

const shareSet = z.strictObject({
  serial: line,
  threshold: z.number(),
  count: z.number(),
  custodians: z.array(line),
});

/** What a note says of the copy. */
export const journaledCustody: z.ZodType<CustodyView> = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal('none') }),
  z.strictObject({
    kept: z.enum(['passphrase', 'recipients', 'shares']),
    restored: z.boolean(),
    files: z.array(z.strictObject({ name: line, bytes: z.number(), sha256: line.exactOptional() })),
    madeAt: line,
    shares: shareSet.exactOptional(),
  }),
]);
