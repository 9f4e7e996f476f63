/** A fact with its label; one without a value, or with an empty one, is left out. */
export type Row = readonly [label: string, value: string | undefined];

/** The facts that are known, in their order. */
export function knownRows(rows: readonly Row[]): readonly (readonly [label: string, value: string])[] {
  return rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[label, value]]));
}

/** `Label: value`, one per line, for texts to copy and save. */
export function rowLines(rows: readonly Row[]): readonly string[] {
  return knownRows(rows).map(([label, value]) => `${label}: ${value}`);
}
