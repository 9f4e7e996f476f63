import { describe, expect, it } from 'vitest';
import { limits } from '../../../main/shared/limits';
import { readMaterial } from '../../../main/vault/material/read-material';
import type { Expectation } from '../../../main/vault/material/read-material';
import { ascii, fromHex, join } from '../../fixtures/der-writer';
import { seededRandom } from '../../fixtures/seeded-random';

const direct: Expectation = { algorithm: 'RSAES_OAEP_SHA_256', spec: 'RSA_4096', lengthBytes: 32 };
const china: Expectation = { ...direct, lengthBytes: 16 };
const hybrid: Expectation = { ...direct, algorithm: 'RSA_AES_KEY_WRAP_SHA_256' };

const key32 = fromHex('f0e1d2c3b4a5968778695a4b3c2d1e0f00112233445566778899aabbccddeeff');
const key16 = key32.subarray(0, 16);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const utf16 = (text: string): Uint8Array => join(fromHex('fffe'), Buffer.from(text, 'utf16le'));

/** Reads a copy of the file; checks on the way that nothing of it is left. */
function read(file: Uint8Array, expectation: Expectation) {
  const given = Uint8Array.from(file);
  const result = readMaterial(given, expectation);
  expect(given.every((byte) => byte === 0)).toBe(true);
  if (!result.ok) {
    expect(result.error.stage).toBe('material');
    return [result.error.code, result.error.facts];
  }
  const { secret, ...said } = result.value;
  return { ...said, material: secret.use(hex) };
}

const symmetric = (form: string, bytes: Uint8Array) => ({ form, kind: 'symmetric', material: hex(bytes) });

describe('symmetric key material from a file', () => {
  const forms: readonly (readonly [string, string, (key: Uint8Array) => Uint8Array])[] = [
    ['the bytes themselves', 'raw', (key) => key],
    ['hex digits', 'hex', (key) => ascii(hex(key))],
    ['hex digits in upper case', 'hex', (key) => ascii(hex(key).toUpperCase())],
    ['hex digits in mixed case', 'hex', (key) => ascii(hex(key).replaceAll('d', 'D'))],
    ['hex digits with a line end', 'hex', (key) => ascii(`${hex(key)}\n`)],
    ['hex digits with a Windows line end', 'hex', (key) => ascii(`${hex(key)}\r\n`)],
    ['hex digits with space around them', 'hex', (key) => ascii(` \t\n${hex(key)}  \n\n`)],
    ['hex digits with a byte order mark', 'hex', (key) => join(fromHex('efbbbf'), ascii(hex(key)))],
    ['hex digits in UTF-16', 'hex', (key) => utf16(`${hex(key)}\r\n`)],
    [
      'hex digits in UTF-16, the other byte order',
      'hex',
      (key) => new Uint8Array(Buffer.from(utf16(hex(key))).swap16()),
    ],
    ['base64', 'base64', (key) => ascii(base64(key))],
    ['base64 with a line end', 'base64', (key) => ascii(`${base64(key)}\r\n`)],
    ['base64 without padding', 'base64', (key) => ascii(base64(key).replaceAll('=', ''))],
    ['base64url', 'base64', (key) => ascii(base64url(key))],
    ['base64 in UTF-16', 'base64', (key) => utf16(base64(key))],
  ];
  for (const [title, form, write] of forms) {
    it(`is read from ${title}`, () => {
      expect(read(write(key32), direct)).toEqual(symmetric(form, key32));
      expect(read(write(key16), china)).toEqual(symmetric(form, key16));
    });
  }

  it('is read the same for a thousand keys in each form', () => {
    const random = seededRandom(32);
    for (let round = 0; round < 1000; round++) {
      const key = random.bytes(32);
      for (const [, form, write] of forms) expect(read(write(key), direct)).toEqual(symmetric(form, key));
    }
  });

  it('is raw bytes where it has the right length, however they begin', () => {
    for (const start of ['efbbbf', 'fffe', 'feff', '301e', '2d2d2d2d2d', '0a', '00']) {
      const key = join(fromHex(start), key32).subarray(0, 32);
      expect(read(key, direct)).toEqual(symmetric('raw', key));
    }
  });

  it('may happen to have the outline of a key container', () => {
    const key = join(fromHex('301e0201010419'), key32).subarray(0, 32);
    for (const [, form, write] of forms) expect(read(write(key), direct)).toEqual(symmetric(form, key));
  });

  it('of 16 bytes in base64 that happens to look like hex is still taken', () => {
    const text = 'AAECAwQFBgcICQABAgMEBQ';
    expect(read(ascii(text), china)).toEqual(symmetric('base64', Buffer.from(text, 'base64')));
    const digits = 'abcdef0123456789abcdeA';
    expect(read(ascii(digits), china)).toEqual(symmetric('base64', Buffer.from(digits, 'base64')));
  });
});

describe('symmetric key material that is refused', () => {
  const wrongLength = (actualBytes: number, form: string, expectedBytes = 32) => [
    'material.wrongLength',
    { actualBytes, expectedBytes, form },
  ];

  it('has another length, in whatever form', () => {
    expect(read(key32.subarray(0, 31), direct)).toEqual(wrongLength(31, 'raw'));
    expect(read(join(key32, fromHex('0a')), direct)).toEqual(wrongLength(33, 'raw'));
    expect(read(join(key32, key32), direct)).toEqual(wrongLength(64, 'raw'));
    expect(read(key16, direct)).toEqual(wrongLength(16, 'raw'));
    expect(read(key32, china)).toEqual(wrongLength(32, 'raw', 16));
    expect(read(ascii(hex(key16)), direct)).toEqual(wrongLength(16, 'hex'));
    expect(read(ascii(hex(key32)), china)).toEqual(wrongLength(32, 'hex', 16));
    expect(read(ascii(base64(key16)), direct)).toEqual(wrongLength(16, 'base64'));
    expect(read(ascii(`${hex(key32)}${hex(key16)}`), direct)).toEqual(wrongLength(48, 'hex'));
  });

  it('is text that has as many characters as the key should have bytes', () => {
    expect(read(ascii('00112233445566778899aabbccddeeff'), direct)).toEqual(wrongLength(16, 'hex'));
    expect(read(ascii('0123456789abcdef'), china)).toEqual(wrongLength(8, 'hex', 16));
    expect(read(ascii(`${hex(key16).slice(0, 30)}\r\n`), direct)).toEqual(wrongLength(15, 'hex'));
    expect(read(ascii('CorrectHorseBatteryStapleCorrect'), direct)).toEqual(wrongLength(24, 'base64'));
    const text = ['material.unrecognised', { form: 'text' }];
    expect(read(ascii('correct horse battery staple 123'), direct)).toEqual(text);
    expect(read(ascii('Summer in Paris!'), china)).toEqual(text);
    expect(read(ascii(' '.repeat(32)), direct)).toEqual(text);
  });

  it('is text that is neither hex nor base64', () => {
    const text = ['material.unrecognised', { form: 'text' }];
    expect(read(ascii(hex(key32).replace('f', 'g')).subarray(0, 63), direct)).toEqual(text);
    expect(read(ascii(inPairs(hex(key32))), direct)).toEqual(text);
    expect(read(ascii(`${base64(key32)}=`), direct)).toEqual(text);
    expect(read(ascii(`${base64(key32).slice(0, -2)}9=`), direct)).toEqual(text);
    expect(read(ascii('+_'.repeat(22)), direct)).toEqual(text);
    expect(read(ascii('hello, world\n'), direct)).toEqual(text);
  });

  it('is one byte over and over', () => {
    for (const byte of [0x00, 0xff, 0x80]) {
      expect(read(new Uint8Array(32).fill(byte), direct)).toEqual(['material.allZero', undefined]);
      expect(read(ascii(hex(new Uint8Array(32).fill(byte))), direct)).toEqual([
        'material.allZero',
        undefined,
      ]);
      expect(read(ascii(base64(new Uint8Array(16).fill(byte))), china)).toEqual([
        'material.allZero',
        undefined,
      ]);
    }
  });

  it('came with import parameters for private keys', () => {
    for (const file of [key32, ascii(hex(key32)), ascii(base64(key32))]) {
      expect(read(file, hybrid)).toEqual(['material.refusesAesKeyWrap', undefined]);
    }
  });

  it('is no key material at all', () => {
    const random = seededRandom(77);
    expect(read(new Uint8Array(), direct)).toEqual(['file.empty', undefined]);
    expect(read(random.bytes(129), direct)).toEqual(['material.unrecognised', undefined]);
    expect(read(random.bytes(4000), direct)).toEqual(['material.unrecognised', undefined]);
    expect(read(new Uint8Array(limits.maxMaterialFileBytes + 1), direct)).toEqual([
      'file.tooLarge',
      { maxBytes: limits.maxMaterialFileBytes },
    ]);
  });

  it('never throws, and never keeps a byte of the file, whatever is in it', () => {
    const random = seededRandom(1234);
    for (let round = 0; round < 5000; round++) {
      const file = random.bytes(1 + random.below(200));
      if (round % 4 === 1) file.forEach((byte, index) => (file[index] = 0x20 + (byte % 95)));
      if (round % 4 === 2) file.set(fromHex('3081').subarray(0, file.length));
      if (round % 4 === 3) file.set(ascii('-----BEGIN PRIVATE KEY-----').subarray(0, file.length));
      const outcome = read(file, round % 2 === 0 ? direct : hybrid);
      if (!Array.isArray(outcome)) expect(outcome).toEqual(symmetric('raw', file));
    }
  });
});

function inPairs(digits: string): string {
  return (digits.match(/../g) ?? []).join(':');
}
