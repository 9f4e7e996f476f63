import { describe, expect, it } from 'vitest';
import { runSteps, type PlanView, type PolicyStatementView } from '../../../../../main/shared/views/aws';
import { runAnnouncement, stepText } from '../../../../../renderer/words/run/run';
import { isPrincipalArn, principalName } from '../../../../../renderer/jobs/create-and-import/principal-arn';
import { policySentence, principalWords } from '../../../../../renderer/words/create-and-import/policy';
import { outcomeSentence } from '../../../../../renderer/words/create-and-import/review';
import { profileFacts } from '../../../../../renderer/words/sign-in/sign-in';
import { admin, own, planView, profile, region, regions, theirs } from '../../ceremony-views';

describe('the words of the running list', () => {
  const states = ['waiting', 'running', 'done', 'failed', 'unknown', 'skipped'] as const;

  it('differ for each step and state, so that a screen reader hears each change', () => {
    const said = runSteps.flatMap((step) => states.map((state) => stepText({ step, state })));
    expect(new Set(said).size).toBe(runSteps.length * states.length);
  });

  it('say in one line that the import parameters had expired, and were fetched once more', () => {
    const row = { step: 'get-parameters', isRenewed: true } as const;
    const said = states.map((state) => stepText({ ...row, state }));
    expect(new Set(said).size).toBe(states.length);
    expect(said.filter((text) => !text.includes('expired'))).toEqual([]);
    expect(runAnnouncement([{ ...row, state: 'running' }])).toMatch(/^Fetching a fresh .* have expired$/);
  });

  it('announce the row that is being worked on', () => {
    expect(
      runAnnouncement([
        { step: 'create-key', state: 'done' },
        { step: 'import', state: 'running' },
      ]),
    ).toBe(stepText({ step: 'import', state: 'running' }));
    expect(runAnnouncement([{ step: 'create-key', state: 'done' }])).toBe('');
  });
});

describe('principals', () => {
  it.each([
    [admin, true],
    [`arn:aws-cn:iam::${own}:user/team/anna`, true],
    [`arn:aws:iam::${own}:root`, false],
    [`arn:aws:sts::${own}:assumed-role/Admin/anna`, false],
    [`arn:aws:iam::${own}:group/admins`, false],
    [`${admin} ${admin}`, false],
    ['anna', false],
  ])('%s may be in a key policy: %s', (arn, isPrincipal) => {
    expect(isPrincipalArn(arn)).toBe(isPrincipal);
  });

  it('are called by the end of their name', () => {
    expect(principalName(`arn:aws:iam::${own}:role/team/Admin`)).toBe('Admin');
    expect(principalName(`arn:aws:iam::${own}:root`)).toBe(`Account ${own}`);
  });

  it('are told apart in the sentences of the policy', () => {
    const known = { receiver: { name: 'Bluescape', accountId: theirs }, callerArn: admin };
    expect(principalWords(admin, known)).toBe('role KeyAdministrator (you)');
    expect(principalWords(`arn:aws:iam::${own}:user/anna`, known)).toBe('user anna');
    expect(principalWords(`arn:aws:iam::${theirs}:root`, known)).toContain('Bluescape');
    const all = 'verybody whom';
    expect(principalWords(`arn:aws:iam::${theirs}:root`, known)).toBe(
      `Bluescape: e${all} account ${theirs} allows`,
    );
    expect(principalWords(`arn:aws:iam::${own}:root`, known)).toBe(`E${all} your account ${own} allows`);
    expect(principalWords('444455556666', known)).toBe(`E${all} account 444455556666 allows`);
    expect(principalWords(own, { ...known, isRefused: true })).toBe(`Everybody in your account ${own}`);
  });
});

describe('the sentences of the key policy', () => {
  const statement = (actions: readonly string[], onlyForAwsResources = false): PolicyStatementView => ({
    sid: 'x',
    principals: [admin],
    actions,
    onlyForAwsResources,
  });

  it('differ for each statement, and name those it is about', () => {
    const said = [
      statement(['kms:Create*', 'kms:Put*', 'kms:ImportKeyMaterial']),
      statement(['kms:Encrypt', 'kms:Decrypt']),
      statement(['kms:CreateGrant'], true),
      statement(['kms:GetPublicKey']),
    ].map(policySentence);
    expect(new Set(said.map(({ text }) => text)).size).toBe(4);
    expect(said.map(({ principals }) => principals)).toEqual(Array(4).fill([admin]));
  });

  it('say of every action that it is everything', () => {
    expect(policySentence(statement(['kms:Decrypt', 'kms:*'])).text).toBe(
      'These may do everything with the key:',
    );
  });
});

describe('the sentence of the review', () => {
  const said = (change: Partial<PlanView['draft']>): string =>
    outcomeSentence({ ...planView, draft: { ...planView.draft, ...change } }, regions);

  it('names account, key, Region, material, expiry and receiver', () => {
    const sentence = said({});
    for (const fact of [
      own,
      'bluescape-byok-2026',
      'Europe (Frankfurt)',
      region,
      'does not expire',
      theirs,
    ]) {
      expect(sentence).toContain(fact);
    }
    expect(sentence.match(/\./g)).toHaveLength(1);
  });

  it('changes with what was chosen', () => {
    expect(said({ multiRegion: true })).toContain('Multi-Region');
    expect(said({ expiry: { kind: 'on', validTo: '2027-03-01T22:59:59.000Z' } })).toContain('expires on');
    expect(said({ material: { from: 'file', handle: 'x', confirmation: 'no copy' } })).toContain(
      'your own file',
    );
    expect(said({ receiver: { ...planView.draft.receiver, needsGrants: false } })).not.toContain('services');
  });
});

describe('the facts of a profile', () => {
  it('are what tells it from another', () => {
    expect(profileFacts(profile('a', { accountId: own, roleName: 'Admin', region, needsMfa: true }))).toBe(
      `IAM Identity Center · account ${own} · role Admin · ${region} · asks for an MFA code`,
    );
    expect(profileFacts(profile('a', { kind: 'static' }))).toBe('Access key');
  });
});
