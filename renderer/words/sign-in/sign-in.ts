import type { PermissionAnswer, ProfileKind, ProfileView } from '../../../main/shared/views/aws';

export const signInWords = {
  title: 'Sign in',
  description: 'With an identity of your own AWS account, the one that will own the key.',
  wayLabel: 'How to sign in',
  ways: {
    profile: {
      label: 'A profile on this computer',
      text: 'From the AWS files that the AWS CLI and other tools use.',
    },
    browser: {
      label: 'Sign in with your browser',
      text: 'Through the access portal of your company (IAM Identity Center). Needs no AWS files.',
    },
    pasted: {
      label: 'Temporary credentials',
      text: 'The block that the access portal shows under “Access keys”, in any of its formats.',
    },
  },
  reading: 'Looking for your AWS profiles',
  signingIn: 'Signing in',
  missing: 'Sign in first.',
} as const;

export const profileWords = {
  label: 'Profile',
  description: 'Access is checked as soon as you choose one. A profile that runs a program asks you first.',
  placeholder: 'Choose a profile',
  filter: 'Find a profile',
  noMatch: 'No profile has this name.',
  none: {
    title: 'This computer has no AWS profiles',
    text: "This is quite usual for people who work with the AWS console. Sign in with your browser instead: all you need is the address of your company's access portal.",
    useBrowser: 'Sign in with your browser',
  },
  readAgain: 'Read the AWS files again',
  retry: 'Try this profile again',
} as const;

const kindNames: Record<ProfileKind, string> = {
  static: 'Access key',
  sso: 'IAM Identity Center',
  'assume-role': 'Assumes a role',
  'credential-process': 'Credentials from a program',
  'web-identity': 'Web identity',
  login: 'AWS login',
  incomplete: 'Incomplete',
};

/** `IAM Identity Center · account 111122223333 · eu-central-1`: what tells one profile from another. */
export function profileFacts(profile: ProfileView): string {
  const { kind, accountId, roleName, region, needsMfa, programs } = profile;
  return [
    kindNames[kind],
    ...(accountId ? [`account ${accountId}`] : []),
    ...(roleName ? [`role ${roleName}`] : []),
    ...(region ? [region] : []),
    ...(programs ? [`runs ${programs.join(', ')}`] : []),
    ...(needsMfa ? ['asks for an MFA code'] : []),
  ].join(' · ');
}

export const programWords = {
  title: 'This profile runs a program on this computer',
  named: (programs: readonly string[]) => `The AWS files name: ${programs.join(', ')}.`,
  text: 'It has not been run yet. It can do whatever you can do on this computer, so run it only if you know it, or if the person who set up this computer says so.',
  run: 'Run the program and check access',
} as const;

export const mfaWords = {
  label: 'MFA code',
  description: (serial: string) => `The six digits that your device ${serial} shows now.`,
  submit: 'Send code',
  wrong: 'An MFA code has six digits.',
} as const;

export const browserWords = {
  startUrl: 'Start URL',
  startUrlText: 'The address of your access portal, for example https://example.awsapps.com/start',
  startUrlMissing: 'Type the address of your access portal.',
  ssoRegion: 'Region of IAM Identity Center',
  ssoRegionText: 'The people who run your access portal know it. It is often not the Region of the key.',
  ssoRegionMissing: 'Choose the Region of IAM Identity Center.',
  open: 'Open the browser',
  waiting: 'Waiting for you to answer in the browser',
  compare:
    'Your browser shows a code. Allow access only if it is exactly this one. If it differs, somebody else started that sign-in: close the page.',
  code: 'Code to compare',
  address: 'If no browser opened, open this address yourself:',
  copyAddress: 'Copy address',
  until: (instant: string) => `The code is valid until ${instant}.`,
  cancel: 'Cancel the sign-in',
} as const;

export const roleWords = {
  title: 'Which account and role?',
  account: 'AWS account',
  accountPlaceholder: 'Choose an account',
  accountFilter: 'Find an account',
  role: 'Role',
  roleText: 'Access is checked as soon as you choose one.',
  rolePlaceholder: 'Choose a role',
  roleFilter: 'Find a role',
  noMatch: 'Nothing has this name.',
} as const;

export const pastedWords = {
  label: 'Temporary credentials',
  description:
    'Copy the whole block in the access portal and paste it here. It is taken at once and disappears from this page; Keyferry holds it in memory until you leave the job, and never saves it.',
  placeholder: 'Paste the block here',
  submit: 'Sign in with these',
} as const;

export const signedInWords = {
  title: 'Signed in',
  practiceTitle: 'Signed in to the practice account',
  account: 'AWS account',
  caller: 'Signed in as (ARN)',
  region: 'AWS Region',
  until: 'Credentials expire',
  never: 'Not while this job is open',
  other: 'Sign in as somebody else',
  clockText:
    'What expires in AWS still expires by AWS’s own time. The times that this app shows and records are those of this computer: set its clock.',
} as const;

/** `The clock of this computer is 24 hours slow`, compared with AWS's. */
export function clockTitle(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const hours = Math.round(minutes / 60);
  const span =
    minutes < 120 ? `${minutes} minutes` : hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
  return `The clock of this computer is ${span} ${offsetMs > 0 ? 'slow' : 'fast'}`;
}

export const accessWords = {
  check: 'Check access',
  title: 'What this identity may do',
  checking: 'Checking access',
  allAllowed: 'Everything that the job needs is allowed.',
  someDenied: (count: number) =>
    `${count} ${count === 1 ? 'permission is' : 'permissions are'} missing. AWS will probably refuse the job.`,
  someUnknown:
    'AWS does not answer for every permission beforehand. That is usual, and no reason to stop: the job shows at once if one is missing, and goes on from there once you have it.',
  optional: 'The job goes on without it.',
  advisory: 'AWS works this out in a simulation. Rules of your organization may still differ.',
  statementTitle: 'Policy to send to whoever manages permissions in your account',
  copyStatement: 'Copy policy',
} as const;

const answers: Record<PermissionAnswer, string> = {
  allowed: 'Allowed',
  denied: 'Denied',
  unknown: 'Unknown',
};

export function permissionAnswer(answer: PermissionAnswer): string {
  return answers[answer];
}
