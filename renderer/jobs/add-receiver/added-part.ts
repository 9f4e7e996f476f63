/** What a text has that the former one has not, as one piece between what both have. */
export function addedPart(
  before: string,
  after: string,
): { readonly start: string; readonly piece: string; readonly end: string } {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  let tail = 0;
  while (tail < shorter - same && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const to = after.length - tail;
  return { start: after.slice(0, same), piece: after.slice(same, to), end: after.slice(to) };
}
