import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMaterial } from '../../../main/vault/material/read-material';
import type { Expectation } from '../../../main/vault/material/read-material';
import {
  ascii,
  berElement,
  context,
  element,
  fromHex,
  integer,
  join,
  nothing,
  octetString,
  oid,
  oids,
  pem,
  sequence,
} from '../../fixtures/der-writer';
import { seededRandom } from '../../fixtures/seeded-random';
import { goodWrappingKey } from '../../fixtures/wrapping-keys/good-wrapping-keys';
import {
  certificate,
  encryptedPkcs8,
  pkcs12,
  pkcs8Rsa,
  rsaAlgorithm,
  rsaNumbers,
  rsaPrivateNumbers,
  sec1,
} from '../../fixtures/wrapping-keys/spki';

const direct: Expectation = { algorithm: 'RSAES_OAEP_SHA_256', spec: 'RSA_4096', lengthBytes: 32 };
const directSmall: Expectation = { ...direct, spec: 'RSA_2048' };
const hybrid: Expectation = { ...directSmall, algorithm: 'RSA_AES_KEY_WRAP_SHA_256' };
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function read(file: Uint8Array, expectation: Expectation) {
  const given = Uint8Array.from(file);
  const result = readMaterial(given, expectation);
  expect(given.every((byte) => byte === 0)).toBe(true);
  if (!result.ok) return [result.error.code, result.error.facts];
  const { secret, ...said } = result.value;
  return { ...said, material: secret.use(hex) };
}

const rsa = (modulusLength: number): Uint8Array =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ format: 'der', type: 'pkcs8' });
const ec = (namedCurve: string): Uint8Array =>
  generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'der', type: 'pkcs8' });

const ecPkcs8 = (key: Uint8Array, curve: Uint8Array = oid(oids.p256), version = 0n): Uint8Array =>
  sequence(integer(version), sequence(oid(oids.ecPublicKey), curve), octetString(key));
const ecNumber = (bytes = 32, ...optional: readonly Uint8Array[]): Uint8Array =>
  sequence(integer(1n), octetString(seededRandom(bytes).bytes(bytes)), ...optional);
const unsupported = (reason: string, keyName?: string) => [
  'material.unsupportedKey',
  keyName === undefined ? { reason } : { reason, keyName },
];
const unrecognised = ['material.unrecognised', undefined];

describe('an RSA private key', () => {
  const key = rsa(2048);

  it('is taken with RSA_AES_KEY_WRAP, at each size that KMS has', () => {
    for (const bits of [2048, 3072, 4096]) {
      const der = rsa(bits);
      const expected = { kind: 'rsa-private-key', keyName: `RSA ${bits}`, material: hex(der) };
      expect(read(der, hybrid)).toEqual({ form: 'pkcs8-der', ...expected });
      expect(read(ascii(pem('PRIVATE KEY', der)), hybrid)).toEqual({ form: 'pkcs8-pem', ...expected });
    }
  });

  it('is taken from the ways in which programs write PEM and base64', () => {
    const expected = { kind: 'rsa-private-key', keyName: 'RSA 2048', material: hex(key) };
    const bags = `Bag Attributes\n    friendlyName: Schlüssel\n${pem('PRIVATE KEY', key)}`;
    const files = [
      ascii(pem('PRIVATE KEY', key, '\r\n')),
      join(fromHex('efbbbf'), ascii(pem('PRIVATE KEY', key))),
      join(fromHex('fffe'), Buffer.from(pem('PRIVATE KEY', key, '\r\n'), 'utf16le')),
      new Uint8Array(Buffer.from(bags, 'utf8')),
    ];
    for (const file of files) expect(read(file, hybrid)).toEqual({ form: 'pkcs8-pem', ...expected });
    expect(read(ascii(`${base64(key)}\n`), hybrid)).toEqual({ form: 'base64', ...expected });
  });

  it('is refused with RSAES_OAEP, under which KMS takes none', () => {
    for (const file of [key, ascii(pem('PRIVATE KEY', key))]) {
      expect(read(file, direct)).toEqual(['material.needsAesKeyWrap', undefined]);
    }
  });

  it('is refused with another size, or with more than two primes', () => {
    expect(read(rsa(1024), hybrid)).toEqual(unsupported('rsaSize', 'RSA 1024'));
    expect(read(pkcs8Rsa(8192), hybrid)).toEqual(unsupported('rsaSize', 'RSA 8192'));
    const multiPrime = sequence(integer(0n), rsaAlgorithm(), octetString(rsaPrivateNumbers(1n)));
    expect(read(multiPrime, hybrid)).toEqual(unsupported('multiPrime'));
  });
});

describe('an EC private key', () => {
  const curves = [
    ['prime256v1', 'P-256'],
    ['secp384r1', 'P-384'],
    ['secp521r1', 'P-521'],
    ['secp256k1', 'secp256k1'],
  ] as const;
  for (const [curve, keyName] of curves) {
    it(`on ${keyName} is taken with both kinds of algorithm`, () => {
      const der = ec(curve);
      const expected = { kind: 'ec-private-key', keyName, material: hex(der) };
      for (const expectation of [direct, hybrid]) {
        expect(read(der, expectation)).toEqual({ form: 'pkcs8-der', ...expected });
        expect(read(ascii(pem('PRIVATE KEY', der)), expectation)).toEqual({ form: 'pkcs8-pem', ...expected });
      }
    });
  }

  it('on P-521 does not fit RSAES_OAEP under RSA_2048', () => {
    const der = ec('secp521r1');
    const facts = { actualBytes: der.length, maxBytes: 190 };
    expect(read(der, directSmall)).toEqual(['material.tooLargeForWrappingKey', facts]);
    expect(read(ec('secp384r1'), directSmall)).toMatchObject({ keyName: 'P-384' });
  });

  it('may name its curve again, or leave its point out', () => {
    const files = [ecNumber(), ecNumber(32, context(0, oid(oids.p256)))].map((key) => ecPkcs8(key));
    for (const file of files) expect(read(file, direct)).toMatchObject({ keyName: 'P-256' });
  });

  it('is refused on another curve, or with the curve spelled out', () => {
    const onBrainpool = ec('brainpoolP256r1');
    expect(read(onBrainpool, direct)).toEqual(unsupported('curve'));
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1', paramEncoding: 'explicit' });
    expect(read(privateKey.export({ format: 'der', type: 'pkcs8' }), hybrid)).toEqual(
      unsupported('explicitCurve'),
    );
  });

  it('is refused when its number is zero', () => {
    const zero = sequence(integer(1n), octetString(new Uint8Array(32)));
    expect(read(ecPkcs8(zero), direct)).toEqual(['material.allZero', undefined]);
  });

  it('is refused when its parts do not belong there', () => {
    const broken = [
      ecPkcs8(ecNumber(31)),
      ecPkcs8(ecNumber(33)),
      ecPkcs8(ecNumber(32, context(0, oid(oids.p384)))),
      ecPkcs8(ecNumber(32, context(2, nothing()))),
      ecPkcs8(ecNumber(32, context(1, octetString(fromHex('04'))))),
      ecPkcs8(join(ecNumber(), fromHex('00'))),
      ecPkcs8(ecNumber(), nothing()),
      ecPkcs8(ecNumber(), oid(oids.p256), 2n),
      join(ecPkcs8(ecNumber()), fromHex('00')),
      ecPkcs8(ecNumber()).subarray(0, -1),
    ];
    for (const file of broken) expect(read(file, hybrid)).toEqual(unrecognised);
  });
});

describe('a key file that is refused', () => {
  it('is protected by a password', () => {
    const settings = {
      format: 'pem',
      type: 'pkcs8',
      cipher: 'aes-256-cbc',
      passphrase: 'open sesame',
    } as const;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const old = privateKey.export({ ...settings, type: 'pkcs1' });
    const files = [
      ascii(String(privateKey.export(settings))),
      ascii(String(old)),
      new Uint8Array(privateKey.export({ ...settings, format: 'der' })),
      encryptedPkcs8(),
      encryptedPkcs8(oids.pkcs12Rc2),
    ];
    for (const file of files) expect(read(file, hybrid)).toEqual(['material.encryptedPrivateKey', undefined]);
  });

  it('is in another container', () => {
    const named = (keyName: string) => unsupported('container', keyName);
    expect(read(rsaPrivateNumbers(), hybrid)).toEqual(named('PKCS#1'));
    expect(read(sec1(), direct)).toEqual(named('SEC 1'));
    expect(read(pkcs12(), hybrid)).toEqual(named('PKCS#12'));
    expect(read(ascii(pem('RSA PRIVATE KEY', rsaPrivateNumbers())), hybrid)).toEqual(named('PKCS#1'));
    expect(read(ascii(pem('EC PRIVATE KEY', sec1())), hybrid)).toEqual(named('SEC 1'));
    const withParameters = pem('EC PARAMETERS', oid(oids.p256)) + pem('EC PRIVATE KEY', sec1());
    expect(read(ascii(withParameters), hybrid)).toEqual(named('SEC 1'));
    expect(read(ascii(pem('OPENSSH PRIVATE KEY', seededRandom(1).bytes(300))), hybrid)).toEqual(
      named('OpenSSH'),
    );
  });

  it('is of a kind that KMS does not import', () => {
    for (const [type, keyName] of [
      ['ed25519', 'Ed25519'],
      ['x25519', 'X25519'],
      ['ed448', 'Ed448'],
    ] as const) {
      // Each call has its own overload, so the name cannot be passed through.
      const pair =
        type === 'ed25519'
          ? generateKeyPairSync('ed25519')
          : type === 'x25519'
            ? generateKeyPairSync('x25519')
            : generateKeyPairSync('ed448');
      expect(read(pair.privateKey.export({ format: 'der', type: 'pkcs8' }), hybrid)).toEqual(
        unsupported('algorithm', keyName),
      );
    }
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;
    expect(read(pss.export({ format: 'der', type: 'pkcs8' }), hybrid)).toEqual(
      unsupported('algorithm', 'RSA-PSS'),
    );
    const unknown = sequence(integer(0n), sequence(oid('2a0304')), octetString(fromHex('00')));
    expect(read(unknown, hybrid)).toEqual(unsupported('algorithm'));
    const withPublicKey = sequence(
      integer(1n),
      rsaAlgorithm(),
      octetString(rsaPrivateNumbers()),
      element(0x81, fromHex('00')),
    );
    expect(read(withPublicKey, hybrid)).toEqual(unsupported('version'));
  });

  it('is a public key or a certificate', () => {
    const { spkiDer } = goodWrappingKey('RSA_2048');
    const files = [
      spkiDer,
      rsaNumbers(),
      certificate(),
      ascii(base64(spkiDer)),
      ascii(pem('PUBLIC KEY', spkiDer)),
      ascii(pem('RSA PUBLIC KEY', rsaNumbers())),
      ascii(pem('CERTIFICATE', certificate())),
      ascii(pem('CERTIFICATE', certificate()).repeat(3)),
    ];
    for (const file of files) expect(read(file, hybrid)).toEqual(['material.publicKey', undefined]);
  });

  it('is PEM of two keys, of something else, or cut off', () => {
    const block = pem('PRIVATE KEY', pkcs8Rsa());
    const files = [
      block + block,
      pem('X509 CRL', fromHex('3000')),
      block.split('-----END')[0] ?? '',
      block.replace('MII', 'M!I'),
      block.replace('END PRIVATE', 'END PUBLIC'),
      pem('PRIVATE KEY', new Uint8Array()),
      '-----BEGIN ',
    ];
    for (const file of files) expect(read(ascii(file), hybrid)).toEqual(unrecognised);
  });

  it('has parts of an RSA key missing, added or broken', () => {
    const withKey = (key: Uint8Array) => sequence(integer(0n), rsaAlgorithm(), octetString(key));
    const files = [
      sequence(integer(0n), sequence(oid(oids.rsaEncryption)), octetString(rsaPrivateNumbers())),
      withKey(rsaNumbers()),
      withKey(rsaPrivateNumbers().subarray(0, -1)),
      withKey(join(rsaPrivateNumbers(), fromHex('00'))),
      withKey(rsaPrivateNumbers(2n)),
      withKey(sequence(rsaPrivateNumbers().subarray(4), integer(1n))),
      withKey(sequence(integer(0n), rsaNumbers().subarray(4), integer(5n), integer(7n), integer(11n))),
      withKey(fromHex('00')),
      sequence(integer(0n), rsaAlgorithm(), octetString(rsaPrivateNumbers()), nothing()),
      sequence(integer(0n), oid(oids.rsaEncryption), octetString(rsaPrivateNumbers())),
      join(pkcs8Rsa(), fromHex('00')),
      berElement(0x30, 3, integer(0n), rsaAlgorithm(), octetString(rsaPrivateNumbers())),
      sequence(integer(0n), rsaAlgorithm(), berElement(4, 3, rsaPrivateNumbers())),
    ];
    for (const file of files) expect(read(file, hybrid)).toEqual(unrecognised);
  });
});
