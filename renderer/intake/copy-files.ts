import type { FoundCopyView } from '../../main/shared/views/custody';

/** What has to come with a copy before it can be opened, and did not; undefined when nothing is missing. */
export function copyLack({ form, hasIdentity, shares }: FoundCopyView): 'identity' | 'shares' | undefined {
  if (form === 'recipients' && !hasIdentity) return 'identity';
  return shares !== undefined && shares.have.length < shares.threshold ? 'shares' : undefined;
}

/** Records of ours by their names: JSON, or the text of a hand-over summary. Everything else may be a copy. */
const recordName = /\.json$|hand-over.*\.txt$/i;

/** Tells dropped records from dropped copies, so that both can be dropped on the one window, even at once. */
export function sortDropped<F extends { readonly name: string }>(
  files: readonly F[],
): { readonly copies: readonly F[]; readonly records: readonly F[] } {
  return {
    copies: files.filter(({ name }) => !recordName.test(name)),
    records: files.filter(({ name }) => recordName.test(name)),
  };
}
