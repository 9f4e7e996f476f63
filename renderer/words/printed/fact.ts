/** A fact of a printed document. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** For digits and names that are compared or typed: set in letters of one width. */
  readonly isCode?: true;
  /** What a reader has to know with it. */
  readonly note?: string;
}

export interface PrintedTable {
  /** For people who have the document read out to them. */
  readonly label: string;
  readonly columns: readonly { readonly name: string; readonly width?: string; readonly isCode?: true }[];
  readonly rows: readonly (readonly string[])[];
}

/** A fact, or nothing where it is not known. */
export function known(
  label: string,
  value: string | undefined,
  more: Pick<Fact, 'isCode' | 'note'> = {},
): readonly Fact[] {
  return value === undefined ? [] : [{ label, value, ...more }];
}

export const code = { isCode: true } as const;

/** `0123 4567 89ab`: in groups of four, to be compared by eye or aloud. */
export function groupsOfFour(digits: string): string {
  return digits.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
