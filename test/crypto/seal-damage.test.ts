import { armor } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { openSealed, type SealKey } from '../../main/vault/copies/seal';
import { ascii } from '../fixtures/der-writer';
import { flipBit, name, problemOf, sealed, sealedQuickly } from '../helpers/sealed-files';

const passphrase = 'orbit lemon canyon 4711';
const document = ascii('sixteen bytes ok');
const known = ['copy.damaged', 'copy.workFactor', 'copy.wrongIdentity', 'copy.wrongPassphrase'];

/** The changes of a single bit that are not caught. */
async function uncaught(file: Uint8Array, key: SealKey): Promise<readonly string[]> {
  const found: string[] = [];
  for (let bit = 0; bit < file.length * 8; bit++) {
    const result = await openSealed(flipBit(file, bit), key, name);
    const outcome = result.ok ? 'opened' : result.error.code;
    if (!known.includes(outcome)) found.push(`${outcome} with bit ${bit} changed`);
  }
  return found;
}

describe('every single bit of damage', () => {
  it('of a file for recipients is caught', async () => {
    const { sealed: file, own } = await sealed(document);
    expect(await problemOf(file, { identities: [own] })).toBe('opened');
    expect(await uncaught(file, { identities: [own] })).toEqual([]);
  });

  it('of a file with a passphrase is caught', async () => {
    const file = await sealedQuickly(document, passphrase);
    expect(await problemOf(file, { passphrase })).toBe('opened');
    expect(await uncaught(file, { passphrase })).toEqual([]);
  });

  it('of an armored file is caught, whatever its length', async () => {
    for (const more of ['', '.', '..']) {
      const file = ascii(
        armor.encode(await sealedQuickly(Buffer.concat([document, ascii(more)]), passphrase)),
      );
      expect(await problemOf(file, { passphrase })).toBe('opened');
      expect(await uncaught(file, { passphrase })).toEqual([]);
    }
  });

  it('of a file with a passphrase and its real work is caught, in a sample', async () => {
    const file = await sealedQuickly(document, passphrase, 18);
    const text = Buffer.from(file).toString('latin1');
    const mac = text.indexOf('\n--- ');
    const payload = text.indexOf('\n', mac + 1) + 1;
    for (const at of [5, text.indexOf(' 18') + 1, mac - 9, mac + 9, payload, file.length - 1]) {
      const { code } = Object(await problemOf(flipBit(file, at * 8 + 1), { passphrase })) as {
        code?: string;
      };
      expect([at, known]).toEqual([at, expect.arrayContaining([code])]);
    }
  });
});

describe('a file that is not whole', () => {
  it('is caught at each length, and with something behind its end', async () => {
    const { sealed: file, own } = await sealed(document);
    for (let length = 0; length < file.length; length++) {
      expect(await problemOf(file.slice(0, length), { identities: [own] })).not.toBe('opened');
    }
    for (const more of [Buffer.of(0), file]) {
      const longer = Buffer.concat([file, more]);
      expect(await problemOf(longer, { identities: [own] })).toEqual({ code: 'copy.damaged', name });
    }
  });

  it('is told from one with another passphrase, as far as age can tell', async () => {
    const file = await sealedQuickly(document, passphrase);
    const shorter = file.slice(0, -1);
    expect(await problemOf(shorter, { passphrase })).toEqual({ code: 'copy.damaged', name });
    expect(await problemOf(shorter, { passphrase: 'another' })).toEqual({ code: 'copy.wrongPassphrase' });
  });
});
