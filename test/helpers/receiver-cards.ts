import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ReceiverCard } from '../../main/receivers/card-shape';
import { readCard } from '../../main/receivers/read-card';
import { errorWords } from '../../renderer/words/errors';

/** A valid card, of which tests change parts. */
export const goodCard = {
  format: 'keyferry-vendor-card' as const,
  version: 1 as const,
  name: 'Example Data',
  accountId: '210987654321',
  regions: ['eu-central-1'],
  needs: ['cryptographic-use' as const, 'grants' as const],
  contact: 'keys@example.com',
  wants: ['key-arn' as const, 'account-id' as const, 'region' as const],
  issuedAt: '2026-11-01T00:00:00Z',
} satisfies ReceiverCard;

/** A card of version 2, with a statement in place of an account. */
export const statementCard = {
  format: 'keyferry-vendor-card',
  version: 2,
  name: 'Example Vault',
  regions: ['eu-central-1'],
  statement: {
    Sid: 'ExampleVault',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::210987654321:role/example-vault' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'acme' } },
  },
  imported: 'yes',
  multiRegion: 'possible',
  contact: 'keys@example.com',
  wants: ['alias-arn', 'region'],
  where: 'Settings > Encryption',
  stepsBefore: ['Ask for a tenant ID.'],
  steps: ['Enter the ARN and press Test.'],
  aftercare: ['The key is used after 24 hours.'],
} as const;

const plainCard = {
  format: 'keyferry-vendor-card',
  version: 2,
  name: 'Example Vault',
  regions: ['eu-central-1'],
  contact: 'keys@example.com',
  wants: ['key-arn'],
} as const;

/** A card of version 2 whose statement has blanks: a role, and a condition with a value that is filled in already. */
export const blanksCard = {
  ...plainCard,
  blanks: [
    { name: 'role', label: 'Role of your tenant', hint: 'Settings > Encryption shows it.', kind: 'role' },
    { name: 'tenant', label: 'Tenant', hint: 'The tenant of your contract.', kind: 'text', value: 'acme' },
  ],
  statement: {
    Sid: 'ExampleVault',
    Effect: 'Allow',
    Principal: { AWS: { blank: 'role' } },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition: { StringEquals: { 'kms:EncryptionContext:tenant': { blank: 'tenant' } } },
  },
} as const;

/** One whose receiver assumes a role of the person's own account. */
export const roleCard = {
  ...plainCard,
  blanks: [
    { name: 'role', label: 'ARN of your role', hint: 'The role that we assume.', kind: 'own-role' },
    {
      name: 'us',
      label: 'Our account',
      hint: 'It is in your contract.',
      kind: 'account',
      value: '210987654321',
    },
    { name: 'id', label: 'External ID', hint: 'It is in your contract.', kind: 'text', value: 'tenant-7' },
  ],
  statement: {
    Sid: 'ExampleVault',
    Effect: 'Allow',
    Principal: { AWS: { blank: 'role' } },
    Action: ['kms:Decrypt', 'kms:Encrypt'],
    Resource: '*',
  },
  trust: { role: 'role', principal: 'us', externalId: 'id', permissions: true },
  wants: ['key-arn', 'role-arn', 'external-id'],
} as const;

/** One whose receiver is let in by a grant, once it knows the ARN. */
export const grantCard = {
  ...plainCard,
  known: 'after-arn',
  blanks: [
    {
      name: 'user',
      label: 'Our user',
      hint: 'Settings show it once you have registered the ARN.',
      kind: 'user',
    },
  ],
  grant: { grantee: 'user', retiring: 'user', operations: ['Encrypt', 'Decrypt', 'CreateGrant'] },
} as const;

export const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');
const coded = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');

export const ed25519 = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('ed25519');

export const jwkOf = (publicKey: KeyObject): Record<string, unknown> => ({
  ...publicKey.export({ format: 'jwk' }),
});

/** Signs by hand as in RFC 7515 §5.1, with any header, and only with node:crypto. */
export function signByHand(
  payload: Uint8Array,
  privateKey: KeyObject,
  header: string | Record<string, unknown>,
): { payload: string; protected: string; signature: string } {
  const sealed = coded(typeof header === 'string' ? header : JSON.stringify(header));
  const input = `${sealed}.${coded(payload)}`;
  return {
    payload: coded(payload),
    protected: sealed,
    signature: coded(sign(null, Buffer.from(input, 'ascii'), privateKey)),
  };
}

export function writeCard(folder: string, value: unknown, name = 'receiver-card.json'): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : bytesOf(value));
  return path;
}

/** What is wrong with a card of this text, as `code fact=value …`. */
export async function faultOfCard(text: string): Promise<string> {
  const read = await readCard(Buffer.from(text, 'utf8'));
  if (read.ok) return 'none';
  const { code, facts = {} } = read.error;
  const words = Object.values(errorWords(read.error, new Date())).join(' ');
  // No character of a refused card may turn a sentence around.
  expect(words).not.toMatch(/[^\x20-\x7e“”’…]/u);
  expect(words).not.toMatch(/undefined|\[object/);
  return [code, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' ');
}
