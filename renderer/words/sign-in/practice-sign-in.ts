export const practiceSignInWords = {
  invitation:
    'You are signed in already, so you can go on at once. With AWS this step takes longer: you choose a profile, answer in your browser, or paste temporary credentials. All three can be practised here.',
  practise: 'Practise signing in',
  title: 'Signing in, practised',
  text: 'Everything here is made up. No AWS file is read, no browser is opened, and nothing real is accepted.',
  skip: 'Skip: use the practice account',
  profile: (mfaCode: string) =>
    `One profile asks for an MFA code: the practice device shows ${mfaCode}. The session of the other one has expired: sign in with the browser first, then come back to it.`,
  browser: (startUrl: string, ssoRegion: string) =>
    `The practice company has its access portal at ${startUrl}, and its IAM Identity Center in ${ssoRegion}. Your own company tells you yours.`,
  copyStartUrl: 'Copy Start URL',
  pasted: 'The practice portal shows this block under “Access keys”. Copy it, then paste it into the field.',
  copyBlock: 'Copy practice block',
  browserTitle: 'In place of your browser',
  browserText:
    'No browser is opened in practice. With AWS, your browser would show a page of your access portal with this code, and this question:',
  question: 'Allow Keyferry to access your data?',
  allow: 'Allow access',
  deny: 'Deny access',
} as const;
