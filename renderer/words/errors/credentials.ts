import { because, quoted, withFact, type TextsOf } from './error-text';

const signInAgain = 'Sign in again.';
const askIdentityCenter = 'Ask the person who manages IAM Identity Center in your company.';

export const credentialsTexts: TextsOf<'credentials' | 'session'> = {
  'credentials.noProfile': (facts) => ({
    title: `${quoted(facts, 'profile', 'This profile')} was not found`,
    meaning:
      'The AWS files of this computer no longer hold it, or another profile that it builds on is missing.',
    next: 'Read the AWS files again and choose another profile, or sign in with your browser.',
  }),
  'credentials.profileIncomplete': (facts) => ({
    title: `${quoted(facts, 'profile', 'This profile')} is incomplete`,
    meaning: `The AWS files name it, but lack something that signing in needs${withFact(facts, 'missing', (name) => ` (${name})`)}.`,
    next: 'Choose another profile, or sign in with your browser.',
  }),
  'credentials.profileCycle': () => ({
    title: 'This profile leads back to itself',
    meaning: 'It takes its credentials from a profile that takes them from it, so there are none.',
    next: 'Choose another profile, or have source_profile corrected in the AWS files.',
  }),
  'credentials.mfaRefused': () => ({
    title: 'AWS did not accept the MFA code',
    meaning: 'Each code works once and for half a minute. The clock of the device may also be off.',
    next: 'Wait for the next code and send that one.',
  }),
  'credentials.ssoSignInNeeded': () => ({
    title: 'The sign-in of this profile has expired',
    meaning: 'IAM Identity Center asks for a new one every few hours.',
    next: 'Choose “Sign in with your browser”. Or run aws sso login, if you have the AWS CLI, and try the profile again.',
  }),
  'credentials.ssoSettings': () => ({
    title: 'The IAM Identity Center settings of this profile do not work',
    meaning: 'The AWS files lack its start URL, its Region or its session, or contradict themselves.',
    next: 'Choose “Sign in with your browser” and type the start URL there.',
  }),
  'credentials.roleNotAssigned': (facts) => ({
    title: 'You may not use this role',
    meaning: `IAM Identity Center does not assign ${quoted(facts, 'role', 'it')} to you in this account.`,
    next: `Choose another account or role. ${askIdentityCenter}`,
  }),
  'credentials.processFailed': () => ({
    title: 'The program that this profile runs gave no credentials',
    meaning:
      'The AWS files name a program (credential_process). It was not found, it failed, or it answered in an unknown format.',
    next: 'Choose another profile, or ask the person who set up this computer about that program.',
  }),
  'credentials.loginNeeded': () => ({
    title: 'The AWS login of this profile has expired',
    meaning: 'It was made with the command aws login, which has to be run again from time to time.',
    next: 'Run aws login and try the profile again, or sign in with your browser.',
  }),
  'credentials.pastedUnreadable': (facts) => ({
    title: 'This is no block of temporary credentials',
    meaning: because(
      facts,
      {
        notTemporary:
          'It holds an access key that never expires. Such a key does not belong in a text field; put it into the AWS files, and choose its profile here.',
        badValue: 'Something in it was cut off or changed when it was copied.',
      },
      'It should hold an access key ID, a secret access key and a session token, in one of the formats of the access portal.',
    ),
    next: 'In the access portal, open “Access keys”, copy the whole block of one option, and paste it again.',
  }),
  'credentials.notPractice': () => ({
    title: 'Practice takes only the practice block',
    meaning: 'What was pasted is something else. It was not kept, and nothing was sent to AWS.',
    next: 'Choose “Copy practice block” and paste that. Paste real credentials only in the real job.',
  }),
  'credentials.onlyPractice': () => ({
    title: 'This block comes from practice',
    meaning: 'It is made up, and AWS does not know it. Nothing was sent to AWS.',
    next: 'Copy the block that your own access portal shows under “Access keys”, and paste that.',
  }),
  'credentials.expired': () => ({
    title: 'These credentials have expired',
    meaning: 'AWS accepts temporary credentials for only a few hours.',
    next: signInAgain,
  }),
  'credentials.refused': () => ({
    title: 'AWS does not know these credentials',
    meaning:
      'The access key may have been deleted or switched off, its session token may be missing, or your account has not enabled this Region.',
    next: 'Sign in with other credentials. If they work elsewhere, check that your account has enabled this Region.',
  }),
  'credentials.wrongSecret': () => ({
    title: 'The secret access key does not match the access key ID',
    meaning: 'Part of it was probably cut off or changed when it was copied.',
    next: 'Copy the credentials once more and sign in again.',
  }),
  'credentials.clockSkew': (facts) => ({
    title: 'The clock of this computer is wrong',
    meaning: `AWS refuses requests whose time is more than a few minutes off${withFact(facts, 'minutes', (minutes) => `; this clock is off by about ${minutes} minutes`)}.`,
    next: 'Set the clock of this computer, its time zone too, and try again.',
  }),
  'credentials.unusable': () => ({
    title: 'These credentials cannot be used',
    meaning: 'They were found, but AWS or the program that keeps them did not accept them.',
    next: 'Choose another profile, or sign in with your browser.',
  }),
  'session.gone': () => ({
    title: 'You are not signed in any more',
    meaning: 'Keyferry holds a sign-in in memory only while its job is open.',
    next: signInAgain,
  }),
};

export const browserTexts: TextsOf<'browserSignIn'> = {
  'browserSignIn.wrongAddress': () => ({
    title: 'There is no access portal at this address',
    meaning: 'Start URL and Region belong together, and IAM Identity Center does not know this pair.',
    next: 'Check the address that your company gave you, and the Region of IAM Identity Center.',
  }),
  'browserSignIn.notPractice': () => ({
    title: 'Practice has only its own access portal',
    meaning: 'The address or the Region is another one. Nothing was opened, and nothing was sent.',
    next: 'Use the Start URL and the Region that are shown above.',
  }),
  'browserSignIn.denied': (facts) => ({
    title: 'Access was not allowed in the browser',
    meaning:
      facts['reason'] === 'cancelled'
        ? 'The sign-in was cancelled, so Keyferry received nothing.'
        : 'Somebody chose “Deny” there, so Keyferry received nothing.',
    next: 'If that was a mistake, choose “Open the browser” again and allow access.',
  }),
  'browserSignIn.expired': () => ({
    title: 'Nobody answered in the browser in time',
    meaning: 'The code was valid for a few minutes and has expired.',
    next: 'Choose “Open the browser” again.',
  }),
  'browserSignIn.noAccounts': () => ({
    title: 'No AWS account is assigned to you',
    meaning: 'You are signed in to the access portal, but it offers you no account and no role.',
    next: `${askIdentityCenter} Then sign in again.`,
  }),
  'browserSignIn.failed': () => ({
    title: 'Signing in with the browser did not succeed',
    meaning: 'IAM Identity Center refused to begin or to finish it.',
    next: 'Try again. If it happens again, paste temporary credentials from the access portal instead.',
  }),
};
