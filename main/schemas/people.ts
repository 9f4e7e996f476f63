import { z } from 'zod';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';

/** Longer than a name may be, so that main says what is wrong with it. */
const personText = z.string().max(limits.maxPersonChars * 8);
/** Once checked: NFC, trimmed, 1 to 80 characters, none of them a control or a direction mark. */
const person = z.strictObject({ name: personText, role: personText.exactOptional() });
export type PersonView = Inferred<typeof person>;

/** Who took part. `'none'`: a ceremony of one person, who said so. */
export const people = z.strictObject({ operator: person, witness: z.union([z.literal('none'), person]) });
export type PeopleView = Inferred<typeof people>;
