/** For a person who has neither a profile nor an access portal. */
export const consoleOnlyWords = {
  title: 'You have only a user name and password for the AWS console?',
  lead: 'Sign in to the AWS console, open CloudShell there (it is among the services), and run this command:',
  command: 'aws configure export-credentials --format env',
  copy: 'Copy command',
  then: 'It prints temporary credentials of your own user. Copy all of it and paste it here.',
  secret: 'Show it to nobody: until it expires, it can do whatever you can do.',
  paste: 'Go to the field to paste it into',
  refused:
    'If the console does not let you open CloudShell, ask the person who manages permissions in your account for the policy AWSCloudShellFullAccess.',
} as const;
