import { describe, expect, it } from 'vitest';
import {
  checkAlias,
  checkDescription,
  checkExpiry,
  checkPolicySize,
  checkPrincipal,
  checkTags,
} from '../../../main/aws/check-key';
import { checkReceiverAccount } from '../../../main/aws/policy/check-receiver';
import { keyPolicyText, makeKeyPolicy } from '../../../main/aws/policy/key-policy';
import type { Result } from '../../../main/shared/result';

const reasonOf = (result: Result<unknown>) =>
  result.ok ? 'fine' : `${result.error.code} ${result.error.facts?.['reason'] ?? ''}`.trim();

const own = { accountId: '111122223333', partition: 'aws' };

describe('an alias', () => {
  it.each([
    ['bluescape-key', 'fine'],
    ['Team/Key_1', 'fine'],
    ['x'.repeat(250), 'fine'],
    ['x'.repeat(251), 'key.alias tooLong'],
    ['', 'key.alias empty'],
    ['alias/x', 'key.alias prefix'],
    ['aws/ebs', 'key.alias reserved'],
    ['with space', 'key.alias characters'],
    ['colon:x', 'key.alias characters'],
    ['ümlaut', 'key.alias characters'],
  ])('%j is %s', (alias, expected) => {
    expect(reasonOf(checkAlias(alias))).toBe(expected);
  });

  it('gets its prefix', () => {
    expect(checkAlias('mine')).toEqual({ ok: true, value: 'alias/mine' });
  });
});

describe('a description', () => {
  it.each([
    ['', 'fine'],
    ['Key of Ärzte & Söhne\nline two', 'fine'],
    ['x'.repeat(8192), 'fine'],
    ['x'.repeat(8193), 'key.description tooLong'],
    ['bell\u0007', 'key.description characters'],
  ])('%# is %s', (description, expected) => {
    expect(reasonOf(checkDescription(description))).toBe(expected);
  });
});

describe('tags', () => {
  const tag = (key: string, value = 'v') => ({ key, value });
  it.each([
    [[tag('Owner', ''), tag('owner')], 'fine'],
    [[tag('Kosten stelle+-=._:/@ äß')], 'fine'],
    [[tag('a'), tag('a')], 'key.tags duplicate'],
    [[tag('')], 'key.tags empty'],
    [[tag('AwS:x')], 'key.tags reserved'],
    [[tag('x'.repeat(129))], 'key.tags tooLong'],
    [[tag('x', 'x'.repeat(257))], 'key.tags tooLong'],
    [[tag('x', 'no,comma')], 'key.tags characters'],
    [[tag('ours')], 'key.tags duplicate'],
    [Array.from({ length: 50 }, (_, at) => tag(`k${at}`)), 'key.tags tooMany'],
    [Array.from({ length: 49 }, (_, at) => tag(`k${at}`)), 'fine'],
  ])('%# are %s', (tags, expected) => {
    expect(reasonOf(checkTags(tags, [tag('ours', '')]))).toBe(expected);
  });

  it('are refused by their number', () => {
    const refused = checkTags([tag('fine'), tag('aws:no')]);
    expect(refused).toMatchObject({ error: { facts: { tag: 2 } } });
  });
});

describe('a principal', () => {
  it.each([
    ['arn:aws:iam::111122223333:role/App', 'fine'],
    [' arn:aws:iam::111122223333:user/team/jo.doe@example.com ', 'fine'],
    ['arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_X_0a', 'fine'],
    ['arn:aws:sts::111122223333:assumed-role/App/session', 'key.principal session'],
    ['arn:aws:iam::999999999999:role/App', 'key.principal account'],
    ['arn:aws-cn:iam::111122223333:role/App', 'key.principal partition'],
    ['arn:aws:iam::111122223333:root', 'key.principal shape'],
    ['arn:aws:iam::111122223333:group/G', 'key.principal shape'],
    ['arn:aws:iam::111122223333:role/*', 'key.principal shape'],
    ['arn:aws:iam::111122223333:role/a*/b', 'key.principal wildcard'],
    [
      'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
      'key.principal serviceLinked',
    ],
    ['App', 'key.principal shape'],
    ['', 'key.principal shape'],
  ])('%s is %s', (arn, expected) => {
    expect(reasonOf(checkPrincipal(arn, own))).toBe(expected);
  });
});

describe("the receiver's account", () => {
  it.each([
    '444455556666',
    ' 4444-5555-6666 ',
    '4444 5555 6666',
    '4444\u20135555\u00a06666',
    'arn:aws:iam::444455556666:root',
  ])('%j is read', (text) => {
    expect(checkReceiverAccount(text, own)).toEqual({ ok: true, value: '444455556666' });
  });

  it.each([
    ['1111-2222-3333', 'receiver.ownAccount'],
    ['44445555666', 'receiver.account length'],
    ['4444555566667', 'receiver.account length'],
    ['', 'receiver.account length'],
    ['44445555666x', 'receiver.account digits'],
    ['arn:aws-us-gov:iam::444455556666:root', 'receiver.account partition'],
  ])('%j is refused: %s', (text, expected) => {
    expect(reasonOf(checkReceiverAccount(text, own))).toBe(expected);
  });

  it.each([
    'arn:aws:iam::444455556666:role/KeyUser',
    'arn:aws:iam::444455556666:user/root',
    'arn:aws:iam::444455556666:role/root',
    'arn:aws:sts::444455556666:assumed-role/KeyUser/session',
    'arn:aws:sts::444455556666:root',
    'arn:aws:kms:eu-central-1:444455556666:key/0a1b2c3d',
  ])('is not taken from %j, which would let the whole account in (audit 13)', (text) => {
    expect(checkReceiverAccount(text, own)).toMatchObject({
      ok: false,
      error: { code: 'receiver.account', facts: { reason: 'principal', accountId: '444455556666' } },
    });
  });
});

describe('an expiry', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  it.each([
    ['2026-11-23T12:00:01Z', 'fine'],
    ['2027-11-23T12:00:00Z', 'fine'],
    ['2027-11-23T12:00:01Z', 'key.expiry tooFar'],
    ['2026-11-23T12:00:00Z', 'key.expiry past'],
    ['soon', 'key.expiry unreadable'],
  ])('on %s is %s', (validTo, expected) => {
    expect(reasonOf(checkExpiry({ kind: 'on', validTo }, now))).toBe(expected);
  });

  it('may be missing', () => {
    expect(reasonOf(checkExpiry({ kind: 'never' }, now))).toBe('fine');
  });
});

describe("a policy's size", () => {
  it('is counted in bytes', () => {
    const padded = (bytes: number) => `{"Id":"${'ä'.repeat(bytes / 2)}"}`;
    expect(reasonOf(checkPolicySize(padded(32_768 - 9)))).toBe('fine');
    expect(reasonOf(checkPolicySize(padded(32_770 - 8)))).toBe('key.policyTooLarge');
  });

  it('is passed by some two hundred users, and not by a thousand', () => {
    const policyOf = (users: number) =>
      keyPolicyText(
        makeKeyPolicy({
          ...own,
          administrators: [],
          users: Array.from({ length: users }, (_, at) => `arn:aws:iam::111122223333:role/Role${at}`),
          receiver: { account: { accountId: '444455556666', needsGrants: true }, statements: [] },
          multiRegion: false,
        }),
      );
    expect(reasonOf(checkPolicySize(policyOf(200)))).toBe('fine');
    expect(reasonOf(checkPolicySize(policyOf(1000)))).toBe('key.policyTooLarge');
  });

  it('comes with characters that KMS takes', () => {
    expect(reasonOf(checkPolicySize('{"Id":"ключ"}'))).toBe('key.principal characters');
  });
});
