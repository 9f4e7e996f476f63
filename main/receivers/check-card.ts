import type { z } from 'zod';
import { isRegionName, partitionOfRegion } from '../aws/regions';
import { localError, type AppError, type AppErrorCode } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import {
  cardFormat,
  cardShapes,
  isCardVersion,
  maxContactChars,
  maxNameChars,
  maxStepChars,
  type CardVersion,
  type ReceiverCard,
} from './card-shape';
import { accessFault, exampleAnswers, termsOf } from './card-terms';
import { fillCard } from './fill-card';
import { lineFault } from './plain-line';
import { shown } from './shown';

type Facts = NonNullable<AppError['facts']>;

/** An error about a card. Facts that quote the card contain only printable ASCII, see `shown`. */
export const refuseCard = (code: AppErrorCode, facts?: Facts): Result<never> =>
  err(localError('receiver', code, facts));

/**
 * Checks parsed JSON as a receiver card (docs/receiver-card.md): its form first, then what it means.
 *
 * Errors: card.notACard, card.version {version}, card.unknownField {field}, card.missingField {field}, card.badValue
 * {field}, card.account {reason}, card.region {reason, region?}, card.regionMix {first, second}, card.unknownWord
 * {field, word}, card.text {field, reason, character?, maxChars?}, card.dates {reason}, receiver.statement {reason, word?}.
 */
export function checkCard(value: unknown): Result<ReceiverCard> {
  if (!isFields(value) || value['format'] !== cardFormat) return refuseCard('card.notACard');
  const { version } = value;
  if (!isCardVersion(version)) {
    return refuseCard('card.version', typeof version === 'number' ? { version } : {});
  }
  const shaped = cardShapes[version].safeParse(value);
  if (!shaped.success) return refuseForm(shaped.error, value, version);
  const card: ReceiverCard = shaped.data;
  return (
    checkLines(card) ??
    checkRegions(card) ??
    checkWords(card) ??
    checkDates(card) ??
    checkAccess(card) ??
    ok(card)
  );
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first fault in the form. An unknown field comes first: it may be another field under a wrong name. */
function refuseForm(
  { issues }: z.ZodError,
  card: Readonly<Record<string, unknown>>,
  version: CardVersion,
): Result<never> {
  const known = Object.keys(cardShapes[version].shape);
  const unknown = Object.keys(card).find((field) => !known.includes(field));
  if (unknown !== undefined) return refuseCard('card.unknownField', { field: shown(unknown) });
  const missing = known.find((field) => !(field in card) && issues.some(({ path }) => path[0] === field));
  if (missing !== undefined) return refuseCard('card.missingField', { field: missing });
  const [{ path } = { path: [] }] = issues;
  const [field, at] = path;
  const name = String(field);
  const whole: unknown = card[name];
  const isInList = Array.isArray(whole) && typeof at === 'number';
  const found: unknown = isInList ? whole[at] : whole;
  if (typeof found === 'string') {
    if (name === 'accountId') return refuseCard('card.account', { reason: wildcardOr('digits', found) });
    if (name === 'regions' && isInList) {
      return refuseCard('card.region', { reason: wildcardOr('shape', found), region: shown(found) });
    }
    if ((name === 'needs' || name === 'wants') && isInList) {
      return refuseCard('card.unknownWord', { field: name, word: shown(found) });
    }
    if (name === 'issuedAt' || name === 'validUntil') return refuseCard('card.dates', { reason: 'shape' });
    if (name === 'name' || name === 'contact') {
      const fault = lineFault(found, name, maxCharsOf[name]);
      if (fault !== undefined) return refuseCard('card.text', { field: name, ...fault });
    }
  }
  return refuseCard('card.badValue', { field: name });
}

const maxCharsOf = { name: maxNameChars, contact: maxContactChars } as const;

const wildcardOr = (otherwise: string, text: string): string => (/[*?]/.test(text) ? 'wildcard' : otherwise);

// Each check returns undefined when nothing is wrong, so that the checks read as a list.
function checkLines(card: ReceiverCard): Result<never> | undefined {
  for (const field of ['name', 'contact'] as const) {
    const fault = lineFault(card[field], field, maxCharsOf[field]);
    if (fault !== undefined) return refuseCard('card.text', { field, ...fault });
  }
  for (const [field, lines] of Object.entries(textsOf(card))) {
    const fault = lines.map((line) => lineFault(line, 'contact', maxStepChars)).find((one) => one);
    if (fault !== undefined) return refuseCard('card.text', { field, ...fault });
  }
  return undefined;
}

/** What people read of a card besides its name and contact. */
function textsOf(card: ReceiverCard): Readonly<Record<string, readonly string[]>> {
  if (card.version === 1) return {};
  const { where, stepsBefore = [], steps = [], aftercare = [] } = card;
  const blanks = (card.blanks ?? []).flatMap(({ label, hint }) => [label, hint]);
  return { where: where === undefined ? [] : [where], stepsBefore, steps, aftercare, blanks };
}

function checkRegions({ regions }: ReceiverCard): Result<never> | undefined {
  const odd = regions.find((region) => !isRegionName(region));
  if (odd !== undefined) return refuseCard('card.region', { reason: 'shape', region: shown(odd) });
  const [first = ''] = regions;
  const second = regions.find((region) => partitionOfRegion(region) !== partitionOfRegion(first));
  return second === undefined ? undefined : refuseCard('card.regionMix', { first, second });
}

function checkWords({ regions, needs = [], wants }: ReceiverCard): Result<never> | undefined {
  for (const [field, words] of Object.entries({ regions, needs, wants })) {
    if (new Set<string>(words).size < words.length) return refuseCard('card.badValue', { field });
  }
  // The receiver must be allowed to use the key: grants by themselves let nobody encrypt.
  const isOdd = needs.length > 0 && !needs.includes('cryptographic-use');
  return isOdd ? refuseCard('card.badValue', { field: 'needs' }) : undefined;
}

/** One way to be let in, and whole; what it asks for is tried with answers as a person might give them. */
function checkAccess(card: ReceiverCard): Result<never> | undefined {
  if (card.version === 1) return undefined;
  const fault = accessFault(card);
  if (fault !== undefined) return refuseCard(fault.code, { field: fault.field });
  const terms = termsOf(card);
  if (terms === undefined) return undefined;
  // Whose account it will be is known only from the sign-in on; what the card asks for is read again then.
  const own = { accountId: undefined, partition: partitionOfRegion(card.regions[0] ?? '').id };
  const read = fillCard(terms, exampleAnswers(terms, own.partition), own);
  return read.ok ? undefined : read;
}

function checkDates({ issuedAt, validUntil }: ReceiverCard): Result<never> | undefined {
  const isReal = (instant: string): boolean =>
    !Number.isNaN(Date.parse(instant)) && new Date(instant).toISOString() === instant.replace('Z', '.000Z');
  if ([issuedAt, validUntil].some((instant) => instant !== undefined && !isReal(instant))) {
    return refuseCard('card.dates', { reason: 'shape' });
  }
  const isBackwards = issuedAt !== undefined && validUntil !== undefined && validUntil <= issuedAt;
  return isBackwards ? refuseCard('card.dates', { reason: 'order' }) : undefined;
}
