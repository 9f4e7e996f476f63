import { describe, expect, it } from 'vitest';
import {
  bitsOfUnsigned,
  childrenOf,
  isOid,
  isSmallInteger,
  readDer,
  readEachDer,
} from '../../../main/encoding/der';
import {
  element,
  fromHex,
  integer,
  join,
  nothing,
  octetString,
  oid,
  oids,
  sequence,
} from '../../fixtures/der-writer';

describe('one DER element', () => {
  it('is read with the length of its contents in one, two or three bytes', () => {
    for (const length of [0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000]) {
      const content = new Uint8Array(length).fill(7);
      const bytes = octetString(content);
      expect(readDer(bytes)).toEqual({ tag: 4, content, size: bytes.length });
      expect(readDer(join(bytes, fromHex('ff')))?.size).toBe(bytes.length);
      expect(readDer(bytes.subarray(0, -1))).toBeUndefined();
    }
  });

  it('is a view, so that wiping the file wipes it too', () => {
    const bytes = octetString(fromHex('0102'));
    const read = readDer(bytes);
    bytes.fill(0);
    expect([...(read?.content ?? [])]).toEqual([0, 0]);
  });

  const forbidden = {
    'nothing at all': '',
    'a tag alone': '30',
    'an indefinite length': '30800000',
    'the reserved length': '30ff',
    'a length that is longer than needed': '048101aa',
    'a length with a leading zero': `04820080${'aa'.repeat(0x80)}`,
    'a length that is cut off': '3082',
    'a length of four bytes': `048401000000${'aa'.repeat(9)}`,
    'a tag above 30': '1f0100',
  };
  for (const [title, hex] of Object.entries(forbidden)) {
    it(`is not ${title}`, () => expect(readDer(fromHex(hex))).toBeUndefined());
  }
});

describe('several DER elements', () => {
  it('are read one after the other, and only up to the end of the last one', () => {
    const bytes = join(integer(1n), nothing(), octetString());
    expect(readEachDer(bytes)?.map(({ tag }) => tag)).toEqual([2, 5, 4]);
    expect(readEachDer(new Uint8Array())).toEqual([]);
    expect(readEachDer(join(bytes, fromHex('02')))).toBeUndefined();
    expect(childrenOf(readDer(sequence(integer(1n), nothing())))?.length).toBe(2);
    expect(childrenOf(readDer(octetString(integer(1n))))).toBeUndefined();
    expect(childrenOf(undefined)).toBeUndefined();
  });
});

describe('DER integers', () => {
  const bits = (hex: string) => bitsOfUnsigned(readDer(element(2, fromHex(hex))));

  it('have as many bits as their value, whatever is in front of it', () => {
    const expected = { '00': 0, '01': 1, '7f': 7, '0080': 8, '00ff': 8, '0100': 9, '7fff': 15, '00ffff': 16 };
    for (const [hex, count] of Object.entries(expected)) expect([hex, bits(hex)]).toEqual([hex, count]);
  });

  it('have none when they are negative, empty, padded, or no integers', () => {
    for (const hex of ['', '80', 'ff01', '0000', '007f', '00007f'])
      expect([hex, bits(hex)]).toEqual([hex, undefined]);
    expect(bitsOfUnsigned(readDer(octetString(fromHex('01'))))).toBeUndefined();
    expect(bitsOfUnsigned(undefined)).toBeUndefined();
  });

  it('are compared as small numbers only in their shortest form', () => {
    expect(isSmallInteger(readDer(integer(1n)), 1)).toBe(true);
    expect(isSmallInteger(readDer(integer(2n)), 1)).toBe(false);
    expect(isSmallInteger(readDer(element(2, fromHex('0001'))), 1)).toBe(false);
    expect(isSmallInteger(readDer(octetString(fromHex('01'))), 1)).toBe(false);
  });
});

describe('DER object identifiers', () => {
  it('are compared whole, or by their beginning', () => {
    const rsa = readDer(oid(oids.rsaEncryption));
    expect(isOid(rsa, oids.rsaEncryption)).toBe(true);
    expect(isOid(rsa, oids.rsaesOaep)).toBe(false);
    expect(isOid(rsa, '2a864886f70d01')).toBe(false);
    expect(isOid(rsa, '2a864886f70d01', 'beginsWith')).toBe(true);
    expect(isOid(readDer(oid('2a86')), '2a864886', 'beginsWith')).toBe(false);
    expect(isOid(readDer(octetString(fromHex('2a03'))), '2a03')).toBe(false);
  });
});
