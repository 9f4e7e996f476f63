import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkValueOf } from '../../../main/vault/check-value';
import { makeCopyDocument, readCopyDocument, type CopyFacts } from '../../../main/vault/copies/copy-document';

const material = new Uint8Array(randomBytes(32));
const name = 'copy.age';

function factsOf(bytes: Uint8Array, more: Partial<CopyFacts> = {}): CopyFacts {
  return {
    material: { kind: 'symmetric', lengthBytes: bytes.length },
    checkValue: checkValueOf(bytes),
    madeAt: '2026-03-04T05:06:07.089Z',
    madeBy: 'Keyferry 0.1.0',
    practice: false,
    key: {},
    ...more,
  };
}

const wholeKey = {
  keyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
  keyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  keyMaterialId: 'ab'.repeat(32),
  accountId: '111122223333',
  region: 'eu-central-1',
  alias: 'bluescape/data',
  ceremony: '5b7a3a52-9d0c-4f9e-8c54-0a6a0b1f2c3d',
};

const pkcs8 = ({ privateKey }: { readonly privateKey: KeyObject }): Uint8Array =>
  privateKey.export({ format: 'der', type: 'pkcs8' });
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));

function opened(document: Uint8Array) {
  const read = readCopyDocument(document, name);
  return read.ok
    ? { material: read.value.secret.use(hex), facts: read.value.facts }
    : { code: read.error.code, stage: read.error.stage, ...read.error.facts };
}

const damaged = { code: 'copy.damaged', stage: 'custody', name };
const notOurs = { code: 'copy.notOurs', stage: 'custody', name };

describe('the document of a sealed copy', () => {
  it('gives back the material and all that was known of it', () => {
    const rsa = pkcs8(generateKeyPairSync('rsa', { modulusLength: 4096 }));
    const ec = pkcs8(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const cases: readonly (readonly [Uint8Array, Partial<CopyFacts>])[] = [
      [material, {}],
      [material, { practice: true, key: wholeKey }],
      [material.slice(16), { key: { alias: 'a' } }],
      [new Uint8Array(32), {}],
      [rsa, { material: { kind: 'rsa-private-key', lengthBytes: rsa.length, keyName: 'RSA 4096' } }],
      [ec, { material: { kind: 'ec-private-key', lengthBytes: ec.length, keyName: 'P-256' } }],
    ];
    for (const [bytes, more] of cases) {
      const [before, facts] = [hex(bytes), factsOf(bytes, more)];
      expect(opened(makeCopyDocument(bytes, facts))).toEqual({ material: before, facts });
      expect(hex(bytes)).toBe(before);
    }
  });

  it('is not misled by what stands in it', () => {
    for (const ceremony of [
      '0'.repeat(64),
      'f'.repeat(64),
      '"value": "00',
      '","value": "ff","a":"',
      '"format": "keyferry-sealed-copy", "version": 7,',
      '\\',
    ]) {
      const facts = factsOf(material, { key: { ceremony } });
      expect(opened(makeCopyDocument(material, facts))).toEqual({ material: hex(material), facts });
    }
  });

  it('says in JSON what it is, what it holds and how it is used', () => {
    const document: unknown = JSON.parse(
      textOf(makeCopyDocument(material, factsOf(material, { key: wholeKey }))),
    );
    expect(document).toEqual({
      format: 'keyferry-sealed-copy',
      version: 1,
      madeBy: 'Keyferry 0.1.0',
      madeAt: '2026-03-04T05:06:07.089Z',
      howToUse: expect.arrayContaining([expect.stringContaining('age --decrypt')]) as unknown,
      kmsKey: wholeKey,
      keyMaterial: { kind: 'symmetric', lengthBytes: 32, encoding: 'hex', value: hex(material) },
      checkValue: checkValueOf(material),
      checkValueIs: expect.stringContaining('keyferry check value v1') as unknown,
    });
  });

  it('says PRACTICE before anything else, where it is', () => {
    const [practice, real] = [true, false].map((flag) =>
      textOf(makeCopyDocument(material, factsOf(material, { practice: flag }))),
    );
    expect(practice).toMatch(/^\{\n {2}"practice": "PRACTICE: /);
    expect(real).not.toContain('PRACTICE');
  });

  it('lies in a buffer of its own', () => {
    const document = makeCopyDocument(material, factsOf(material));
    expect(document.buffer.byteLength).toBe(document.length);
  });
});

describe('a document that is not as we write it', () => {
  const text = textOf(makeCopyDocument(material, factsOf(material, { key: wholeKey })));
  const changed = (from: string | RegExp, to: string): Uint8Array => {
    const other = text.replace(from, to);
    if (other === text) throw new Error(`${String(from)} is not in the document.`);
    return bytesOf(other);
  };

  it('is refused as it was sealed by something else', () => {
    for (const other of [
      '',
      '{}',
      'hello',
      hex(material),
      text.replace('keyferry-sealed-copy', 'sealed-copy'),
    ]) {
      expect(opened(bytesOf(other))).toEqual(notOurs);
    }
    expect(opened(Uint8Array.from(material))).toEqual(notOurs);
  });

  it('is refused by its version when it is newer, even where nothing else is known of it', () => {
    expect(opened(changed('"version": 1,', '"version": 2,'))).toMatchObject({
      code: 'copy.version',
      version: 2,
    });
    const newer = bytesOf('{ "format": "keyferry-sealed-copy", "version": 12, "more": [] }');
    expect(opened(newer)).toMatchObject({ code: 'copy.version', version: 12 });
    for (const version of ['0', '1.5', '"1"', '-1', '1e3', '12345678']) {
      expect(opened(changed('"version": 1,', `"version": ${version},`))).toEqual(damaged);
    }
    expect(opened(changed('"version": 1,', ''))).toEqual(damaged);
  });

  it.each<readonly [string, string | RegExp, string]>([
    ['other material', /"value": "../, '"value": "zz'],
    ['material of one digit less', /"value": "./, '"value": "'],
    ['no material', /"value": "[0-9a-f]*/, '"value": "'],
    ['material that does not end', /"value": "[^]*/, `"value": "${'0'.repeat(64)}`],
    ['material in two places', '"kmsKey"', '"value": "00", "kmsKey"'],
    ['material that is somebody else’s', /"value": "[0-9a-f]*/, `"value": "${'ab'.repeat(32)}`],
    ['far too much material', /"value": "[0-9a-f]*/, `"value": "${'ab'.repeat(5000)}`],
    [
      'the material in a second field of the same name',
      /"value": "[0-9a-f]*"/,
      `"value": "${hex(material)}", "v\\u0061lue": "00"`,
    ],
    ['another check value', /"checkValue": "[0-9a-f]*/, '"checkValue": "0123456789abcdef'],
    ['a check value in capitals', /"checkValue": "[0-9a-f]*/, '"checkValue": "0123456789ABCDEF'],
    ['another length', '"lengthBytes": 32', '"lengthBytes": 31'],
    ['a length in words', '"lengthBytes": 32', '"lengthBytes": "32"'],
    ['another encoding', '"encoding": "hex"', '"encoding": "base64"'],
    ['an unknown kind', '"kind": "symmetric"', '"kind": "hmac"'],
    ['the kind of a private key', '"kind": "symmetric"', '"kind": "rsa-private-key"'],
    ['a name for a symmetric key', '"kind": "symmetric"', '"kind": "symmetric", "keyName": "RSA 2048"'],
    ['no date', /"madeAt": "[^"]*"/, '"madeAt": "yesterday"'],
    ['no maker', /"madeBy": "[^"]*"/, '"madeBy": ""'],
    ['a maker of two lines', /"madeBy": "[^"]*"/, '"madeBy": "a\\nb"'],
    ['a maker without an end', /"madeBy": "[^"]*"/, `"madeBy": "${'a'.repeat(201)}"`],
    ['no instructions', /"howToUse": \[[^\]]*\]/, '"howToUse": "none"'],
    ['instructions that are none', /"howToUse": \[/, '"howToUse": [1,'],
    ['a missing field', /"madeAt": "[^"]*",/, ''],
    ['an unknown field', '"madeAt"', '"more": 1, "madeAt"'],
    ['an unknown field of the key', '"alias"', '"name": "x", "alias"'],
    ['an account that is none', '"accountId": "111122223333"', '"accountId": "1111"'],
    ['an account as a number', '"accountId": "111122223333"', '"accountId": 111122223333'],
    ['an ARN that is none', '"keyArn": "arn:', '"keyArn": "http:'],
    ['a key that is a list', /"kmsKey": \{[^}]*\}/, '"kmsKey": []'],
    ['no key', /"kmsKey": \{[^}]*\}/, '"kmsKey": null'],
    ['something behind its end', /\}\n$/, '} {}\n'],
    ['no end', /\}\n$/, '\n'],
  ])('is refused as damaged: with %s', (_, from, to) => {
    expect(opened(changed(from, to))).toEqual(damaged);
  });

  it('is refused when its private key is not the one that it names', () => {
    const ec = pkcs8(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const other = { kind: 'ec-private-key', lengthBytes: ec.length, keyName: 'P-384' } as const;
    expect(opened(makeCopyDocument(ec, factsOf(ec, { material: other })))).toEqual(damaged);
  });
});

describe('what reading a document leaves behind', () => {
  /** Every buffer that was made for something secret. */
  let made: ArrayBuffer[] = [];

  beforeEach(() => {
    const RealArrayBuffer = ArrayBuffer;
    made = [];
    class WatchedArrayBuffer extends RealArrayBuffer {
      constructor(length: number) {
        super(length);
        made.push(this);
      }
    }
    vi.stubGlobal('ArrayBuffer', WatchedArrayBuffer);
  });

  afterEach(() => vi.unstubAllGlobals());

  const isWiped = (bytes: ArrayBufferLike): boolean => new Uint8Array(bytes).every((byte) => byte === 0);
  const notWiped = (): number => made.filter((buffer) => !isWiped(buffer)).length;

  it('is the secret alone, and after its wipe nothing', () => {
    const document = makeCopyDocument(material, factsOf(material));
    expect(notWiped()).toBe(1);
    const read = readCopyDocument(document, name);
    expect(isWiped(document.buffer)).toBe(true);
    expect(notWiped()).toBe(1);
    if (read.ok) read.value.secret.wipe();
    expect([read.ok, notWiped()]).toEqual([true, 0]);
  });

  it('is nothing, when it is refused', () => {
    const text = textOf(makeCopyDocument(material, factsOf(material)));
    for (const [from, to] of [
      ['', ''],
      ['"version": 1', '"version": 2'],
      ['"value": "', '"value": "zz'],
      ['"madeAt"', '"madeat"'],
      ['"checkValue": "', '"checkValue": "0'],
      ['keyferry-sealed', 'sealed'],
    ] as const) {
      const document = bytesOf(from === '' ? text.slice(0, -9) : text.replace(from, to));
      made = [];
      expect(readCopyDocument(document, name).ok).toBe(false);
      expect([from, isWiped(document.buffer), notWiped()]).toEqual([from, true, 0]);
    }
  });
});
