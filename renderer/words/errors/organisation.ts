import { because, quoted, withFact, type Facts, type TextsOf } from './error-text';

const whom = 'Tell the administrator of this computer.';
const noJob = 'As long as it is so, Keyferry starts no job, not even practice.';
const inLine = (facts: Facts, text: string): string =>
  withFact(facts, 'line', (line) => `Line ${line}: ${text}`) ||
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const unsafe = {
  link: 'It is a link, and nobody can be sure where it leads.',
  notAFile: 'It is not a regular file.',
  owner: 'It does not belong to root.',
  writable: 'Somebody other than the administrator of this computer may change it.',
  folderLink: 'Its folder is a link, or not a folder.',
  folderOwner: 'Its folder does not belong to root.',
  folderWritable: 'Somebody other than the administrator of this computer may change what is in its folder.',
};

const flag = 'It is true or false, without quotation marks.';
const values = {
  version: 'This version of Keyferry knows version 1.',
  copyRequired: flag,
  leastShares: 'It has needed and custodians, whole numbers from 2 to 10, and needed is not the greater one.',
  witnessRequired: flag,
  sha1Forbidden: flag,
  clearExportForbidden: flag,
  practiceOnly: flag,
  fipsOnly: flag,
  allowedAccounts: 'It is a list of account IDs of 12 digits, each in quotation marks.',
  allowedRegions: 'It is a list of Region codes, such as "eu-central-1".',
  proxy: 'It is "none", or an address such as "http://proxy.example:8080" without a name and a password.',
  certificateAuthorities: 'It is the full path of a PEM file.',
  receiverCardKeys: 'It is a list of fingerprints of 64 small hex digits, as Keyferry shows them.',
};

const authorities = {
  ...unsafe,
  path: 'Its path is not a full one.',
  absent: 'There is no such file.',
  tooLong: 'It is too long.',
  privateKey: 'It holds a private key.',
  noCertificate: 'There is no certificate in it.',
  tooMany: 'It holds too many certificates for anybody to review.',
  notAnAuthority: 'One of its certificates is not of an authority.',
  unreadable: 'It cannot be read.',
};

/** What was asked for, and what is possible instead. */
const forbidden: Readonly<Record<string, readonly [what: string, next: string]>> = {
  copyRequired: [
    'Key material is used only once there is a copy of it.',
    'Make a copy, or open one that there is.',
  ],
  leastShares: [
    'More shares, or more custodians, are asked for.',
    'Name more custodians, or let more shares be needed.',
  ],
  witnessRequired: ['A record names a witness.', 'Name the witness, and save the record again.'],
  sha1Forbidden: [
    'Nothing is wrapped, or imported, with an algorithm that uses SHA-1.',
    'Choose an algorithm with SHA-256. Import parameters have to be downloaded again for it.',
  ],
  clearExportForbidden: [
    'Key material is not saved in clear.',
    'Go on without the file in clear. A sealed copy or shares keep the key material.',
  ],
  practiceOnly: ['This computer is for practice only.', 'Practise, or use a computer that is for real keys.'],
  allowedAccounts: [
    'Other AWS accounts are used on this computer, and this is not one of them.',
    'Sign in to one of the accounts of your organisation.',
  ],
  allowedRegions: [
    'Other AWS Regions are used on this computer, and this is not one of them.',
    'Choose one of the Regions of your organisation.',
  ],
  fipsOnly: ['AWS is called at its FIPS endpoints only.', 'Leave FIPS endpoints on.'],
  proxy: ['Your organisation has chosen the proxy.', 'Leave the proxy as it is.'],
  certificateAuthorities: [
    'Your organisation has chosen which certificate authorities are trusted.',
    'Leave them as they are.',
  ],
  receiverCardKeys: [
    'A receiver card is taken only if a key that your organisation knows has signed it, and none of them has signed this one.',
    'Ask the receiver for a signed card, and the administrator of this computer which keys are known.',
  ],
};

const unnamed = ['What was asked for is ruled out on this computer.', 'Choose what is allowed.'] as const;

export const organisationTexts: TextsOf<'organisation'> = {
  'organisation.forbids': (facts) => {
    const [what, next] = forbidden[String(facts['setting'])] ?? unnamed;
    return { title: 'Your organisation does not allow this', meaning: what, next };
  },
  'organisation.unsafe': (facts) => ({
    title: 'The settings of your organisation can be changed by others',
    meaning: `${because(facts, unsafe, unsafe.writable)} So nobody can be sure that your organisation has set them. ${noJob}`,
    next: `${whom} Only root, or an administrator of Windows, may be able to write to the file and its folder. Then start Keyferry again.`,
  }),
  'organisation.unreadable': () => ({
    title: 'The settings of your organisation cannot be read',
    meaning: `There is such a file, and this computer does not let you read it. ${noJob}`,
    next: `${whom} Everybody who uses Keyferry has to be able to read the file. Then start Keyferry again.`,
  }),
  'organisation.tooLong': (facts) => ({
    title: 'The file with the settings of your organisation is too long',
    meaning: `It may have ${facts['maxBytes'] ?? 8192} bytes. ${noJob}`,
    next: `${whom} What does not belong in it has to be removed. Then start Keyferry again.`,
  }),
  'organisation.notJson': (facts) => ({
    title: 'The settings of your organisation are damaged',
    meaning: `${withFact(facts, 'line', (line) => `In line ${line}, or just above it, something is wrong. `)}The file is not JSON: perhaps a comma, a bracket or a quotation mark is missing or left over. ${noJob}`,
    next: `${whom} Once the line is put right, start Keyferry again.`,
  }),
  'organisation.duplicate': (facts) => ({
    title: 'The settings of your organisation say the same thing twice',
    meaning: `${inLine(facts, `the setting ${quoted(facts, 'setting', 'in it')} is there for the second time, and nobody can know which is meant.`)} ${noJob}`,
    next: `${whom} Once one of the two is removed, start Keyferry again.`,
  }),
  'organisation.unknown': (facts) => ({
    title: 'The settings of your organisation have one that Keyferry does not know',
    meaning: `${inLine(facts, `there is no setting ${quoted(facts, 'setting', 'of this name')}.`)} It may be a slip, or need a later version of Keyferry. ${noJob}`,
    next: `${whom} Once the name is put right, or Keyferry is updated, start it again.`,
  }),
  'organisation.badValue': (facts) => ({
    title: 'The settings of your organisation have a value that cannot be',
    meaning: `${inLine(facts, `the setting ${quoted(facts, 'setting', 'in it')} has a value that Keyferry does not take.`)} ${because(facts, values, 'Its page says which values there are.', 'setting')} ${noJob}`,
    next: `${whom} Once the value is put right, start Keyferry again.`,
  }),
  'organisation.authorities': (facts) => ({
    title: 'The certificate authorities of your organisation cannot be used',
    meaning: `The settings name a file of certificate authorities. ${because(facts, authorities, authorities.unreadable)} ${noJob}`,
    next: `${whom} Once the file is put right, start Keyferry again.`,
  }),
  'organisation.missing': (facts) => ({
    title: 'The settings of your organisation are not complete',
    meaning: `The file does not say ${quoted(facts, 'setting', 'something that it must')}. ${noJob}`,
    next: `${whom} Once it is there, start Keyferry again.`,
  }),
};
