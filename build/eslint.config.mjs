import js from '@eslint/js';
// @ts-expect-error: the plugin comes without types
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { guardedPackages, rooms } from './rooms.mjs';

/** @param {string} text */
const exactly = (text) => text.replace(/[.*]/g, '\\$&');

/** @param {readonly string[]} packages `node:*` is all of Node */
const anyPackage = (packages) =>
  packages.map((name) => (name.endsWith('*') ? exactly(name.slice(0, -1)) : `${exactly(name)}$`)).join('|');

/**
 * Patterns for the imports that files of a room at this depth may not have.
 * @param {import('./rooms.mjs').Room} room
 * @param {number} depth folders between the room and the file
 * @param {readonly string[]} [besides] packages that are also allowed
 */
function forbidden({ room, may, doors = {}, types = [], packages = [], advice }, depth, besides = []) {
  const [top = '', inner] = room.split('/');
  /** @param {string} beside the folder that the import is relative to, with a slash; empty for the repository */
  const unless = (beside) =>
    [...may, ...types]
      .flatMap((other) => doors[other]?.map((file) => `${file}$`) ?? [`${other}/`])
      .filter((path) => path.startsWith(beside))
      .map((path) => exactly(path.slice(beside.length)))
      .join('|') || '$';
  const up = (/** @type {number} */ steps) => '\\.\\./'.repeat(steps);
  const allowedPackages = anyPackage([...packages, ...besides]) || '$';
  return [
    `^(?!${allowedPackages})(?:${anyPackage(guardedPackages)})`,
    ...(inner === undefined
      ? [`^\\./(?!${unless(`${top}/`)})[^/]+/`, `^${up(1)}(?!${unless('')})`]
      : [`^${up(depth + 1)}(?!\\.\\./|${unless(`${top}/`)})`, `^${up(depth + 2)}(?!${unless('')})`]),
  ].map((regex) => ({ regex, message: advice }));
}

/** @param {import('./rooms.mjs').Room} room */
function rulesOf(room) {
  const typesOnly = (room.types ?? []).map((other) => ({
    regex: `/${exactly(other.split('/').at(-1) ?? '')}/`,
    allowTypeImports: true,
    message: room.advice,
  }));
  /** @param {string[]} files @param {number} depth @param {readonly string[]} [besides] */
  const rule = (files, depth, besides) => ({
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': /** @type {["error", object]} */ ([
        'error',
        { patterns: [...forbidden(room, depth, besides), ...typesOnly] },
      ]),
    },
  });
  const deep = room.room.includes('/') ? [0, 1, 2] : [0];
  return [
    ...deep.map((depth) => rule([`${room.room}/${'*/'.repeat(depth)}*.{ts,tsx}`], depth)),
    ...Object.entries(room.besides ?? {}).map(([file, more]) => rule([`${file}.ts`], 0, more)),
  ];
}

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
  ...rooms.flatMap(rulesOf),
  {
    // Only one file may read the preload's global.
    files: ['renderer/**'],
    ignores: ['renderer/base/api.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'window',
          property: 'keyferry',
          message: 'Call renderer/base/api.ts: the only file that reads the global.',
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
    // tsc checks the names in these files against real types.
    files: ['build/**', 'test/**/*.mjs', 'test/**/*.cjs'],
    rules: { 'no-undef': 'off' },
  },
);
