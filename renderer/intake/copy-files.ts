import type { FoundCopyView } from '../../main/shared/views/custody';

/** What is missing before a copy can be opened; undefined when nothing is. */
export function copyLack({ form, hasIdentity, shares }: FoundCopyView): 'identity' | 'shares' | undefined {
  if (form === 'recipients' && !hasIdentity) return 'identity';
  return shares !== undefined && shares.have.length < shares.threshold ? 'shares' : undefined;
}

/** The names of our records: JSON, or the text of a hand-over summary. Everything else may be a copy. */
const recordName = /\.json$|hand-over.*\.txt$/i;

/** Tells dropped records from dropped copies, so that both can be dropped on the same window, even at once. */
export function sortDropped<F extends { readonly name: string }>(
  files: readonly F[],
): { readonly copies: readonly F[]; readonly records: readonly F[] } {
  return {
    copies: files.filter(({ name }) => !recordName.test(name)),
    records: files.filter(({ name }) => recordName.test(name)),
  };
}
