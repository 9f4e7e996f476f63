import type { Fact } from '../words/printed/fact';

/** A fact longer than this takes a row of its own; letters of one width are wider. */
const halfRow = { chars: 32, codeChars: 24 };
/** A fact longer than this may continue on the next page. */
const wholeChars = 600;

/** Facts, two to a row where two short ones follow each other. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {inRows(facts).map(({ label, value, isCode, note, isWide }) => (
        <div key={label} className={classOf(isWide, value)}>
          <dt>{label}</dt>
          <dd>
            <span className={isCode ? 'code' : undefined}>{value}</span>
            {note !== undefined && <span className="note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function classOf(isWide: boolean, value: string): string {
  return [...(isWide ? ['wide'] : []), ...(value.length > wholeChars ? ['long'] : [])].join(' ');
}

/** A short fact without a neighbour has the row to itself. */
function inRows(facts: readonly Fact[]): readonly (Fact & { readonly isWide: boolean })[] {
  const rows: (Fact & { readonly isWide: boolean })[] = [];
  for (let at = 0; at < facts.length; at += 1) {
    const [fact, next] = [facts[at], facts[at + 1]];
    if (fact === undefined) continue;
    const isPair = next !== undefined && isShort(fact) && isShort(next);
    rows.push({ ...fact, isWide: !isPair });
    if (!isPair) continue;
    rows.push({ ...next, isWide: false });
    at += 1;
  }
  return rows;
}

const isShort = ({ value, isCode, note }: Fact): boolean =>
  note === undefined && value.length <= (isCode ? halfRow.codeChars : halfRow.chars);
