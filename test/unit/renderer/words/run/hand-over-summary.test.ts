import { describe, expect, it } from 'vitest';
import type { HandOverView } from '../../../../../main/shared/views/aws';
import { limits } from '../../../../../main/shared/limits';
import { ownRecordText } from '../../../../../renderer/words/run/hand-over-record';
import { handOverText } from '../../../../../renderer/words/run/hand-over-summary';
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
