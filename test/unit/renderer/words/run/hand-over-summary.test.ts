import { describe, expect, it } from 'vitest';
import type { HandOverView } from '../../../../../main/shared/views/aws';
import { limits } from '../../../../../main/shared/limits';
import { ownRecordText } from '../../../../../renderer/words/run/hand-over-record';
import { handOverText } from '../../../../../renderer/words/run/hand-over-summary';
import { factsItem, isTold } from '../../../../../renderer/words/run/receiver-wants';
import type { ReceiverWant } from '../../../../../main/shared/views/receiver-wants';
import { handOverView, keyArn, own, region, theirs } from '../../ceremony-views';
import { sharedCustody, without } from '../../views';

const fromJob3: HandOverView = {
  ...without(handOverView, 'alias', 'receiver', 'receiverStatement', 'checkValue', 'custody'),
  actionsAllowed: [],
  expiresAt: '2027-03-01T22:59:59.000Z',
};
const practised: HandOverView = { ...handOverView, mode: 'practice' };
const longest: HandOverView = {
  ...practised,
  alias: 'a'.repeat(250),
  receiver: { preset: 'other', name: 'n'.repeat(200), accountId: theirs, needsGrants: true },
  receiverStatement: 'x'.repeat(1500),
  requestIds: Array.from({ length: 30 }, () => ({
    operation: 'GetParametersForImport',
    requestId: '7f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
  })),
};

describe('the hand-over summary', () => {
  const lines = handOverText(handOverView, 'UTC').split('\n');

  it('states what the receiver asked for', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'AWS KMS key for Bluescape',
        `Key ARN: ${keyArn}`,
        `AWS account ID: ${own}`,
        `AWS Region: ${region}`,
        'Key state: Enabled, checked Mon, 23 Nov 2026, 13:40 UTC',
        'Expiration: Key material does not expire',
        `Receiver's AWS account ID: ${theirs}`,
        'What the key policy allows: kms:Encrypt, kms:Decrypt',
        'Events to look for in CloudTrail: CreateKey, ImportKeyMaterial',
        'Check value: 0123456789abcdef',
        '- CreateKey: 7f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
      ]),
    );
    expect(lines.join('\n')).toContain(handOverView.receiverStatement);
  });

  it('never gives the alias as an identifier', () => {
    const named = lines.filter((line) => line.includes('bluescape-byok-2026'));
    expect(named).toEqual(['Alias (a name, not an identifier): bluescape-byok-2026']);
  });

  it('tells the receiver nothing of the copy and of who holds it', () => {
    const text = handOverText({ ...handOverView, custody: sharedCustody }, 'UTC');
    expect(text).not.toMatch(/copy|share|custodian|Alice|\.age/i);
  });

  it('leaves out what an offline import does not know', () => {
    const text = handOverText(fromJob3, 'UTC');
    expect(text).toContain('AWS KMS key for the receiver');
    expect(text).toContain('Key material expires Mon, 1 Mar 2027, 22:59 UTC');
    expect(text).not.toMatch(/Alias|policy allows|on their side/);
  });

  it('says before and after that it is practice, and only then', () => {
    const said = handOverText(practised).trim().split('\n');
    expect(said.at(0)).toMatch(/^PRACTICE/);
    expect(said.at(-1)).toMatch(/^PRACTICE/);
    expect(lines.join('\n')).not.toMatch(/practice/i);
  });

  it.each([handOverView, fromJob3, practised, longest])(
    'holds no gap, and fits the clipboard verb (%#)',
    (view) => {
      const text = handOverText(view);
      expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\$\{|: \n/);
      expect(text.length).toBeLessThanOrEqual(limits.maxCopiedTextChars);
    },
  );
});

const aliasArn = `arn:aws:kms:${region}:${own}:alias/bluescape-byok-2026`;
const role = `arn:aws:iam::${own}:role/team/KeyAccess`;
const assuming: HandOverView = {
  ...without(handOverView, 'receiverStatement'),
  wants: {
    facts: [
      { want: 'role-arn', value: role, isOptional: false },
      { want: 'key-arn', value: keyArn, isOptional: false },
      { want: 'alias-arn', value: aliasArn, isOptional: true },
      { want: 'external-id', value: 'project-1', isOptional: false },
    ],
    where: 'Settings, Encryption',
    stepsBefore: ['Look up the external ID.'],
    steps: ['Enter the ARNs.'],
    aftercare: ['Wait for 72 hours.'],
    source: { page: 'https://example.com/guide', readOn: '2026-11-27' },
    role: {
      arn: role,
      trusted: `arn:aws:iam::${theirs}:root`,
      externalId: 'project-1',
      trustPolicy: '{ "trust": true }',
      permissionsPolicy: '{ "permissions": true }',
    },
  },
};

describe('the summary for a receiver that assumes a role', () => {
  const text = handOverText(assuming, 'UTC');

  it('begins with what it wants to be told, in its order, each once', () => {
    const lines = text.split('\n').slice(2);
    expect(lines.slice(0, 6)).toEqual([
      `Role ARN: ${role}`,
      `Key ARN: ${keyArn}`,
      `Alias ARN: ${aliasArn}`,
      'External ID: project-1',
      'Where it is typed: Settings, Encryption',
      `AWS account ID: ${own}`,
    ]);
    expect(lines.filter((line) => line.startsWith('Key ARN: '))).toHaveLength(1);
    expect(text).not.toContain('not an identifier');
  });

  it.each([
    ['summary', text],
    ['own record', ownRecordText(assuming, 'UTC')],
  ])('has its steps, what comes after, and the policies of the role (%s)', (_of, whole) => {
    expect(whole).toContain(
      [
        '1. Look up the external ID. (Done)',
        `2. Create the key in ${region}, and import its key material. (Done)`,
        '3. Let the role KeyAccess use the key, by the key policy. (Done)',
        '4. Your IAM administrator makes sure that the role KeyAccess has the policies that it needs.',
        '5. Enter the ARNs.',
        '',
        'What comes after:',
        '- Wait for 72 hours.',
        '',
        'By its guide, read on 2026-11-27: https://example.com/guide',
      ].join('\n'),
    );
    expect(whole).toContain('Trust policy:\n{ "trust": true }\nPermissions policy:\n{ "permissions": true }');
    expect(whole).not.toMatch(/undefined|null|NaN|Invalid Date|\$\{|: \n/);
    expect(whole.length).toBeLessThanOrEqual(limits.maxCopiedTextChars);
  });

  it('says where the key policy is enough', () => {
    const { role: whole, ...wants } = assuming.wants;
    const enough = { ...wants, ...(whole && { role: without(whole, 'permissionsPolicy') }) };
    expect(handOverText({ ...assuming, wants: enough })).toContain('It needs no permissions policy');
  });
});

describe('what was copied', () => {
  const wants = (...facts: readonly (readonly [ReceiverWant, string])[]) => ({
    ...assuming.wants,
    facts: facts.map(([want, value]) => ({ want, value, isOptional: false })),
  });

  it('tells what is part of it: an ARN says account, Region and key ID', () => {
    const { facts } = wants(['account-id', own], ['region', region], ['key-id', handOverView.keyId]);
    expect(facts.map((fact) => isTold(fact, [keyArn]))).toEqual([true, true, true]);
    expect(facts.map((fact) => isTold(fact, [role]))).toEqual([true, false, false]);
  });

  it('names the item by the one thing there is to give', () => {
    const titleOf = (...facts: readonly (readonly [ReceiverWant, string])[]) =>
      factsItem('Service', wants(...facts)).title;
    expect(titleOf(['key-arn', keyArn], ['region', region])).toBe('Give Service the ARN');
    expect(titleOf(['alias-arn', aliasArn])).toBe('Give Service the ARN of the alias');
    expect(titleOf(['key-id', handOverView.keyId], ['role-arn', role])).toBe('Give Service what it asks for');
  });
});

describe('the own record', () => {
  it('says which key material it is and where its copy is', () => {
    expect(ownRecordText(handOverView, 'UTC').split('\n')).toEqual(
      expect.arrayContaining([
        `Key ARN: ${keyArn}`,
        'Check value: 0123456789abcdef',
        `- orders.age, 1408 bytes, SHA-256 ${'a9'.repeat(32)}`,
        'Events to look for in CloudTrail: CreateKey, ImportKeyMaterial',
        '- CreateKey: 7f3c1b7a-9d24-4e0f-8c6b-2a7d9e4f1c03',
      ]),
    );
    expect(ownRecordText({ ...handOverView, custody: sharedCustody })).toContain(
      'Custodians: Alice, Bob, Carol',
    );
  });

  it('says plainly that there is no copy', () => {
    const text = ownRecordText({ ...handOverView, custody: { kept: 'none' } });
    expect(text).toContain('No copy was kept: confirmed by typing “no copy”');
  });

  it.each([
    handOverView,
    fromJob3,
    practised,
    {
      ...longest,
      custody: {
        ...sharedCustody,
        files: Array.from({ length: 20 }, (_, number) => ({
          name: `${'n'.repeat(100)} ${number}.txt`,
          bytes: 1200,
        })),
      },
    },
  ])('holds no gap, and fits the clipboard verb (%#)', (view) => {
    const text = ownRecordText(view);
    expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\$\{|: \n/);
    expect(text.startsWith('PRACTICE')).toBe(view.mode === 'practice');
    expect(text.length).toBeLessThanOrEqual(limits.maxCopiedTextChars);
  });
});
