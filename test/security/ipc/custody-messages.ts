import { randomUUID } from 'node:crypto';
import {
  algorithm,
  anyOf,
  bytes,
  fields,
  files,
  length,
  listOf,
  oneOf,
  text,
  uuid,
  type Check,
} from './checks';

/** The verbs of custody: what the contract allows, and one message each that is in order. */

const source = anyOf(
  fields({ from: oneOf('generate'), lengthBytes: length }),
  fields({ from: oneOf('file'), handle: uuid }),
);
const wrapping = { wrappingAlgorithm: algorithm, lengthBytes: length };
const purpose = anyOf(
  fields({ ...wrapping, parameters: uuid }),
  fields(
    {
      ...wrapping,
      session: uuid,
      alias: text(2048),
      wrappingKeySpec: oneOf('RSA_2048', 'RSA_3072', 'RSA_4096'),
    },
    { receiver: fields({ name: text(2048), accountId: text(2048) }), run: uuid },
  ),
  fields({ key: uuid, lengthBytes: length }),
  fields({ run: uuid, lengthBytes: length }),
  fields({ rotates: uuid, lengthBytes: length }),
);
const passphrase = text(1024);
const checkValue: Check = (value) => typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
const copy = anyOf(
  fields({ by: oneOf('passphrase'), passphrase }),
  fields({
    by: oneOf('recipients'),
    recipients: (value) => listOf(text(2048), 20)(value) && (value as unknown[]).length > 0,
  }),
  fields({ by: oneOf('shares'), threshold: Number.isSafeInteger, custodians: listOf(text(80), 10) }),
);

export const custodyShapes = {
  makeCopy: fields({ source, purpose, copy }),
  findCopy: fields({ files }, { beside: uuid }),
  typeShare: fields({ typed: bytes(16_384), beside: anyOf(uuid, oneOf('none')) }),
  removeShares: fields(
    { copy: uuid },
    { number: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 255 },
  ),
  openCopy: fields({ copy: uuid, purpose }, { passphrase, checkValue: anyOf(checkValue, oneOf('unknown')) }),
  rehearseRestore: fields({ copy: uuid, checkValue }, { passphrase }),
  cancelCopy: fields({}),
  readCheckValue: fields({ files }),
  releaseMaterial: fields({ held: uuid }),
  suggestPassphrase: fields({}),
  measurePassphrase: fields({ passphrase, purpose }),
} as const;

export const custodyMessages = {
  makeCopy: {
    source: { from: 'generate', lengthBytes: 32 },
    purpose: { parameters: randomUUID(), wrappingAlgorithm: 'RSAES_OAEP_SHA_256', lengthBytes: 32 },
    copy: { by: 'shares', threshold: 2, custodians: ['x', 'y'] },
  },
  findCopy: { files: ['/planted-folder/copy.age'], beside: randomUUID() },
  typeShare: { typed: Uint8Array.of(75, 101, 121), beside: randomUUID() },
  removeShares: { copy: randomUUID(), number: 2 },
  openCopy: {
    copy: randomUUID(),
    purpose: {
      session: randomUUID(),
      alias: 'x',
      wrappingKeySpec: 'RSA_4096',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      lengthBytes: 32,
    },
  },
  rehearseRestore: { copy: randomUUID(), checkValue: '0123456789abcdef' },
  cancelCopy: {},
  readCheckValue: { files: ['/planted-folder/summary.json'] },
  releaseMaterial: { held: randomUUID() },
  suggestPassphrase: {},
  measurePassphrase: {
    passphrase: 'x',
    purpose: {
      session: randomUUID(),
      alias: 'x',
      receiver: { name: 'x', accountId: 'x' },
      wrappingKeySpec: 'RSA_4096',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      lengthBytes: 32,
    },
  },
} as const;
