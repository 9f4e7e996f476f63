import { z } from 'zod';
import { grantOperations } from '../shared/kms-words';
import { limits } from '../shared/limits';
import { cardWants } from '../shared/views/receiver-wants';
import type { Inferred } from './inferred';
import { line } from './values';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** Names a preset. */
export const presetId = name;
const text = z.string().min(1).max(400);
/** ISO 8601: the day on which somebody read the source. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const some = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(20).readonly();

/** A statement of a key policy that lets a receiver in, as Keyferry writes it. */
export const receiverStatement = z.strictObject({
  sid: line,
  /** ARNs, or `*`, which stands only beside a condition that bounds it. */
  principals: some(line),
  /** `kms:Decrypt`; `*` only at the end, as AWS's own pages write it: `kms:GenerateDataKey*`. */
  actions: z.array(line).min(1).max(40).readonly(),
  conditions: z
    .array(z.strictObject({ operator: line, key: line, values: some(line) }))
    .max(10)
    .readonly(),
});
export type ReceiverStatement = Inferred<typeof receiverStatement>;

/** Something that only the person can say: what the receiver gave to them, or their own role. */
const blank = z.strictObject({
  name,
  /** The label of its field. */
  label: text,
  /** Where the person finds it. */
  hint: text,
  /**
   * What is typed: the 12 digits of an account, whose root the statement then names; the ARN of a role, of a user, or
   * of either; the ARN of a role in the account that will own the key; or one line of text, without wildcards.
   */
  kind: z.enum(['account', 'role', 'user', 'role-or-user', 'own-role', 'text']),
  /** How many may be given. One where it is absent. */
  most: z.int().min(2).max(20).exactOptional(),
  /** Account IDs or ARNs that the receiver publishes. Never filled in: what was typed is compared with them. */
  published: z.strictObject({ values: some(line), readOn: day }).exactOptional(),
});
export type ReceiverBlank = Inferred<typeof blank>;

/** A value that stands in the statement, or the name of a blank. */
const value = z.union([z.strictObject({ is: line }), z.strictObject({ blank: name })]);

const asked = z.strictObject({
  sid: line,
  /** The name of a blank, or `*`. */
  principal: z.union([name, z.literal('*')]),
  actions: receiverStatement.shape.actions,
  conditions: z
    .array(z.strictObject({ operator: line, key: line, values: some(value) }))
    .max(10)
    .readonly(),
});

/** Webex and the like: the receiver is let in by a grant, after the key exists. */
const grant = z.strictObject({
  /** The name of a blank. */
  grantee: name,
  retiring: name.exactOptional(),
  operations: some(z.enum(grantOperations)),
});
export type ReceiverGrant = Inferred<typeof grant>;

/**
 * A role in the account that will own the key, which the receiver assumes: who may assume it, and under which external
 * ID. Each is the name of a blank. Keyferry makes no role.
 */
const trust = z.strictObject({
  role: name,
  principal: name,
  externalId: name,
  /** Whether the guide also gives the role a policy of its own; where it does not, the key policy is enough. */
  permissions: z.boolean(),
});
export type RoleTrust = Inferred<typeof trust>;

/** What a receiver asks of the key, as data: of a preset. */
export const receiverTerms = z.strictObject({
  blanks: z.array(blank).max(10).readonly(),
  /**
   * `console`: the first blank is an account, which joins the two statements that the AWS console writes; `grants`
   * whether the second of them. Nothing that is not asked for is given.
   */
  access: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('console'), grants: z.boolean() }),
    z.strictObject({ by: z.literal('statements'), statements: some(asked) }),
    z.strictObject({ by: z.literal('grant'), grant }),
    /** The receiver prints the statement for each customer, or nobody publishes it. */
    z.strictObject({ by: z.literal('pasted-statement') }),
  ]),
  trust: trust.exactOptional(),
  /** `after-arn`: the receiver says whom to let in only once it knows the ARN of the key. */
  known: z.enum(['before-key', 'after-arn']),
  /** Whether the receiver takes a key with imported material. */
  imported: z.strictObject({ answer: z.enum(['yes', 'no', 'not-said']), text: text.exactOptional() }),
  multiRegion: z.enum(['required', 'advised', 'possible', 'no', 'not-said']),
  /** Region names; absent where any will do. */
  regions: some(line).exactOptional(),
  wants: some(z.enum(cardWants)),
  /** Where the wanted facts are typed: a path of menus, or a form. Absent where it is not known. */
  where: text.exactOptional(),
  /** The receiver's own steps, before and after, in its order. */
  steps: z.array(text).max(12).readonly(),
  /** How many of the first steps come before the key: what they give was typed. None where it is absent. */
  stepsBefore: z.int().min(1).max(12).exactOptional(),
  /** Waiting times, checks, and what must be kept. */
  aftercare: z.array(text).max(12).readonly(),
});
export type ReceiverTerms = Inferred<typeof receiverTerms>;

/** A blank of a receiver card. It publishes nothing: what the receiver knows of this customer is filled in. */
const cardBlank = blank.omit({ published: true }).extend({
  /** Filled in from the beginning; the person can change it. */
  value: line.exactOptional(),
});

/**
 * What a card of version 2 asks for that is more than an account or a statement. At most one of `statement` and `grant`;
 * `trust` only beside a statement.
 */
export const cardTerms = z.strictObject({
  blanks: z.array(cardBlank).max(10).readonly(),
  /** A statement, several or a whole policy, JSON, in which `{ "blank": name }` stands for what the person types. */
  statement: z.string().max(limits.maxStatementChars).exactOptional(),
  grant: grant.exactOptional(),
  trust: trust.exactOptional(),
});
export type CardTerms = Inferred<typeof cardTerms>;

const answers = z.record(name, z.array(line).max(20).readonly());
/** What was typed into the blanks, by their names. */
export type ReceiverAnswers = Inferred<typeof answers>;

/** By a statement that the receiver printed and the person pasted; it is read anew each time. */
const byStatement = z.strictObject({
  from: z.literal('statement'),
  text: z.string().max(limits.maxStatementChars),
});
/** By what its card asks for; judged anew each time. */
const byCard = z.strictObject({ from: z.literal('card'), terms: cardTerms, answers });
export const writtenAsks = z.discriminatedUnion('from', [byStatement, byCard]);

/** How the policy is to be found where it is not that of an account with or without grants. */
export const receiverAsks = z.discriminatedUnion('from', [
  /** By the terms of the preset that is chosen. */
  z.strictObject({ from: z.literal('preset'), answers }),
  byStatement,
  byCard,
  /** It is let in once the key exists, because it says how only then; `terms`: what its card will ask for. */
  z.strictObject({ from: z.literal('later'), terms: cardTerms.exactOptional() }),
]);
export type ReceiverAsks = Inferred<typeof receiverAsks>;

/** What Keyferry knows of one service. */
export const receiverPreset = z.strictObject({
  id: presetId,
  name: z.string().min(1).max(80),
  group: z.enum([
    'collaboration',
    'data',
    'contact-centre',
    'development',
    'security',
    'artificial-intelligence',
  ]),
  /** The page that it was read from, as an address, and when. */
  source: z.strictObject({ page: line, readOn: day }),
  /** How sure the statement is: as printed, from a second-hand source, or not found. */
  statement: z.enum(['printed', 'second-hand', 'not-found']),
  terms: receiverTerms,
});
export type ReceiverPreset = Inferred<typeof receiverPreset>;
