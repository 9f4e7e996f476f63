import { expect, it } from 'vitest';
import { admittedAccounts } from '../../../main/aws/policy/admitted-accounts';
import { readPolicyText } from '../../../main/aws/policy/read-policy';

const own = '111122223333';
const allow = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
const admitted = (...statements: object[]) =>
  admittedAccounts(readPolicyText(JSON.stringify({ Version: '2012-10-17', Statement: statements })), own);

it.each([
  ['its own account', { AWS: `arn:aws:iam::${own}:root` }, []],
  [
    'accounts, once each and in order',
    { AWS: ['444455556666', 'arn:aws:iam::222233334444:root', 'arn:aws:iam::444455556666:role/x'] },
    ['222233334444', '444455556666'],
  ],
  ['a session of a role', { AWS: 'arn:aws:sts::222233334444:assumed-role/r/s' }, ['222233334444']],
  ['anybody', '*', ['*']],
  [
    'a service, and nobody who was deleted',
    { Service: 'ebs.amazonaws.com', AWS: 'AROAEXAMPLEEXAMPLE12' },
    [],
  ],
])('admits %s', (_, Principal, accounts) => {
  expect(admitted({ ...allow, Principal })).toEqual({ accounts, maybeMore: false });
});

it('admits nobody by a statement that denies', () => {
  expect(admitted({ ...allow, Effect: 'Deny', Principal: { AWS: '222233334444' } }).accounts).toEqual([]);
});

it('admits of anybody only the account that the condition names', () => {
  const Condition = { StringEquals: { 'kms:CallerAccount': own } };
  expect(admitted({ ...allow, Principal: { AWS: '*' }, Condition }).accounts).toEqual([]);
  const other = { StringEquals: { 'kms:CallerAccount': '222233334444' } };
  expect(admitted({ ...allow, Principal: { AWS: '*' }, Condition: other }).accounts).toEqual([
    '222233334444',
  ]);
});

it('says that there may be more where a statement cannot be read, unless it denies', () => {
  const strange = { ...allow, Principal: { AWS: '222233334444' }, NotResource: 'x' };
  expect(admitted(strange)).toEqual({ accounts: [], maybeMore: true });
  expect(admitted({ ...strange, Effect: 'Deny' }).maybeMore).toBe(false);
  expect(admittedAccounts(readPolicyText('no JSON'), own)).toEqual({ accounts: [], maybeMore: true });
});
