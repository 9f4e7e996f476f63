export const about = {
  open: 'About Keyferry',
  title: 'About Keyferry',
  close: 'Close',
  reading: 'Reading what is in this version',
  version: 'Version',
  build: 'SHA-256 of this build',
  buildText:
    'Each ceremony record names it. If it is the number that was published with a release, that release made the record.',
  licence: 'Licence',
  licenceText: 'Apache License 2.0. Keyferry comes without a warranty.',
  notices: 'Licences of what is in it',
  noticesGone: 'The file with the licences is not beside the app. Install Keyferry again.',
} as const;
