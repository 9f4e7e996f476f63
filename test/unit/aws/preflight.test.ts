import { describe, expect, it } from 'vitest';
import { preflight } from '../../../main/aws/preflight';
import { accessFor } from '../../../renderer/sign-in/selectors';
import { simulated, xmlRefusal, type Answering } from '../../helpers/aws-answers';
import { iamSession } from '../../helpers/session-over-answers';

describe('the preflight', () => {
  const answers = async (iam: Answering) => {
    const view = await preflight(await iamSession(iam));
    const byAction = Object.fromEntries(view.rows.map(({ action, answer }) => [action, answer]));
    return { view, byAction };
  };

  it('has nothing to send when all is allowed', async () => {
    const { view } = await answers(simulated(() => 'allowed'));
    expect(new Set(view.rows.map(({ answer }) => answer))).toEqual(new Set(['allowed']));
    expect(view.missingStatement).toBeUndefined();
  });

  it('tells what only IAM can give from what the key policy may give as well', async () => {
    const { byAction, view } = await answers(
      simulated((action) => (action === 'kms:ImportKeyMaterial' ? 'explicitDeny' : 'implicitDeny')),
    );
    expect(byAction).toMatchObject({
      'kms:CreateKey': 'denied',
      'kms:TagResource': 'denied',
      'kms:CreateAlias': 'denied',
      'kms:PutKeyPolicy': 'unknown',
      'kms:ImportKeyMaterial': 'denied',
      'iam:ListUsers': 'denied',
    });
    const statement: unknown = JSON.parse(view.missingStatement ?? '');
    expect(statement).toMatchObject({
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'kms:CreateKey',
          Resource: '*',
          Condition: { StringEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
        },
        { Action: 'kms:TagResource', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*' },
        { Action: 'kms:CreateAlias', Resource: 'arn:aws:kms:eu-west-1:111122223333:alias/*' },
        { Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*' },
      ],
    });
    expect(view.missingStatement).not.toContain('iam:');
  });

  it('asks for what is missing alone', async () => {
    const { view } = await answers(
      simulated((action) => (action === 'kms:TagResource' ? 'implicitDeny' : 'allowed')),
    );
    const { Statement } = JSON.parse(view.missingStatement ?? '') as { Statement: unknown[] };
    expect(Statement).toHaveLength(1);
  });

  it('asks for no use of the key, which only the test at the end takes (audit 13)', async () => {
    const use = ['kms:Encrypt', 'kms:Decrypt'];
    const { view } = await answers(
      simulated((action) => (use.includes(action) ? 'implicitDeny' : 'allowed')),
    );
    expect(view.rows.filter(({ optional }) => optional).map(({ action }) => action)).toEqual(
      expect.arrayContaining(use),
    );
    expect(view.missingStatement).toBeUndefined();
  });

  it('asks for grants by themselves, and only where a grant will be made', async () => {
    const grants = ['kms:ListGrants', 'kms:CreateGrant'];
    const { view } = await answers(
      simulated((action) => (grants.includes(action) ? 'implicitDeny' : 'allowed')),
    );
    const ofCreating = accessFor(view, undefined);
    expect(ofCreating.rows.map(({ action }) => action)).not.toEqual(expect.arrayContaining(grants));
    expect(ofCreating.missingStatement).toBeUndefined();
    const ofGrant = accessFor(view, ['kms:DescribeKey', ...grants]);
    expect(ofGrant.rows.map(({ answer }) => answer)).toEqual(['allowed', 'unknown', 'unknown']);
    const { Statement } = JSON.parse(ofGrant.missingStatement ?? '') as { Statement: unknown };
    expect(Statement).toEqual([
      {
        Sid: 'LetReceiversIn',
        Effect: 'Allow',
        Action: grants,
        Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*',
      },
    ]);
  });

  it('knows nothing where it may not ask', async () => {
    const { view } = await answers(() => xmlRefusal('AccessDenied'));
    expect(new Set(view.rows.map(({ answer }) => answer))).toEqual(new Set(['unknown']));
    expect(view.missingStatement).toContain('kms:CreateKey');
  });

  it('tells the simulator what the requests will carry', async () => {
    const bodies: string[] = [];
    await answers((request, count) => {
      bodies.push(decodeURIComponent(request.body));
      return simulated(() => 'allowed')(request, count);
    });
    expect(bodies.every((body) => body.includes('PolicySourceArn=arn:aws:iam::111122223333:user/jo'))).toBe(
      true,
    );
    expect(bodies.every((body) => /kms:KeyOrigin.*EXTERNAL/.test(body))).toBe(true);
    const alias = bodies.find((body) => body.includes('kms:CreateAlias'));
    expect(alias).toContain('arn:aws:kms:eu-west-1:111122223333:alias/');
  });
});
