import type { FoundCopyView } from '../../main/shared/views/custody';

/** What has to come with a copy before it can be opened, and did not; undefined when nothing is missing. */
export function copyLack({ form, hasIdentity, shares }: FoundCopyView): 'identity' | 'shares' | undefined {
  if (form === 'recipients' && !hasIdentity) return 'identity';
  return shares !== undefined && shares.have.length < shares.threshold ? 'shares' : undefined;
}
