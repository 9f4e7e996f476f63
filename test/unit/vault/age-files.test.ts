import { randomBytes } from 'node:crypto';
import { armor } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { identitiesIn, sealedForm } from '../../../main/vault/copies/seal';
import { ascii } from '../../fixtures/der-writer';
import { problemOf, sealed, sealedQuickly } from '../../helpers/sealed-files';

const passphrase = 'orbit lemon canyon 4711';

describe('an age file', () => {
  it('is known by its header, armored or not', async () => {
    const { sealed: forRecipients, own } = await sealed(randomBytes(200));
    const withPassphrase = await sealedQuickly(randomBytes(200), passphrase);
    for (const [file, form, key] of [
      [forRecipients, 'recipients', { identities: [own] }],
      [withPassphrase, 'passphrase', { passphrase }],
    ] as const) {
      const text = armor.encode(file);
      expect(sealedForm(file)).toBe(form);
      for (const variant of [text, text.replaceAll('\n', '\r\n'), `\n\n  ${text}\n`, text.trim()]) {
        expect(sealedForm(ascii(variant))).toBe(form);
        expect(await problemOf(ascii(variant), key)).toBe('opened');
      }
    }
  });

  it('is nothing else', async () => {
    const text = armor.encode(await sealedQuickly(randomBytes(200), passphrase));
    const others = [
      '',
      ' ',
      'age-encryption.org/v1',
      'age-encryption.org/v2\n-> X25519 a\n',
      ' age-encryption.org/v1\n-> X25519 a\n',
      'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX',
      `x${text}`,
      `${text}x`,
      text.replace('BEGIN AGE', 'BEGIN'),
      text.replace('END AGE', 'END'),
      text.replace(/\n.{3}/, '\n'),
      `-----BEGIN AGE ENCRYPTED FILE-----\n${Buffer.from('something else').toString('base64')}\n-----END AGE ENCRYPTED FILE-----\n`,
    ];
    for (const other of others) expect([other, sealedForm(ascii(other))]).toEqual([other, undefined]);
    expect(sealedForm(randomBytes(32))).toBeUndefined();
  });
});

describe('an identity file', () => {
  const one = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
  const keygen = `# created: 2026-01-02T03:04:05Z\n# public key: age1zvkyg2lqzraa2lnjvqej32nkuu0u\n${one}\n`;

  it('holds its identities, one a line', () => {
    expect(identitiesIn(ascii(keygen))).toEqual([one]);
    expect(identitiesIn(ascii(keygen.replaceAll('\n', '\r\n')))).toEqual([one]);
    expect(identitiesIn(Buffer.from(`\uFEFF# Zoë\n${one}`))).toEqual([one]);
    expect(identitiesIn(ascii(`${one}\n\nAGE-PLUGIN-YUBIKEY-1QQ\n${one}`))).toEqual([one, one]);
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      one.toLowerCase(),
      'AGE-PLUGIN-YUBIKEY-1QQ',
      `# ${one}`,
      `key: ${one}`,
      `${one}\nhello`,
    ]) {
      expect([text, identitiesIn(ascii(text))]).toEqual([text, undefined]);
    }
    expect(identitiesIn(randomBytes(32))).toBeUndefined();
  });
});
