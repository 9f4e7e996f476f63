import type { OrganisationSettings } from '../../../main/shared/views/organisation';

/** What the administrator of this computer has set. */
export const organisation = {
  file: 'The file with the settings of your organisation',
  refusedLead: 'Keyferry has started, and waits until its settings are put right.',
  refusedTitle: 'No job can be started',
  locked: 'Set by your organisation',
  noWayWithoutCopy: 'Key material is used only once there is a copy of it.',
  shares: ({ needed, custodians }: NonNullable<OrganisationSettings['leastShares']>) =>
    `At least ${custodians} custodians have a share each, and at least ${needed} shares are needed to restore.`,
  sha1: 'Wrapping algorithms that use SHA-1 cannot be chosen.',
  clearExport: 'Key material is not saved in clear.',
  witness: 'A record names a witness.',
  practiceOnly: 'This computer is for practice only: nobody signs in to AWS on it.',
  accounts: (ids: readonly string[]) => `Only these AWS accounts are used: ${ids.join(', ')}.`,
  regions: (codes: readonly string[]) => `Only these AWS Regions are used: ${codes.join(', ')}.`,
  fips: 'AWS is called at its FIPS endpoints only.',
  proxy: (address: string) =>
    address === 'none' ? 'AWS is reached without a proxy.' : `AWS is reached through the proxy ${address}.`,
  authorities: 'These certificate authorities are trusted besides the usual ones, and no others.',
  authoritiesIn: (path: string) =>
    `Certificate authorities are trusted besides the usual ones: those in ${path}.`,
  cardKeys: 'A receiver card is taken only if a key that your organisation knows has signed it.',
  cardKeysAre: (keys: readonly string[]) =>
    `A receiver card is taken only if one of these keys has signed it: ${keys.join(', ')}.`,
} as const;

/** A sentence for each setting that is in force. */
export const settingLines = (settings: OrganisationSettings): readonly string[] => [
  ...(settings.copyRequired ? [organisation.noWayWithoutCopy] : []),
  ...(settings.leastShares ? [organisation.shares(settings.leastShares)] : []),
  ...(settings.witnessRequired ? [organisation.witness] : []),
  ...(settings.sha1Forbidden ? [organisation.sha1] : []),
  ...(settings.clearExportForbidden ? [organisation.clearExport] : []),
  ...(settings.practiceOnly ? [organisation.practiceOnly] : []),
  ...(settings.allowedAccounts ? [organisation.accounts(settings.allowedAccounts)] : []),
  ...(settings.allowedRegions ? [organisation.regions(settings.allowedRegions)] : []),
  ...(settings.fipsOnly ? [organisation.fips] : []),
  ...(settings.proxy === undefined ? [] : [organisation.proxy(settings.proxy)]),
  ...(settings.certificateAuthorities ? [organisation.authoritiesIn(settings.certificateAuthorities)] : []),
  ...(settings.receiverCardKeys ? [organisation.cardKeysAre(settings.receiverCardKeys)] : []),
];
