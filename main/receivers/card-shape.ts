import { z } from 'zod';
import { statementWords, wantedWords } from '../shared/views/receiver-card';

export const cardFormat = 'keyferry-vendor-card';
export const cardVersion = 1;
export const maxNameChars = 80;
export const maxContactChars = 200;

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
  .describe('UTC, to the second: 2026-11-25T09:00:00Z');
const several = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(64).meta({ uniqueItems: true });

/**
 * The form of a receiver card, version 1, and the source of docs/receiver-card.schema.json. `checkCard` checks what no
 * schema can say: real Regions of one partition, names without look-alikes, the order of dates.
 */
export const cardShape = z
  .strictObject({
    format: z.literal(cardFormat),
    version: z.literal(cardVersion),
    name: z.string().min(1).max(maxNameChars).describe('The service, as its customers know it'),
    accountId: z
      .string()
      .regex(/^\d{12}$/)
      .describe('The AWS account that will use the key'),
    regions: several(z.string().regex(/^([a-z]+-){2,3}\d+$/)).describe(
      'The AWS Regions that the key may be in, all of one partition',
    ),
    needs: several(z.enum(statementWords)).describe(
      'What the key policy has to allow; cryptographic-use always, grants where AWS services encrypt with the key',
    ),
    contact: z
      .string()
      .min(1)
      .max(maxContactChars)
      .describe('Whom to ask: a mail address, a number, a web address'),
    wants: several(z.enum(wantedWords)).describe('What the receiver wants to be told of the finished key'),
    issuedAt: instant.exactOptional(),
    validUntil: instant.exactOptional(),
  })
  .meta({
    title: 'Keyferry receiver card',
    description: 'What the receiver of an imported AWS KMS key gives out, so that nothing has to be typed.',
  });

export type ReceiverCard = z.infer<typeof cardShape>;

/** The same form as JSON Schema, draft 2020-12. */
export const cardJsonSchema = (): unknown => z.toJSONSchema(cardShape);
