import { z } from 'zod';
import { grantOperations } from '../shared/kms-words';
import { statementWords } from '../shared/views/receiver-card';
import { cardWants, wantedWords } from '../shared/views/receiver-wants';

export const cardFormat = 'keyferry-vendor-card';
export const maxNameChars = 80;
export const maxContactChars = 200;
/** Of where a fact is typed, and of each step. */
export const maxStepChars = 400;

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
  .describe('UTC, to the second: 2026-11-25T09:00:00Z');
const several = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(64).meta({ uniqueItems: true });
const text = z.string().min(1).max(maxStepChars);
const steps = z.array(text).min(1).max(12);

const common = {
  format: z.literal(cardFormat),
  name: z.string().min(1).max(maxNameChars).describe('The service, as its customers know it'),
  regions: several(z.string().regex(/^([a-z]+-){2,3}\d+$/)).describe(
    'The AWS Regions that the key may be in, all of one partition',
  ),
  contact: z
    .string()
    .min(1)
    .max(maxContactChars)
    .describe('Whom to ask: a mail address, a number, a web address'),
  issuedAt: instant.exactOptional(),
  validUntil: instant.exactOptional(),
};

const blankName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const blank = z.strictObject({
  name: blankName.describe('By which the statement, the grant or the trust names it'),
  label: z.string().min(1).max(maxNameChars).describe('The label of its field'),
  hint: text.describe('Where the customer finds it'),
  kind: z
    .enum(['account', 'role', 'user', 'role-or-user', 'own-role', 'text'])
    .describe(
      'What is typed: the digits of an account; an ARN of that kind, own-role in the account of the customer; or a line of text',
    ),
  most: z.int().min(2).max(20).exactOptional().describe('How many may be typed; one where it is left out'),
  value: text.exactOptional().describe('What is filled in already; the customer can change it'),
});

const grant = z.strictObject({
  grantee: blankName.describe('The blank of the principal that may use the key'),
  retiring: blankName.exactOptional().describe('The blank of the principal that may retire the grant'),
  operations: several(z.enum(grantOperations)),
});

const trust = z.strictObject({
  role: blankName.describe('The blank, of kind own-role, of the role that the receiver assumes'),
  principal: blankName.describe('The blank of the account or role of the receiver that may assume it'),
  externalId: blankName.describe('The blank, of kind text, of the external ID'),
  permissions: z.boolean().describe('Whether the role needs a policy of its own to use the key'),
});

const wishes = 'What the receiver wants to be told of the finished key';

const account = {
  accountId: z
    .string()
    .regex(/^\d{12}$/)
    .describe('The AWS account that will use the key'),
  needs: several(z.enum(statementWords)).describe(
    'What the key policy has to allow; cryptographic-use always, grants where AWS services encrypt with the key',
  ),
};

/** Version 1: one account, and one or both of the statements that the AWS console writes. */
const version1 = z.strictObject({
  ...common,
  ...account,
  version: z.literal(1),
  wants: several(z.enum(wantedWords)).describe(wishes),
});

/** Version 2: an account as before, or a statement or a grant of its own; and what comes before and after. */
const version2 = z.strictObject({
  ...common,
  version: z.literal(2),
  wants: several(z.enum(cardWants)).describe(wishes),
  accountId: account.accountId.exactOptional(),
  needs: account.needs.exactOptional(),
  statement: z
    .union([z.record(z.string(), z.unknown()), z.array(z.record(z.string(), z.unknown())).min(1).max(10)])
    .exactOptional()
    .describe(
      'In place of accountId and needs: a statement of a key policy, several, or a whole policy, as AWS takes it. { "blank": name } stands in it for what the customer types',
    ),
  blanks: z.array(blank).min(1).max(10).exactOptional().describe('What only the customer can say'),
  grant: grant
    .exactOptional()
    .describe('In place of a statement, and with known: the receiver is let in by a grant'),
  trust: trust
    .exactOptional()
    .describe('With a statement: the role in the account of the customer that the receiver assumes'),
  known: z
    .literal('after-arn')
    .exactOptional()
    .describe(
      'Whom to let in is said once the ARN of the key is known: by the blanks of the statement or the grant if there is one, or in another way',
    ),
  imported: z
    .enum(['yes', 'no'])
    .exactOptional()
    .describe('Whether the receiver takes a key whose material was imported'),
  multiRegion: z
    .enum(['required', 'advised', 'possible', 'no'])
    .exactOptional()
    .describe('Whether the key is to be a Multi-Region key'),
  where: text.exactOptional().describe('Where the wanted facts are typed: a path of menus, or a form'),
  stepsBefore: steps
    .exactOptional()
    .describe('What the customer does at the receiver before the key is made'),
  steps: steps.exactOptional().describe('What the customer does at the receiver once the key is made'),
  aftercare: steps.exactOptional().describe('Waiting times, checks, and what must be kept'),
});

/**
 * The forms of a receiver card, versions 1 and 2, and the source of docs/receiver-card.schema.json. `checkCard` checks
 * what no schema can say: real Regions of one partition, names without look-alikes, the order of dates, and what a
 * statement may hold.
 */
export const cardShapes = { 1: version1, 2: version2 } as const;
export type CardVersion = keyof typeof cardShapes;
export const isCardVersion = (version: unknown): version is CardVersion => version === 1 || version === 2;

export type ReceiverCard = z.infer<typeof version1> | z.infer<typeof version2>;

/** The same forms as JSON Schema, draft 2020-12. */
export const cardJsonSchema = (): unknown =>
  z.toJSONSchema(
    z.discriminatedUnion('version', [version1, version2]).meta({
      title: 'Keyferry receiver card',
      description: 'What the receiver of an imported AWS KMS key gives out, so that nothing has to be typed.',
    }),
  );
