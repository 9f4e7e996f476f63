/** A fact with its label; one without a value is left out. */
export type Row = readonly [label: string, value: string | undefined];

/** The facts that are known, in their order. */
export function knownRows(rows: readonly Row[]): readonly (readonly [label: string, value: string])[] {
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}

/** `Label: value`, one per line, for texts to copy and save. */
export function rowLines(rows: readonly Row[]): readonly string[] {
  return knownRows(rows).map(([label, value]) => `${label}: ${value}`);
}
