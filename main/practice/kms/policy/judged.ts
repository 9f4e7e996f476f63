/** What came of a judgement; `unclear` names what could not be judged. */
export type Judged = boolean | { readonly unclear: string };

export const unclear = (what: string): Judged => ({ unclear: what });

/** Whether each of them holds. One that does not settles it, whatever is unclear besides. */
export function all(parts: readonly Judged[]): Judged {
  if (parts.includes(false)) return false;
  return parts.find((part) => typeof part === 'object') ?? true;
}
