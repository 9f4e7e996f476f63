import type { SignInAnswer } from '../../shared/views/aws';
import type { RequestOf } from '../../shared/contract';
import { definedOnly } from '../../shared/defined-only';
import { forbids } from '../../shared/organisation-forbids';
import { ok, type Result } from '../../shared/result';
import type { OrganisationSettings } from '../../shared/views/organisation';
import type { ChosenAuthorities } from '../transport/certificate-authorities';
import { usualConnection, type ConnectionSettings } from '../transport/connection';

// What the organisation lets nobody do where it is decided who signs in, where, and how AWS is reached. Practice has an
// account and Regions of its own, and reaches nothing.

/** How AWS is reached until a person changes what is theirs to change. */
export function settingsOf(
  { fipsOnly, proxy }: OrganisationSettings,
  authorities: ChosenAuthorities | undefined,
): ConnectionSettings {
  const chosen =
    proxy === 'none' ? ({ kind: 'none' } as const) : proxy && ({ kind: 'manual', url: proxy } as const);
  return {
    ...usualConnection,
    ...definedOnly({ fips: fipsOnly, proxy: chosen === '' ? undefined : chosen, ca: authorities }),
  };
}

/** Error: organisation.forbids. */
export function refusedSignIn(
  { practiceOnly, allowedRegions }: OrganisationSettings,
  request: RequestOf<'signIn'>,
) {
  if (request.by === 'practice') return undefined;
  if (practiceOnly) return forbids('sign-in', 'practiceOnly');
  const isElsewhere = 'region' in request && allowedRegions?.includes(request.region) === false;
  return isElsewhere ? forbids('sign-in', 'allowedRegions', { region: request.region }) : undefined;
}

/** Error: organisation.forbids. */
export const refusedAccount = ({ allowedAccounts }: OrganisationSettings, accountId: string) =>
  allowedAccounts?.includes(accountId) === false
    ? forbids('sign-in', 'allowedAccounts', { accountId })
    : undefined;

/** Of the accounts that a person may choose from, those that are allowed. Error: organisation.forbids. */
export function onlyAllowed(
  { allowedAccounts }: OrganisationSettings,
  answer: Result<SignInAnswer>,
): Result<SignInAnswer> {
  if (!answer.ok || answer.value.state !== 'choose-role' || allowedAccounts === undefined) return answer;
  const accounts = answer.value.accounts.filter(({ accountId }) => allowedAccounts.includes(accountId));
  return accounts.length === 0 ? forbids('sign-in', 'allowedAccounts') : ok({ ...answer.value, accounts });
}
