import { hashOf, type WrappingAlgorithm } from '../shared/kms-words';
import { forbids } from '../shared/organisation-forbids';
import type { OrganisationSettings } from '../shared/views/organisation';

/** What import parameters, or a package that was wrapped for them, say of themselves. */
interface Stated {
  readonly wrappingAlgorithm?: WrappingAlgorithm;
  /** Of the key; absent where no file says it. */
  readonly keyArn?: { readonly accountId: string; readonly region: string };
}

/** Whether the organisation lets nothing be wrapped or imported for them. Error: organisation.forbids. */
export function ruledOutBy(
  { sha1Forbidden, practiceOnly, allowedAccounts, allowedRegions }: OrganisationSettings,
  { wrappingAlgorithm, keyArn }: Stated,
  isPractice: boolean,
) {
  if (sha1Forbidden && wrappingAlgorithm && hashOf(wrappingAlgorithm) === 'sha1') {
    return forbids('parameters', 'sha1Forbidden');
  }
  if (isPractice) return undefined;
  if (practiceOnly) return forbids('parameters', 'practiceOnly');
  if (keyArn === undefined) return undefined;
  const { accountId, region } = keyArn;
  if (allowedAccounts?.includes(accountId) === false) {
    return forbids('parameters', 'allowedAccounts', { accountId });
  }
  return allowedRegions?.includes(region) === false
    ? forbids('parameters', 'allowedRegions', { region })
    : undefined;
}
