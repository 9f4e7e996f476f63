/** The first argument of each `it(…)` and `it.each(…)(…)`, where it is a plain text. */
export function titlesIn(source: string): readonly string[] {
  const texts = [...source.matchAll(/\bit(?:\.\w+)*\((?:[^'"]*\)\()?\s*(['"])((?:\\.|(?!\1).)*)\1/g)];
  const afterEach = [...source.matchAll(/\)\(\s*(['"])((?:\\.|(?!\1).)*)\1,\s*(?:async )?\(/g)];
  return [...texts, ...afterEach].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));
}
