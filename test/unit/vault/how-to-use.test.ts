import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundMaterial } from '../../../main/shared/views/app';
import { checkValueOf } from '../../../main/vault/check-value';
import { makeCopyDocument } from '../../../main/vault/copies/copy-document';
import { howToUse } from '../../../main/vault/copies/how-to-use';
import { sealToRecipients, sealWithPassphrase } from '../../../main/vault/copies/seal';
import { makeIdentity, newFolder, onTerminal, withoutAge } from '../../helpers/age';
import { makeKeyPair, makePkcs8, unwrap } from '../../helpers/openssl';

const passphrase = 'orbit lemon canyon 4711';
const kinds = ['symmetric', 'rsa-private-key', 'ec-private-key'] as const;

function documentOf(material: Uint8Array, found: FoundMaterial): Uint8Array {
  return makeCopyDocument(material, {
    material: found,
    checkValue: checkValueOf(material),
    madeAt: '2026-03-04T05:06:07.089Z',
    madeBy: 'Keyferry 0.1.0',
    practice: false,
    key: {
      alias: 'value',
      keyMaterialId: 'ab'.repeat(32),
      ceremony: 'value.: .cdcdcdcd',
    },
  });
}

interface Opened {
  readonly howToUse: readonly string[];
  readonly checkValue: string;
}

/** What a successor sees who opens the copy and reads it, and then the commands in it. */
async function readCopy(folder: string, open: string) {
  expect((await onTerminal(`${open} > opened.json`, folder, passphrase)).code).toBe(0);
  const opened = JSON.parse(readFileSync(join(folder, 'opened.json'), 'utf8')) as Opened; // copy-document.test.ts
  const commands = opened.howToUse.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  return { commands, checkValue: opened.checkValue };
}

const sh = (command: string, folder: string): string =>
  execFileSync('/bin/sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Puts programs before the real ones that write down what they were started with. @returns reads what it was */
function watchCommandLines(folder: string): () => string {
  const watched = join(folder, 'watched');
  const log = join(folder, 'command-lines');
  mkdirSync(watched);
  for (const name of ['age', 'openssl', 'perl', 'od', 'tr', 'cat']) {
    const real = execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    const program = `#!/bin/sh\nprintf '%s\\n' "${name} $*" >> '${log}'\nexec ${real} "$@"\n`;
    writeFileSync(join(watched, name), program, { mode: 0o755 });
  }
  return () => readFileSync(log, 'utf8');
}

describe('the instructions in a sealed copy', () => {
  it('put no key and nothing that is computed on a command line (audit 13)', () => {
    for (const kind of kinds) {
      const commands = howToUse(kind).filter((line) => line.startsWith('$ '));
      expect(commands.filter((line) => /\$\(|`| -K |hexkey|\bkey:/.test(line))).toEqual([]);
      expect(commands[0]).toBe('$ umask 077');
    }
  });

  it('look in JSON as they are typed', () => {
    for (const kind of kinds) expect(howToUse(kind).filter((line) => /["\\]|[^ -~]/.test(line))).toEqual([]);
  });

  it('are the ones in docs/sealed-copy.md', () => {
    const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/sealed-copy.md'), 'utf8');
    const commands = kinds.flatMap((kind) => howToUse(kind).filter((line) => /^(\$|PS>) /.test(line)));
    const missing = commands.filter((line) => !guide.includes(`\n${line.replace(/^(\$|PS>) /, '')}\n`));
    expect(commands.length).toBeGreaterThan(9);
    expect(missing).toEqual([]);
  });
});

describe.skipIf(withoutAge !== '')(
  `the instructions in a sealed copy, followed to the letter${withoutAge}`,
  () => {
    it('give the material back, and wrap it for AWS', { timeout: 180_000 }, async () => {
      const material = randomBytes(32);
      const folder = newFolder();
      const document = documentOf(material, { kind: 'symmetric', lengthBytes: 32 });
      writeFileSync(join(folder, 'sealed-copy.age'), await sealWithPassphrase(document, passphrase));
      const { commands, checkValue } = await readCopy(folder, 'age --decrypt sealed-copy.age');
      const [umask = '', takeOut = '', compare = '', wrap = '', importIt = ''] = commands;
      expect((await onTerminal(`${umask}; ${takeOut}`, folder, passphrase)).code).toBe(0);
      expect(readFileSync(join(folder, 'PlaintextKeyMaterial.bin')).equals(material)).toBe(true);
      expect(sh(compare, folder)).toBe(checkValue);

      const pair = makeKeyPair(4096);
      writeFileSync(join(folder, 'WrappingPublicKey.bin'), pair.publicKey);
      sh(wrap, folder);
      const wrapped = readFileSync(join(folder, 'EncryptedKeyMaterial.bin'));
      expect(unwrap(pair, 'RSAES_OAEP_SHA_256', wrapped).equals(material)).toBe(true);
      expect(importIt).toMatch(/^aws kms import-key-material /);
    });

    it('give back private keys, for who has an identity', { timeout: 60_000 }, async () => {
      const rsa = makePkcs8('RSA', 'rsa_keygen_bits:4096');
      const ec = makePkcs8('EC', 'ec_paramgen_curve:P-521');
      const pair = makeKeyPair(4096);
      for (const [material, kind, keyName] of [
        [rsa, 'rsa-private-key', 'RSA 4096'],
        [ec, 'ec-private-key', 'P-521'],
      ] as const) {
        const folder = newFolder();
        const { file, recipient } = makeIdentity();
        const document = documentOf(material, { kind, keyName, lengthBytes: material.length });
        const sealed = await sealToRecipients(document, [recipient]);
        if (!sealed.ok) throw new Error(sealed.error.code);
        writeFileSync(join(folder, 'sealed-copy.age'), sealed.value.sealed);
        writeFileSync(join(folder, 'key.txt'), file);
        writeFileSync(join(folder, 'WrappingPublicKey.bin'), pair.publicKey);
        const open = 'age --decrypt --identity key.txt sealed-copy.age';
        const { commands, checkValue } = await readCopy(folder, open);
        const own = commands.map((line) => line.replace('--decrypt', '--decrypt --identity key.txt'));
        const shown = sh(own.filter((line) => !line.startsWith('aws ')).join('\n'), folder);
        expect(readFileSync(join(folder, 'PlaintextKeyMaterial.bin')).equals(material)).toBe(true);
        expect(shown).toBe(checkValue);
        const wrapped = readFileSync(join(folder, 'EncryptedKeyMaterial.bin'));
        expect(unwrap(pair, 'RSA_AES_KEY_WRAP_SHA_256', wrapped).equals(material)).toBe(true);
      }
    });

    it(
      'show no key to other users, on a command line or in a file (audit 13)',
      { timeout: 60_000 },
      async () => {
        const material = makePkcs8('RSA', 'rsa_keygen_bits:2048');
        const folder = newFolder();
        const { file, recipient } = makeIdentity();
        const found = { kind: 'rsa-private-key', keyName: 'RSA 2048', lengthBytes: material.length } as const;
        const sealed = await sealToRecipients(documentOf(material, found), [recipient]);
        if (!sealed.ok) throw new Error(sealed.error.code);
        const given = { 'sealed-copy.age': sealed.value.sealed, 'key.txt': file };
        for (const [name, bytes] of Object.entries(given)) writeFileSync(join(folder, name), bytes);
        writeFileSync(join(folder, 'WrappingPublicKey.bin'), makeKeyPair(4096).publicKey);
        const before = readdirSync(folder);
        const commands = howToUse('rsa-private-key').filter((line) => /^\$ (?!aws )/.test(line));
        const own = commands.map((line) =>
          line.slice(2).replace('--decrypt', '--decrypt --identity key.txt'),
        );
        const said = watchCommandLines(folder);
        sh(`umask 022; PATH="$PWD/watched:$PATH"\n${own.join('\n')}`, folder);

        const lines = said().toLowerCase();
        expect(lines).toContain('plaintextkeymaterial.bin');
        expect(lines).toContain('aes-key.bin');
        for (const secret of [material, readFileSync(join(folder, 'aes-key.bin'))]) {
          expect(lines).not.toContain(secret.toString('hex').slice(0, 16));
          expect(lines).not.toContain(secret.toString('base64').slice(0, 16).toLowerCase());
        }
        const made = readdirSync(folder, { withFileTypes: true }).filter(
          (entry) => entry.isFile() && !before.includes(entry.name) && entry.name !== 'command-lines',
        );
        expect(made.length).toBeGreaterThan(4);
        for (const { name } of made)
          expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
      },
    );
  },
);
