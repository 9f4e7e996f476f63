import { describe, expect, it } from 'vitest';
import { revokeAccount } from '../../../main/aws/policy/revoke-account';
import { stillOpen } from '../../../main/aws/policy/still-open';
import { codeOf, valueOf } from '../../helpers/results';

const receiver = '210987654321';
const own = '111122223333';
const root = (account: string): string => `arn:aws:iam::${account}:root`;
const ours = `{ "Sid" : "Root",  "Effect":"Allow", "Principal":{"AWS":"${root(own)}"}, "Action":"kms:*","Resource":"*" }`;
const around = (...statements: readonly string[]): string =>
  `{\n  "Version" : "2012-10-17",\n  "Statement" : [ ${statements.join(', ')} ]\n}`;
const allow = (principal: string, more = ''): string =>
  `{"Sid":"S", "Effect":"Allow","Principal":${principal},\t"Action":"kms:Decrypt","Resource":"*"${more}}`;

const revoked = (policy: string, mends = false): string =>
  valueOf(revokeAccount(policy, receiver, { mends })).text;

describe('taking an account out of a key policy', () => {
  it.each([
    ['its root', `{"AWS":"${root(receiver)}"}`],
    ['its bare number', `{"AWS":"${receiver}"}`],
    [
      'a role, a user and a session of it',
      `{"AWS":["arn:aws:iam::${receiver}:role/a/R", "arn:aws:iam::${receiver}:user/U","arn:aws:sts::${receiver}:assumed-role/R/s"]}`,
    ],
    ['its identity provider', `{"Federated":"arn:aws:iam::${receiver}:saml-provider/P"}`],
    ['its root of another partition', `{"AWS":"arn:aws-us-gov:iam::${receiver}:root"}`],
  ])('takes the statement along that lets in nobody but %s', (_what, principal) => {
    expect(revoked(around(ours, allow(principal)))).toBe(around(ours));
    expect(revoked(around(allow(principal), ours))).toBe(around(ours));
    expect(revoked(around(allow(principal), allow(principal), ours, allow(principal)))).toBe(around(ours));
  });

  it.each([
    ['the first', `["${receiver}", "${root(own)}"]`, `["${root(own)}"]`],
    ['the last', `["${root(own)}" , "${root(receiver)}"]`, `["${root(own)}"]`],
    ['the middle', `[ "333344445555","${receiver}", "${root(own)}" ]`, `[ "333344445555", "${root(own)}" ]`],
    ['several', `["${receiver}","333344445555", "${root(receiver)}"]`, `["333344445555"]`],
  ])('takes %s of a list, and leaves the rest character by character', (_what, before, after) => {
    const policy = (names: string) => around(ours, allow(`{"AWS":${names}, "Service":"ec2.amazonaws.com"}`));
    expect(revoked(policy(before))).toBe(policy(after));
  });

  it('takes a kind of principal along that is left empty, and leaves the others', () => {
    const policy = (principal: string) => around(allow(principal), ours);
    expect(revoked(policy(`{ "AWS":["${receiver}"], "Service":"ec2.amazonaws.com" }`))).toBe(
      policy('{ "Service":"ec2.amazonaws.com" }'),
    );
    expect(revoked(policy(`{ "Service":"ec2.amazonaws.com", "AWS":"${receiver}" }`))).toBe(
      policy('{ "Service":"ec2.amazonaws.com" }'),
    );
  });

  it('leaves everything that does not let it in', () => {
    const policy = around(
      ours,
      `{"Effect":"Deny","Principal":{"AWS":"${receiver}"},"Action":"kms:*","Resource":"*"}`,
      allow('"*"', `, "Condition":{"StringEquals":{"kms:CallerAccount":"${receiver}"}}`),
      allow(`{"AWS":"arn:aws:iam::${own}:role/${receiver}"}`),
      allow(`{"AWS":"AROAIIAUMPGZXJDTDRKZQ"}`),
    );
    expect(revoked(policy)).toBe(policy);
  });

  it('mends what AWS refuses in every policy, only where it was asked to', () => {
    const old = `{"Sid":"Old","Effect":"Allow","Principal":{"AWS":"333344445555"},"Action":"kms:Decrypt"}`;
    const ghost = (names: string) => allow(`{"AWS":${names}}`);
    const policy = around(
      ours,
      old,
      ghost('["AROAIIAUMPGZXJDTDRKZQ","333344445555"]'),
      ghost(`"${receiver}"`),
    );
    expect(revoked(policy)).toContain('"Old"');
    expect(revoked(policy)).toContain('AROA');
    expect(revoked(policy, true)).toBe(around(ours, ghost('["333344445555"]')));
  });

  it.each([
    [
      'names its statements twice',
      `{"Statement":[${allow(`{"AWS":"${receiver}"}`)}],"Statement":[${ours},${allow(`{"AWS":"${receiver}"}`)}], "Version":"x"}`,
      'ok',
    ],
    [
      'names the principals of one twice',
      around(
        ours,
        `{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*","Resource":"*","Principal":{"AWS":["${own}","${receiver}"]}}`,
      ),
      'ok',
    ],
    ['is no JSON', '{"Statement":', 'policy.unreadable'],
    ['has no statements', '{"Version":"2012-10-17"}', 'policy.unreadable'],
    ['is a list', '[]', 'policy.unreadable'],
  ])('never changes anything else in a policy that %s', (_what, policy, code) => {
    const answer = revokeAccount(policy, receiver, { mends: false });
    expect(codeOf(answer)).toBe(code);
    if (answer.ok) expect(JSON.stringify(JSON.parse(answer.value.text))).not.toContain(receiver);
  });

  it('refuses to leave no statement at all', () => {
    const alone = `{"Statement":${allow(`{"AWS":"${receiver}"}`)}}`;
    expect(codeOf(revokeAccount(alone, receiver, { mends: false }))).toBe('policy.locksOut');
  });

  it('finds its way through marks and quotes within texts', () => {
    const sid = String.raw`"Sid":"a \"quoted\" [list], {of} \\ things:"`;
    const odd = `{${sid},"Effect":"Allow","Principal":{"AWS":["${own}"]},"Action":"kms:*","Resource":"*"}`;
    expect(revoked(around(odd, allow(`{"AWS":"${receiver}"}`)))).toBe(around(odd));
  });
});

describe('what still lets an account in', () => {
  const through = (...statements: readonly string[]) =>
    stillOpen(around(...statements), { accountId: receiver, ownAccount: own }).map((each) => each.through);
  const condition = (key: string, value: string, operator = 'StringEquals'): string =>
    `,"Condition":{"${operator}":{"${key}":"${value}"}}`;

  it.each([
    ['everybody', allow('"*"'), ['everybody']],
    [
      'everybody under a condition of something else',
      allow('{"AWS":"*"}', condition('kms:ViaService', 'ec2.eu-central-1.amazonaws.com')),
      ['everybody'],
    ],
    [
      'an organisation',
      allow('{"AWS":"*"}', condition('aws:PrincipalOrgID', 'o-a1b2c3d4e5')),
      ['organisation'],
    ],
    [
      'a path of an organisation',
      allow('{"AWS":"*"}', condition('aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*', 'ForAnyValue:StringLike')),
      ['organisation'],
    ],
    ['a condition that names it', allow('"*"', condition('kms:CallerAccount', receiver)), ['condition']],
    [
      'a condition with a pattern',
      allow('"*"', condition('aws:PrincipalAccount', '2109*', 'StringLike')),
      ['condition'],
    ],
    ['a condition that names another', allow('"*"', condition('kms:CallerAccount', own)), []],
    [
      'NotPrincipal',
      `{"Sid":"N","Effect":"Allow","NotPrincipal":{"AWS":"${own}"},"Action":"kms:*","Resource":"*"}`,
      ['not-principal'],
    ],
    ['a statement that cannot be read', allow('"*"', ',"More":1'), ['unread']],
    ['a role of the own account', allow(`{"AWS":"arn:aws:iam::${own}:role/Bridge"}`), ['own-roles']],
    ['IAM policies of the own account', ours, ['own-iam']],
    ['a user of the own account', allow(`{"AWS":"arn:aws:iam::${own}:user/Ada"}`), []],
    ['another account', allow('{"AWS":"333344445555"}'), []],
    ['a denial', `{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}`, []],
  ])('is said of %s', (_what, statement, expected) => {
    expect(through(statement)).toEqual(expected);
  });
});
