import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Verb } from '../../../main/shared/contract';

/**
 * What the contract allows, said a second time and in another way than main/ipc/schemas.ts says it, so that the two
 * can be held against each other.
 */
type Check = (value: unknown) => boolean;

const uuid: Check = (value) =>
  typeof value === 'string' &&
  /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const algorithm = oneOf(
  'RSAES_OAEP_SHA_256',
  'RSAES_OAEP_SHA_1',
  'RSA_AES_KEY_WRAP_SHA_256',
  'RSA_AES_KEY_WRAP_SHA_1',
);
const length = oneOf(32, 16);
const paths: Check = (value) =>
  Array.isArray(value) &&
  value.length <= 32 &&
  value.every((path) => typeof path === 'string' && path.length <= 4096);

const fields = (checks: Readonly<Record<string, Check>>): Check => {
  const names = Object.keys(checks).sort();
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const present = Object.entries(value);
    return (
      JSON.stringify(present.map(([name]) => name).sort()) === JSON.stringify(names) &&
      present.every(([name, field]) => checks[name]?.(field))
    );
  };
};

const expectation = { parameters: uuid, wrappingAlgorithm: algorithm, lengthBytes: length };
const generated = fields({ from: oneOf('generate'), lengthBytes: length });
const own = fields({ from: oneOf('file'), handle: uuid });

const shapes: Readonly<Record<Verb, Check>> = {
  describeApp: fields({}),
  chooseParameters: fields({ what: oneOf('files', 'folder') }),
  dropParameters: fields({ paths }),
  chooseMaterialFile: fields(expectation),
  dropMaterialFile: fields({ ...expectation, paths }),
  wrapAndSave: fields({
    parameters: uuid,
    wrappingAlgorithm: algorithm,
    material: (value) => generated(value) || own(value),
    exportPlaintext: (value) => typeof value === 'boolean',
  }),
  showSavedFiles: fields({ saved: uuid }),
  copyText: fields({ text: (value) => typeof value === 'string' && value.length <= 8192 }),
  leaveJob: fields({}),
};

/** Whether the contract allows the message. */
export function isAllowed(verb: Verb, message: unknown): boolean {
  return JSON.stringify(message).length <= 65_536 && shapes[verb](message);
}

type Message = Readonly<Record<string, unknown>>;

const expected: Message = {
  parameters: randomUUID(),
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  lengthBytes: 32,
};

/** One message a verb that is in order; what it names does not exist. */
export const goodMessages: Readonly<Record<Verb, Message>> = {
  describeApp: {},
  chooseParameters: { what: 'files' },
  dropParameters: { paths: ['/planted-folder/ImportParameters.zip'] },
  chooseMaterialFile: expected,
  dropMaterialFile: { ...expected, paths: ['/planted-folder/material.bin'] },
  wrapAndSave: {
    parameters: randomUUID(),
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    material: { from: 'file', handle: randomUUID() },
    exportPlaintext: false,
  },
  showSavedFiles: { saved: randomUUID() },
  copyText: { text: 'x' },
  leaveJob: {},
};

const names = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toJSON', 'paths', 'what', 'from', 'handle', 'text', 'saved'),
);

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    16,
    32,
    2 ** 53,
    '',
    '/etc/hostname',
    'files',
    'generate',
    '\0',
    '../..',
  ),
  fc.uuid(),
  fc.array(fc.string({ maxLength: 40 }), { maxLength: 40 }),
);

/** Messages near the contract and far from it. */
export function messagesFor(verb: Verb): fc.Arbitrary<unknown> {
  const good = goodMessages[verb];
  const keys = Object.keys(good);
  const near = (key: fc.Arbitrary<string>) =>
    fc.tuple(key, values).map(([name, value]): unknown => ({ ...good, [name]: value }));
  return fc.oneof(
    near(names),
    ...(keys.length > 0
      ? [
          near(fc.constantFrom(...keys)),
          fc
            .constantFrom(...keys)
            .map((key): unknown => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))),
        ]
      : []),
    fc.dictionary(names, values, { maxKeys: 5 }),
    values,
    fc.constant(good),
  );
}
