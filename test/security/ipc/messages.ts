import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Verb } from '../../../main/shared/contract';
import { ceremonyMessages, ceremonyShapes } from './ceremony-messages';
import { custodyMessages, custodyShapes } from './custody-messages';
import { lookAfterMessages, lookAfterShapes } from './look-after-messages';
import {
  algorithm,
  anyOf,
  fields,
  files,
  flag,
  length,
  material,
  oneOf,
  someOf,
  paths,
  text,
  uuid,
  wholeFrom,
  type Check,
} from './checks';

const expectation = { wrappingAlgorithm: algorithm, lengthBytes: length };
const withParameters = { ...expectation, parameters: uuid };
const beforeTheKey = { ...expectation, wrappingKeySpec: oneOf('RSA_2048', 'RSA_3072', 'RSA_4096') };

const shapes: Readonly<Record<Verb, Check>> = {
  describeApp: fields({}),
  describeBuild: fields({ from: wholeFrom(0, 4 * 1024 * 1024) }),
  readReleaseFile: fields({ files }),
  readParameters: fields({ files: anyOf(oneOf('ask', 'ask-for-folder'), paths) }),
  savePracticeParameters: fields({}),
  savePracticeCopy: fields({ arn: text(2048) }),
  savePracticeCopies: fields({ arns: someOf(text(2048), 200) }),
  readMaterialFile: anyOf(fields({ ...beforeTheKey, files }), fields({ ...withParameters, files })),
  wrapAndSave: fields({
    parameters: uuid,
    wrappingAlgorithm: algorithm,
    material,
    exportPlaintext: flag,
  }),
  showSavedFiles: fields({ saved: uuid }),
  openSavedPdf: fields({ saved: uuid }),
  copyText: fields({ text: text(8192) }),
  ...ceremonyShapes,
  ...custodyShapes,
  ...lookAfterShapes,
  listFinished: fields({}),
  openFinished: fields({ work: uuid }),
  removeFinished: fields({ work: uuid }),
  composeReport: fields({}),
  saveReport: fields({ report: uuid }),
  leaveJob: fields({}),
  prepareVault: fields({}),
};

/** As JSON, in which bytes become an object of one name that nothing else has. */
export const toJson = (messages: unknown): string =>
  JSON.stringify(messages, (_name, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
  );

/** Whether the contract allows the message. */
export function isAllowed(verb: Verb, message: unknown): boolean {
  return toJson(message).length <= 65_536 && shapes[verb](message);
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
  describeBuild: { from: 0 },
  readReleaseFile: { files: ['/planted-folder/release.json'] },
  readParameters: { files: ['/planted-folder/ImportParameters.zip'] },
  savePracticeParameters: {},
  savePracticeCopies: { arns: ['arn:aws:kms:eu-central-1:111122223333:key/1'] },
  savePracticeCopy: { arn: 'arn:aws:kms:eu-central-1:111122223333:key/1' },
  readMaterialFile: { ...expected, files: ['/planted-folder/material.bin'] },
  wrapAndSave: {
    parameters: randomUUID(),
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    material: { from: 'file', handle: randomUUID(), confirmation: 'no copy' },
    exportPlaintext: false,
  },
  showSavedFiles: { saved: randomUUID() },
  openSavedPdf: { saved: randomUUID() },
  copyText: { text: 'x' },
  ...ceremonyMessages,
  ...custodyMessages,
  ...lookAfterMessages,
  listFinished: {},
  openFinished: { work: randomUUID() },
  removeFinished: { work: randomUUID() },
  composeReport: {},
  saveReport: { report: randomUUID() },
  leaveJob: {},
  prepareVault: {},
};

const names = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toJSON', 'files', 'paths', 'from', 'handle', 'text', 'saved'),
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
    'ask',
    'generate',
    '\0',
    '../..',
  ),
  fc.uuid(),
  fc.constantFrom(0, 1, 16, 16_385).map((length) => new Uint8Array(length)),
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
