import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as age from 'age-encryption';
import { describe, expect, it } from 'vitest';
import {
  identitiesIn,
  openSealed,
  sealedForm,
  sealToRecipients,
  sealWithPassphrase,
} from '../../main/vault/copies/seal';
import { makeIdentity, newFolder, onTerminal, withoutAge } from '../helpers/age';
import { name, problemOf, same, sealed, sealedQuickly } from '../helpers/sealed-files';

const passphrase = 'orbit lemon canyon 4711';

describe('what is sealed to recipients', () => {
  it('opens exactly, a thousand times over, for the recipient and for who sealed it', async () => {
    const own = await age.generateX25519Identity();
    const recipient = await age.identityToRecipient(own);
    for (let round = 0; round < 1000; round++) {
      const document = randomBytes(randomInt(1, 6000));
      const before = Uint8Array.from(document);
      const { sealed: file, reopenWith } = await sealed(document, [recipient]);
      const opened = await openSealed(file, round % 2 ? { identities: [own] } : reopenWith, name);
      expect(opened.ok && same(opened.value, before)).toBe(true);
      expect(same(document, before)).toBe(true);
    }
  });

  it('opens for each of twenty recipients, one after the other', async () => {
    const owners = await Promise.all(Array.from({ length: 20 }, () => age.generateX25519Identity()));
    const document = randomBytes(300);
    const to = await Promise.all(owners.map((owner) => age.identityToRecipient(owner)));
    const { sealed: file } = await sealed(document, to);
    for (const owner of owners) {
      const opened = await openSealed(file, { identities: [owner] }, name);
      expect(opened.ok && same(opened.value, document)).toBe(true);
    }
  });

  it('is post-quantum for all or for none, and the way back in is so too', async () => {
    const own = await age.generateHybridIdentity();
    const recipient = await age.identityToRecipient(own);
    const document = randomBytes(300);
    const { sealed: file, reopenWith } = await sealed(document, [recipient]);
    expect(reopenWith.stanza).toBe('mlkem768x25519');
    expect(Buffer.from(file).toString('latin1')).not.toContain('-> X25519');
    for (const key of [{ identities: [own] }, reopenWith]) {
      const opened = await openSealed(file, key, name);
      expect(opened.ok && same(opened.value, document)).toBe(true);
    }
  });

  it('has a new way back in each time, that opens this one file', async () => {
    const document = randomBytes(40);
    const [one, other] = [await sealed(document), await sealed(document)];
    expect(one.reopenWith.fileKey).not.toEqual(other.reopenWith.fileKey);
    expect(one.reopenWith.fileKey.some((byte) => byte !== 0)).toBe(true);
    expect(await problemOf(one.sealed, other.reopenWith)).toEqual({ code: 'copy.damaged', name });
    expect(await problemOf(one.sealed, one.reopenWith)).toBe('opened');
  });

  it('is sealed to those who were named, and to nobody besides (audit 13)', async () => {
    for (const make of [age.generateX25519Identity, age.generateHybridIdentity]) {
      for (const count of [1, 2, 5]) {
        const owners = await Promise.all(Array.from({ length: count }, make));
        const to = await Promise.all(owners.map((owner) => age.identityToRecipient(owner)));
        const { sealed: file, reopenWith } = await sealed(randomBytes(300), to);
        const [header = ''] = Buffer.from(file).toString('latin1').split('\n--- ');
        expect(header.match(/^-> .*/gm)).toHaveLength(count);
        expect(reopenWith.count).toBe(count);
      }
    }
  });

  it('is not opened again here when a recipient is missing in it, or one is there that nobody named (audit 13)', async () => {
    const [ours, stranger] = await Promise.all([age.generateX25519Identity(), age.generateX25519Identity()]);
    const named = await age.identityToRecipient(ours);
    const document = randomBytes(300);
    const { sealed: file, reopenWith } = await sealed(document, [named]);
    const more = await sealed(document, [named, await age.identityToRecipient(stranger)]);
    for (const [given, wrong] of [
      [file, { ...reopenWith, count: 2 }],
      [file, { ...reopenWith, stanza: 'mlkem768x25519' }],
      [more.sealed, { ...more.reopenWith, count: 1 }],
    ] as const) {
      expect(await problemOf(given, wrong)).toEqual({ code: 'copy.wrongIdentity' });
    }
  });

  it('does not open without the right identity', async () => {
    const { sealed: file, own } = await sealed(randomBytes(40));
    const stranger = await age.generateX25519Identity();
    for (const identities of [[], [stranger], ['AGE-SECRET-KEY-1QQQ'], ['nonsense'], [`${own}Q`]]) {
      expect(await problemOf(file, { identities })).toEqual({ code: 'copy.wrongIdentity' });
    }
    expect(await problemOf(file, { passphrase })).toEqual({ code: 'copy.wrongPassphrase' });
    expect(await problemOf(file, { identities: [stranger, own] })).toBe('opened');
  });
});

describe('recipients', () => {
  const good = 'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t';
  it.each([
    ['an SSH key', 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJc', 'unsupported'],
    ['a recipient of a plugin', good, 'unsupported'],
    ['a hardware key', 'age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e', 'unsupported'],
    ['nothing', '', 'notAge'],
    ['a word', 'custodian@example.com', 'notAge'],
    ['a secret key', 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX', 'notAge'],
    ['one with a slip', 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk', 'notAge'],
    ['one in capitals', 'AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ', 'notAge'],
    ['one that is too short', 'age1zvkyg2lqzraa2lnjvqej32nk', 'notAge'],
    ['a post-quantum one beside one that is not', `age1pq1${'q'.repeat(1952)}`, 'unsupported'],
  ])('are refused by their number: %s', async (_, bad, reason) => {
    const first = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
    const result = await sealToRecipients(randomBytes(40), [first, bad]);
    expect(result.ok ? 'sealed' : result.error).toEqual({
      code: 'copy.badRecipient',
      stage: 'custody',
      retry: 'change-input',
      changedInAws: false,
      facts: { number: 2, reason },
    });
  });

  it('are refused by their number when they are post-quantum as well', async () => {
    const first = await age.identityToRecipient(await age.generateHybridIdentity());
    const slip = first.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'));
    const classic = await age.identityToRecipient(await age.generateX25519Identity());
    for (const [second, reason] of [
      [slip, 'notAge'],
      [classic, 'unsupported'],
    ] as const) {
      const result = await sealToRecipients(randomBytes(40), [first, second]);
      expect(result.ok ? 'sealed' : result.error.facts).toEqual({ number: 2, reason });
    }
  });

  it('are at least one', async () => {
    const result = await sealToRecipients(randomBytes(40), []);
    expect(result.ok ? 'sealed' : result.error.facts).toEqual({ number: 1, reason: 'notAge' });
  });
});

describe('what is sealed with a passphrase', () => {
  it('opens exactly, asks for the work that age asks for, and does not open with another', async () => {
    const document = randomBytes(3000);
    const file = await sealWithPassphrase(document, passphrase);
    expect(Buffer.from(file).toString('latin1').split('\n')[1]).toMatch(/^-> scrypt [A-Za-z0-9+/]{22} 18$/);
    const opened = await openSealed(file, { passphrase }, name);
    expect(opened.ok && same(opened.value, document)).toBe(true);
    const wrong = { code: 'copy.wrongPassphrase' };
    expect(await problemOf(file, { passphrase: `${passphrase} ` })).toEqual(wrong);
    expect(await problemOf(file, { identities: [await age.generateX25519Identity()] })).toEqual({
      code: 'copy.wrongIdentity',
    });
  });

  it('opens exactly, hundreds of times over, whatever the passphrase', async () => {
    const letters = 'a Z 0 9 - _ . , ; : ! " \\ $ \' ` ä ß é Å ñ 漢 字 к л 🔑 👩‍🚀'.split(/(?= )/);
    for (let round = 0; round < 300; round++) {
      const typed = Array.from({ length: randomInt(1, 60) }, () => letters[randomInt(letters.length)]).join(
        '',
      );
      const document = randomBytes(randomInt(1, 4000));
      const file = await sealedQuickly(document, typed.normalize('NFC'));
      const opened = await openSealed(file, { passphrase: typed.normalize('NFD') }, name);
      expect(opened.ok && same(opened.value, document)).toBe(true);
    }
  });

  it('is sealed in the form that keyboards type, and opened in any other that age took', async () => {
    const [composed, split] = ['Ångström für 漢字', 'Ångström für 漢字'].map((text, index) =>
      text.normalize(index ? 'NFD' : 'NFC'),
    ) as [string, string];
    const document = randomBytes(40);
    const decrypter = new age.Decrypter();
    decrypter.addPassphrase(composed);
    expect(same(await decrypter.decrypt(await sealWithPassphrase(document, split)), document)).toBe(true);
    expect(await problemOf(await sealedQuickly(document, split), { passphrase: split })).toBe('opened');
  });

  it('may not ask for more work than two steps above our own', async () => {
    const file = Buffer.from(await sealedQuickly(randomBytes(40), passphrase, 10)).toString('latin1');
    for (const workFactor of [21, 22, 30, 64, 999]) {
      const asking = Buffer.from(file.replace(' 10\n', ` ${workFactor}\n`), 'latin1');
      const started = performance.now();
      expect(await problemOf(asking, { passphrase })).toEqual({ code: 'copy.workFactor', workFactor });
      expect(performance.now() - started).toBeLessThan(500);
    }
    for (const workFactor of ['0', '010', '-1', '1e1', '', '9999', '18446744073709551616', '18 18']) {
      const asking = Buffer.from(file.replace(' 10\n', ` ${workFactor}\n`), 'latin1');
      expect(await problemOf(asking, { passphrase })).toEqual({ code: 'copy.damaged', name });
    }
  });
});

describe.skipIf(withoutAge !== '')(`the age program${withoutAge}`, () => {
  const document = randomBytes(3000);

  it('opens what we sealed with a passphrase, typed at its prompt', async () => {
    const folder = newFolder();
    const typed = 'größer als 12 & "$HOME" \\n';
    writeFileSync(join(folder, name), await sealWithPassphrase(document, typed));
    const { code, shown } = await onTerminal(`age --decrypt --output opened ${name}`, folder, typed);
    expect([code, shown]).toEqual([0, expect.stringContaining('Enter passphrase')]);
    expect(same(readFileSync(join(folder, 'opened')), document)).toBe(true);
  });

  it('opens what we sealed to its recipients', async () => {
    const folder = newFolder();
    const people = [makeIdentity(), makeIdentity()];
    const { sealed: file } = await sealed(
      document,
      people.map(({ recipient }) => recipient),
    );
    writeFileSync(join(folder, name), file);
    for (const person of people) {
      writeFileSync(join(folder, 'key.txt'), person.file);
      const command = `age --decrypt --identity key.txt --output opened ${name}`;
      expect(await onTerminal(command, folder)).toEqual({ code: 0, shown: '' });
      expect(same(readFileSync(join(folder, 'opened')), document)).toBe(true);
    }
  });

  it('has its own files opened by us, armored or not', async () => {
    const folder = newFolder();
    const { file: identity, recipient } = makeIdentity();
    const identities = identitiesIn(identity);
    if (!identities) throw new Error('age-keygen made no identity.');
    writeFileSync(join(folder, 'plain'), document);
    for (const [options, form, key] of [
      ['--passphrase', 'passphrase', { passphrase }],
      [`--armor --recipient ${recipient}`, 'recipients', { identities }],
    ] as const) {
      const { code } = await onTerminal(`age ${options} --output ${name} plain`, folder, passphrase);
      const file = readFileSync(join(folder, name));
      expect([options, code, sealedForm(file)]).toEqual([options, 0, form]);
      const opened = await openSealed(file, key, name);
      expect([options, opened.ok && same(opened.value, document)]).toEqual([options, true]);
    }
  });
});
