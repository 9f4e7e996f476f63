import type { z } from 'zod';
import { isRegionName, partitionOfRegion } from '../aws/regions';
import { localError, type AppError, type AppErrorCode } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import {
  cardFormat,
  cardShape,
  cardVersion,
  maxContactChars,
  maxNameChars,
  type ReceiverCard,
} from './card-shape';
import { codePoint, lineFault } from './plain-line';

type Facts = NonNullable<AppError['facts']>;

/** An error about a card. Facts that quote the card contain only printable ASCII, see `shown`. */
export const refuseCard = (code: AppErrorCode, facts?: Facts): Result<never> =>
  err(localError('receiver', code, facts));

/**
 * Checks parsed JSON as a receiver card (docs/receiver-card.md): its form first, then what it means.
 *
 * Errors: card.notACard, card.version {version}, card.unknownField {field}, card.missingField {field}, card.badValue
 * {field}, card.account {reason}, card.region {reason, region?}, card.regionMix {first, second}, card.unknownWord
 * {field, word}, card.text {field, reason, character?, maxChars?}, card.dates {reason}.
 */
export function checkCard(value: unknown): Result<ReceiverCard> {
  if (!isFields(value) || value['format'] !== cardFormat) return refuseCard('card.notACard');
  const { version } = value;
  if (version !== cardVersion) {
    return refuseCard('card.version', typeof version === 'number' ? { version } : {});
  }
  const shaped = cardShape.safeParse(value);
  if (!shaped.success) return refuseForm(shaped.error, value);
  const card = shaped.data;
  return checkLines(card) ?? checkRegions(card) ?? checkWords(card) ?? checkDates(card) ?? ok(card);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first fault in the form. An unknown field comes first: it may be another field under a wrong name. */
function refuseForm({ issues }: z.ZodError, card: Readonly<Record<string, unknown>>): Result<never> {
  const known = Object.keys(cardShape.shape);
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
  return undefined;
}

function checkRegions({ regions }: ReceiverCard): Result<never> | undefined {
  const odd = regions.find((region) => !isRegionName(region));
  if (odd !== undefined) return refuseCard('card.region', { reason: 'shape', region: shown(odd) });
  const [first = ''] = regions;
  const second = regions.find((region) => partitionOfRegion(region) !== partitionOfRegion(first));
  return second === undefined ? undefined : refuseCard('card.regionMix', { first, second });
}

function checkWords({ regions, needs, wants }: ReceiverCard): Result<never> | undefined {
  for (const [field, words] of Object.entries({ regions, needs, wants })) {
    if (new Set<string>(words).size < words.length) return refuseCard('card.badValue', { field });
  }
  // The receiver must be allowed to use the key: grants by themselves let nobody encrypt.
  return needs.includes('cryptographic-use') ? undefined : refuseCard('card.badValue', { field: 'needs' });
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

/**
 * A piece of a card, made safe to quote in an error. SECURITY: it may have been refused for characters that reverse the
 * text around them.
 */
export function shown(text: string, maxChars = 40): string {
  const plain = Array.from(text, (character) =>
    /[ -~]/.test(character) ? character : `<${codePoint(character)}>`,
  );
  return plain.length > maxChars ? `${plain.slice(0, maxChars).join('')}…` : plain.join('');
}
