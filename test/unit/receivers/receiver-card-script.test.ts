import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCard } from '../../../main/receivers/read-card';
import { grantCard, roleCard, statementCard } from '../../helpers/receiver-cards';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'keyferry-card-'));
const at = (name: string): string => join(folder, name);
const usual = ['--name', 'Example Data', '--account', '210987654321', '--contact', 'keys@example.com'];

function receiverCard(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/receiver-card.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run receiver-card', { timeout: 120_000 }, () => {
  it('makes a signed card that the app reads, and never replaces a file', async () => {
    const args = [
      ...usual,
      '--region',
      'eu-west-1',
      '--region',
      'eu-central-1',
      '--grants',
      '--valid-days',
      '30',
    ];
    const made = receiverCard(...args, '--new-key', at('key.pem'), '--out', at('card.json'));
    expect(made).toMatchObject({ status: 0 });
    const read = await readCard(readFileSync(at('card.json')));
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.card).toMatchObject({
      regions: ['eu-west-1', 'eu-central-1'],
      needs: ['cryptographic-use', 'grants'],
      wants: ['key-arn', 'account-id', 'region'],
    });
    expect(made.stdout.split('\n')[0]).toBe(Buffer.from(read.value.thumbprint ?? []).toString('hex'));
    if (process.platform !== 'win32') expect(statSync(at('key.pem')).mode & 0o777).toBe(0o600);
    // Another program reads the key as what it is.
    expect(
      execFileSync('openssl', ['pkey', '-in', at('key.pem'), '-noout', '-text'], { encoding: 'utf8' }),
    ).toMatch(/^ED25519/i);
    const again = receiverCard(...args, '--sign', at('key.pem'), '--out', at('card.json'));
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('exists already');
  });

  it('makes a card of version 2 from a statement, and refuses one that no receiver may have', async () => {
    const others = ['--name', 'Example Vault', '--region', 'eu-central-1', '--contact', 'keys@example.com'];
    const write = (name: string, Action: string): string => {
      writeFileSync(at(name), JSON.stringify({ ...statementCard.statement, Action }));
      return at(name);
    };
    const good = [
      '--statement',
      write('good.json', 'kms:Decrypt'),
      '--where',
      'Settings',
      '--step',
      'Press Test.',
    ];
    expect(receiverCard(...others, ...good, '--out', at('card2.json'))).toMatchObject({ status: 0 });
    const read = await readCard(readFileSync(at('card2.json')));
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.card).toMatchObject({ version: 2, where: 'Settings', steps: ['Press Test.'] });
    const bad = receiverCard(
      ...others,
      '--statement',
      write('bad.json', 'kms:*'),
      '--out',
      at('bad-card.json'),
    );
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('receiver.statement, reason: everything, word: kms:*');
  });

  it('makes a card with blanks and a role, and one with a grant, from files', async () => {
    const others = ['--name', 'Example Vault', '--region', 'eu-central-1', '--contact', 'keys@example.com'];
    const files = (fields: object): readonly string[] =>
      Object.entries(fields).flatMap(([field, value]) => {
        const path = at(`${field}-${String(readdirSync(folder).length)}.json`);
        writeFileSync(path, JSON.stringify(value));
        return [`--${field}`, path];
      });
    const { blanks, statement, trust } = roleCard;
    const role = [...others, ...files({ blanks, statement, trust }), '--wants', 'role-arn'];
    expect(receiverCard(...role, '--out', at('role-card.json'))).toMatchObject({ status: 0 });
    const read = await readCard(readFileSync(at('role-card.json')));
    expect(read).toMatchObject({
      ok: true,
      value: { card: { version: 2, blanks, trust, wants: ['role-arn'] } },
    });
    const grant = [...others, ...files({ blanks: grantCard.blanks, grant: grantCard.grant })];
    expect(receiverCard(...grant, '--out', at('grant-card.json')).stderr).toContain(
      'card.missingField, field: known',
    );
    const later = receiverCard(...grant, '--after-arn', '--out', at('grant-card.json'));
    expect(later).toMatchObject({ status: 0 });
    expect(await readCard(readFileSync(at('grant-card.json')))).toMatchObject({
      ok: true,
      value: { card: { grant: grantCard.grant, known: 'after-arn' } },
    });
  });

  it('says what it needs, and refuses what the app would refuse', () => {
    expect(receiverCard().stderr).toContain('usage: npm run receiver-card');
    const before = readdirSync(folder);
    const wild = receiverCard(...usual, '--region', 'eu-*', '--new-key', at('k.pem'), '--out', at('w.json'));
    expect(wild.status).toBe(1);
    expect(wild.stderr).toContain('card.region, reason: wildcard');
    expect(readdirSync(folder)).toEqual(before);
  });
});
