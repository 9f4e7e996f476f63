export interface CutTextProps {
  readonly text: string;
  /** In the order of the text, none within another. */
  readonly cuts: readonly { readonly from: number; readonly to: number }[];
}

/** A text with what goes of it marked. */
export function CutText({ text, cuts }: CutTextProps) {
  const sorted = cuts.toSorted((one, other) => one.from - other.from);
  return (
    <pre className="text-block">
      {sorted.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(sorted[at - 1]?.to ?? 0, from)}
          <del className="cut-text">{text.slice(from, to)}</del>
        </span>
      ))}
      {text.slice(sorted.at(-1)?.to ?? 0)}
    </pre>
  );
}
