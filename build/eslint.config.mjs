import js from '@eslint/js';
// @ts-expect-error: the plugin comes without types
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Import rules of main/ARCHITECTURE.md: [room, what it must not import, what to do instead].
 * @type {readonly [string, string[], string][]}
 */
const rooms = [
  [
    'main/shared/**',
    ['node:*', 'electron', 'zod', '../*'],
    'main/shared is process-neutral: plain types and constants only.',
  ],
  [
    'renderer/**',
    ['node:*', 'electron', '**/main/**', '!**/main/shared', '!**/main/shared/**'],
    "The renderer's only door into main/ is main/shared.",
  ],
  [
    'main/parameters/**',
    ['electron', '**/jobs/**', '**/ipc/**', '**/vault/**', '**/platform/**'],
    'parameters/ is pure: bytes in, Result out. Compose it in jobs/.',
  ],
  [
    'main/vault/!(client)*.ts',
    [
      'electron',
      'node:net',
      'node:tls',
      'node:http',
      'node:https',
      'node:dns',
      '**/jobs/**',
      '**/ipc/**',
      '**/parameters/**',
      '**/aws/**',
    ],
    'The vault holds key material: no network, no AWS, no electron. Pass what it needs in its request.',
  ],
  [
    'main/aws/**',
    ['electron', '**/jobs/**', '**/ipc/**', '**/vault/**', '**/platform/**', '**/practice/**'],
    'aws/ speaks with AWS and knows no job; what it needs of this computer is passed in.',
  ],
  [
    'main/practice/**',
    ['electron', '@aws-sdk/*', '**/jobs/**', '**/ipc/**', '**/vault/**', '**/platform/**', '**/aws/**'],
    'The practice AWS is the other end of the wire: request in, answer out, nothing shared with our side.',
  ],
  [
    'main/ceremony/**',
    [
      'electron',
      'node:*',
      '!node:crypto',
      '**/jobs/**',
      '**/ipc/**',
      '**/vault/**',
      '**/platform/**',
      '**/aws/**',
    ],
    'ceremony/ makes documents out of facts; jobs/ gathers the facts and saves the documents.',
  ],
  [
    'main/print/**',
    ['node:*', '**/jobs/**', '**/ipc/**', '**/vault/**', '**/parameters/**', '**/aws/**', '**/ceremony/**'],
    'print/ turns documents into PDFs; jobs/ gathers the facts and saves the PDFs.',
  ],
  [
    'main/vendor-card/**',
    [
      'electron',
      'node:*',
      '!node:crypto',
      '**/jobs/**',
      '**/ipc/**',
      '**/vault/**',
      '**/platform/**',
      '**/aws/!(regions)',
    ],
    'vendor-card/ is pure: bytes in, Result out. Compose it in jobs/.',
  ],
  [
    'main/platform/**',
    ['**/jobs/**', '**/ipc/**', '**/vault/**', '**/parameters/**', '**/aws/**', '@aws-sdk/*'],
    'platform/ offers ports; it knows no job.',
  ],
  [
    'main/jobs/**',
    ['electron', '**/ipc/**', '@aws-sdk/*', '@smithy/*', '**/practice/**'],
    'A job gets its ports passed in; electron stays in main.ts, ipc/ and platform/, the AWS SDK in aws/.',
  ],
];

export default tseslint.config(
  { ignores: ['**/out/**', '**/dist/**', '**/node_modules/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.cts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['main/**', 'renderer/**', 'build/**', 'test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name the export: no default exports.' },
      ],
    },
  },
  { files: ['build/*.config.mjs', 'test/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  ...rooms.map(([files, group, message]) => ({
    files: [files],
    rules: {
      'no-restricted-imports': /** @type {["error", object]} */ ([
        'error',
        { patterns: [{ group, message }] },
      ]),
    },
  })),
  {
    // Only the preload's global has one reader.
    files: ['renderer/**'],
    ignores: ['renderer/api.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'window',
          property: 'keyferry',
          message: 'Call renderer/api.ts: the only file that reads the global.',
        },
      ],
    },
  },
  { files: ['renderer/**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // tsc checks these files' names against real types.
    files: ['build/**', 'test/**/*.mjs', 'test/**/*.cjs'],
    rules: { 'no-undef': 'off' },
  },
);
