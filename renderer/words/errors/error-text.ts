import type { AppError, AppErrorCode } from '../../../main/shared/errors';

/** What a person reads about a failure: what happened, what it means, and the one thing to do next. */
export interface ErrorWords {
  readonly title: string;
  readonly meaning: string;
  readonly next: string;
}

export type Facts = NonNullable<AppError['facts']>;
export type ErrorText = (facts: Facts, now: Date) => ErrorWords;

/** One text for each code of some areas; a missing or a foreign code does not compile. */
export type TextsOf<Area extends string> = Readonly<
  Record<Extract<AppErrorCode, `${Area}.${string}`>, ErrorText>
>;

/** A fact in quotation marks (a file name, say), or the words to use when it is not known. */
export function quoted(facts: Facts, fact: string, otherwise: string): string {
  const value = facts[fact];
  return value === undefined || value === '' ? otherwise : `“${value}”`;
}

/** Words around a fact, or none when it is not known. */
export function withFact(facts: Facts, fact: string, words: (value: string) => string): string {
  const value = facts[fact];
  return value === undefined || value === '' ? '' : words(String(value));
}

/** The words for a stated reason; an unknown reason gets the general ones. */
export function because(
  facts: Facts,
  reasons: Readonly<Record<string, string>>,
  otherwise: string,
  fact = 'reason',
): string {
  return reasons[String(facts[fact])] ?? otherwise;
}

export const downloadAgain =
  'On the connected computer, download a fresh set of import parameters in the AWS KMS console and bring it here unchanged.';
