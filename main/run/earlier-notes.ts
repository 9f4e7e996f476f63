/** The rows of a run that finished an offline import then. */
const finishingThen: readonly unknown[] = ['import', 'describe', 'round-trip'];

/**
 * What a note of version 1 or 2 says of a run, with the kind that such notes leave out: only a run that creates a key
 * had a plan. A run that finishes an offline import had a row for each step of the other kind as well, marked as
 * skipped.
 *
 * @returns what the schema of today then judges, as it does with any note; anything else is given back as it is.
 */
export function fromEarlierVersion(content: unknown): unknown {
  if (typeof content !== 'object' || content === null) return content;
  // It would not be of the version that it says.
  if ('kind' in content) return undefined;
  if ('plan' in content) return { kind: 'create', ...content };
  return { kind: 'finish', ...content, ...('rows' in content ? { rows: ownRows(content.rows) } : {}) };
}

function ownRows(rows: unknown): unknown {
  if (!(rows instanceof Map)) return rows;
  const isOfOther = ([step, row]: readonly [unknown, unknown]): boolean =>
    !finishingThen.includes(step) && isSkipped(row);
  return new Map([...rows].filter((entry) => !isOfOther(entry)));
}

const isSkipped = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'state' in row && row.state === 'skipped';
