/** Where a JSON value stands in its text. `to` is one past its last character. */
export interface JsonPlace {
  readonly from: number;
  readonly to: number;
  /** Of an object: its members by name, the last one of a name that occurs twice. */
  readonly members?: ReadonlyMap<string, JsonMember>;
  /** Of a list. */
  readonly items?: readonly JsonPlace[];
}

/** A member with its name: `from` is where the name begins. */
export interface JsonMember extends Pick<JsonPlace, 'from' | 'to'> {
  readonly value: JsonPlace;
}

/** A piece of a text, `to` one past its last character. */
export type Cut = Pick<JsonPlace, 'from' | 'to'>;

/** Where everything stands in a JSON text. Strings and marks are all that matters: JSON.parse has read it before. */
export function placesIn(json: string): JsonPlace {
  const tokens = [...json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g)].map(
    ({ 0: text, index }) => ({
      text,
      from: index,
      to: index + text.length,
    }),
  );
  let at = 0;
  const next = () => tokens[at++] ?? { text: '', from: json.length, to: json.length };
  const goesOn = (end: string): boolean => {
    if (tokens[at]?.text === ',') at += 1;
    return at < tokens.length && tokens[at]?.text !== end;
  };
  const value = (): JsonPlace => {
    const { text, from, to } = next();
    if (text === '[') {
      const items: JsonPlace[] = [];
      while (goesOn(']')) items.push(value());
      return { from, to: next().to, items };
    }
    if (text !== '{') return { from, to };
    const members = new Map<string, JsonMember>();
    while (goesOn('}')) {
      const name = next();
      at += 1; // the colon
      const its = value();
      members.set(JSON.parse(name.text) as string, { from: name.from, to: its.to, value: its });
    }
    return { from, to: next().to, members };
  };
  return value();
}

/**
 * What to cut so that some of the neighbours in a list or an object go, each with one comma. At least one stays.
 *
 * @param all every item or member, in the order of the text
 */
export function cutsWithout(all: readonly Cut[], isGone: (at: number) => boolean): readonly Cut[] {
  return all.flatMap((each, at): readonly Cut[] => {
    if (!isGone(at)) return [];
    const before = all.slice(0, at);
    // The first ones take the comma behind them along, all others the one in front.
    return before.every((_, index) => isGone(index))
      ? [{ from: each.from, to: all[at + 1]?.from ?? each.to }]
      : [{ from: all[at - 1]?.to ?? each.from, to: each.to }];
  });
}

export function cutOut(text: string, cuts: readonly Cut[]): string {
  let [left, at] = ['', 0];
  for (const { from, to } of cuts.toSorted((one, other) => one.from - other.from)) {
    left += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return left + text.slice(at);
}
