// The import rules, which the linter (eslint.config.mjs) and test/unit/architecture.test.ts read.

/**
 * @typedef {object} Room
 * @property {string} room a folder, with all folders in it that are not rooms themselves
 * @property {readonly string[]} may the rooms that it may import from
 * @property {Readonly<Record<string, readonly string[]>>} [doors] for a room of which only some files may be imported:
 *   these files
 * @property {readonly string[]} [types] rooms of which only types may be imported, which are gone when the code runs
 * @property {readonly string[]} [packages] the packages among `guardedPackages` that the room may import
 * @property {Readonly<Record<string, readonly string[]>>} [besides] packages that one file may import in addition, by
 *   its path
 * @property {string} advice the linter's message for an import that is not allowed
 */

/** Packages that only the rooms that name them may import. `node:` is all of Node. */
export const guardedPackages = ['electron', '@aws-sdk/*', '@smithy/*', 'zod', 'node:*'];

/** What the rooms over the documents and the vault stand on. */
const underCustody = [
  'main/shared',
  'main/schemas',
  'main/parameters',
  'main/platform',
  'main/vault',
  'main/aws',
  'main/records',
];
/** Main's side of the vault; the rest of that room is the vault's own program. */
const vaultDoors = { 'main/vault': ['main/vault/vault-client', 'main/vault/messages'] };

/** @type {readonly Room[]} */
export const rooms = [
  {
    room: 'main/shared',
    may: [],
    types: ['main/schemas'],
    advice: 'main/shared works in every process: types and plain values, and no Node.',
  },
  {
    room: 'main/schemas',
    may: ['main/shared'],
    packages: ['zod'],
    advice: 'A schema says what a thing looks like. What it means is decided in the room that uses it.',
  },
  {
    room: 'main/encoding',
    may: ['main/shared'],
    advice: 'encoding/ turns bytes into text and back, and knows nothing else.',
  },
  {
    room: 'main/parameters',
    may: ['main/shared', 'main/encoding'],
    packages: ['node:crypto', 'node:zlib', 'zod'],
    advice: 'parameters/ is pure: bytes in, Result out. Compose it in jobs/.',
  },
  {
    room: 'main/platform',
    may: ['main/shared'],
    packages: ['electron', 'node:*', 'zod'],
    advice: 'platform/ offers ports to this computer; it knows no job.',
  },
  {
    room: 'main/vault',
    may: ['main/shared', 'main/encoding', 'main/platform'],
    packages: ['node:crypto', 'node:path', 'node:timers/promises', 'node:util'],
    // The client is main's side of it.
    besides: { 'main/vault/client': ['electron'] },
    advice:
      'The vault holds key material: no network, no AWS, no Electron. Pass what it needs in its request.',
  },
  {
    room: 'main/aws',
    may: ['main/shared'],
    types: ['main/schemas'],
    packages: ['@aws-sdk/*', '@smithy/*', 'node:*'],
    advice: 'aws/ speaks with AWS and knows no job. Pass in what it needs of this computer.',
  },
  {
    room: 'main/practice',
    may: ['main/shared'],
    packages: ['@smithy/protocol-http', '@smithy/types', 'node:crypto', 'node:util'],
    advice: 'The practice AWS is the other end of the wire: it shares nothing with our side.',
  },
  {
    room: 'main/records',
    may: ['main/shared', 'main/schemas', 'main/parameters', 'main/platform'],
    packages: ['node:crypto', 'node:path', 'zod'],
    advice: 'records/ makes and reads documents. The jobs gather the facts and save the documents.',
  },
  {
    room: 'main/receivers',
    may: ['main/shared', 'main/aws'],
    doors: { 'main/aws': ['main/aws/regions', 'main/aws/arn', 'main/aws/policy/check-receiver'] },
    types: ['main/schemas'],
    packages: ['node:crypto', 'zod'],
    advice: 'receivers/ is pure: bytes in, Result out. Compose it in jobs/.',
  },
  {
    room: 'main/releases',
    may: ['main/shared', 'main/receivers'],
    // A release file is signed as a receiver card is.
    doors: {
      'main/receivers': [
        'main/receivers/card-signature',
        'main/receivers/sign-json',
        'main/receivers/strict-json',
      ],
    },
    packages: ['zod'],
    advice: 'releases/ is pure: bytes in, Result out. Compose it in jobs/.',
  },
  {
    room: 'main/organisation',
    may: ['main/shared', 'main/schemas', 'main/receivers', 'main/aws'],
    doors: {
      'main/receivers': ['main/receivers/strict-json'],
      'main/aws': ['main/aws/transport/certificate-authorities'],
    },
    packages: ['node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'zod'],
    advice:
      'organisation/ reads what the administrator of this computer has set. Each room enforces its own part.',
  },
  {
    room: 'main/print',
    may: ['main/shared'],
    packages: ['electron'],
    advice: 'print/ turns documents into PDFs. The jobs gather the facts and save the PDFs.',
  },
  {
    room: 'main/custody',
    may: underCustody,
    doors: vaultDoors,
    packages: ['node:crypto', 'node:fs/promises', 'node:path'],
    advice: 'custody/ looks after copies and what vaults hold. It knows no run and no job.',
  },
  {
    room: 'main/run',
    may: [...underCustody, 'main/receivers', 'main/custody'],
    doors: vaultDoors,
    packages: ['node:crypto'],
    advice: 'run/ is the engine: it knows recipes and steps, and no job. Its ports are passed in.',
  },
  {
    room: 'main/jobs',
    may: [...underCustody, 'main/receivers', 'main/releases', 'main/custody', 'main/run'],
    doors: vaultDoors,
    packages: ['node:crypto', 'node:fs/promises', 'node:path', 'zod'],
    advice:
      'A job gets its ports passed in. Electron stays in main.ts, ipc/ and platform/, the AWS SDK in aws/.',
  },
  {
    room: 'main/ipc',
    may: ['main/shared', 'main/schemas', 'main/platform', 'main'],
    doors: { main: ['main/app-protocol'] },
    packages: ['electron', 'node:crypto', 'zod'],
    advice: 'ipc/ is the one way in from the page, and decides nothing.',
  },
  {
    room: 'main',
    may: [
      'main/shared',
      'main/ipc',
      'main/jobs',
      'main/platform',
      'main/organisation',
      'main/print',
      'main/releases',
      'main/vault',
      'main/aws',
      'main/practice',
    ],
    doors: { 'main/vault': ['main/vault/client'] },
    packages: ['electron', 'node:*'],
    advice: 'These files start the app and give each job its ports.',
  },
  {
    room: 'renderer/words',
    may: ['main/shared'],
    advice: 'words/ holds texts, and decides nothing.',
  },
  {
    room: 'renderer/components',
    may: ['main/shared', 'renderer/words'],
    advice: 'A component knows nothing of the app: pass in what it shows.',
  },
  {
    room: 'renderer/base',
    may: ['main/shared', 'renderer/words', 'renderer/components'],
    advice: 'base/ is what every screen uses, and knows no screen.',
  },
  {
    room: 'renderer/intake',
    may: ['main/shared', 'renderer/words', 'renderer/components', 'renderer/base'],
    advice: 'intake/ holds the fields that several jobs ask with.',
  },
  {
    room: 'renderer/sign-in',
    may: ['main/shared', 'renderer/words', 'renderer/components', 'renderer/base'],
    advice: 'sign-in/ serves the jobs, and knows none.',
  },
  {
    room: 'renderer/custody',
    may: ['main/shared', 'renderer/words', 'renderer/components', 'renderer/base', 'renderer/intake'],
    advice: 'custody/ serves the jobs, and knows none.',
  },
  {
    room: 'renderer/run',
    may: ['main/shared', 'renderer/words', 'renderer/components', 'renderer/base', 'renderer/sign-in'],
    advice: 'run/ shows the run of any job.',
  },
  {
    room: 'renderer/jobs',
    may: [
      'main/shared',
      'renderer/words',
      'renderer/components',
      'renderer/base',
      'renderer/intake',
      'renderer/sign-in',
      'renderer/custody',
      'renderer/run',
      'main/receivers',
    ],
    // Data, and nothing else.
    doors: { 'main/receivers': ['main/receivers/presets'] },
    advice: 'A job is a folder: its state, its screens and what it asks of main.',
  },
  {
    room: 'renderer/print',
    may: ['main/shared', 'renderer/words', 'renderer/components', 'renderer/styles'],
    advice: 'print/ draws documents on paper, and asks nothing.',
  },
  {
    room: 'renderer/guide',
    may: [
      'main/shared',
      'renderer/words',
      'renderer/components',
      'renderer/base',
      'renderer/run',
      'renderer/styles',
    ],
    advice: 'guide/ shows the manual beside the work, and knows nothing of the work.',
  },
  {
    room: 'renderer/shell',
    may: [
      'main/shared',
      'renderer/words',
      'renderer/components',
      'renderer/base',
      'renderer/jobs',
      'renderer/guide',
      'renderer/styles',
    ],
    advice: 'shell/ is the frame around the jobs: the home screen, and what is shown over every job.',
  },
  { room: 'renderer', may: ['renderer/shell'], advice: 'The first file of the page only loads the rest.' },
];
