import { describe, expect, it } from 'vitest';
import { readingPolicy } from '../../../main/aws/look-after-permissions';
import { preflight } from '../../../main/aws/preflight';
import { iamSession } from '../../helpers/session-over-answers';
import { simulated, xmlRefusal, type Answering } from '../../helpers/aws-answers';
import { createLookAfterJob } from '../../helpers/look-after-job';
import { valueOf } from '../../helpers/results';

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: object;
}

const statementsIn = (policy = '{"Statement":[]}'): readonly Statement[] =>
  (JSON.parse(policy) as { readonly Statement: readonly Statement[] }).Statement;
const preflightOver = async (iam: Answering) => preflight(await iamSession(iam), 'look-after');

const keys = 'arn:aws:kms:*:111122223333:key/*';
const changes = ['kms:GetParametersForImport', 'kms:ImportKeyMaterial'];

describe('the preflight of looking after keys', () => {
  it('has nothing to send when all is allowed', async () => {
    const view = await preflightOver(simulated(() => 'allowed'));
    expect(new Set(view.rows.map(({ answer }) => answer))).toEqual(new Set(['allowed']));
    expect(view.missingStatement).toBeUndefined();
    expect(view.missingForGrants).toBeUndefined();
  });

  it('asks for reading only: who may change nothing can still look', async () => {
    const view = await preflightOver(
      simulated((action) => (changes.includes(action) ? 'explicitDeny' : 'allowed')),
    );
    const refused = view.rows.filter(({ answer }) => answer !== 'allowed');
    expect(refused.map(({ action, optional }) => [action, optional])).toEqual(
      changes.map((action) => [action, true]),
    );
    expect(view.missingStatement).toBeUndefined();
  });

  it('asks for what is missing, of the keys of every Region, and reads more only of imported ones', async () => {
    const view = await preflightOver(() => xmlRefusal('AccessDenied'));
    expect(new Set(view.rows.map(({ answer }) => answer))).toEqual(new Set(['unknown']));
    const statements = statementsIn(view.missingStatement);
    expect(statements.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['ListKeys', '*'],
      ['DescribeKeys', keys],
      ['ReadImportedKeys', keys],
    ]);
    // AWS lists keys of each origin, and only DescribeKey says which one has.
    expect(statements.map(({ Condition }) => Condition)).toEqual([
      undefined,
      undefined,
      { StringEquals: { 'kms:KeyOrigin': 'EXTERNAL' } },
    ]);
    const actions = statements.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => !/^kms:(Describe|Get|List)/.test(action))).toEqual([]);
    expect(actions).not.toContain('kms:GetParametersForImport');
  });

  it('leaves out what there is already', async () => {
    const missing = ['kms:ListAliases', 'kms:ListGrants'];
    const view = await preflightOver(
      simulated((action) => (missing.includes(action) ? 'implicitDeny' : 'allowed')),
    );
    expect(statementsIn(view.missingStatement).map(({ Sid, Action }) => [Sid, Action])).toEqual([
      ['ListKeys', ['kms:ListAliases']],
      ['ReadImportedKeys', ['kms:ListGrants']],
    ]);
  });

  it('tells what only IAM can give from what the policy of each key may give as well', async () => {
    const view = await preflightOver(simulated(() => 'implicitDeny'));
    const denied = view.rows.filter(({ answer }) => answer === 'denied').map(({ action }) => action);
    expect(denied).toEqual(['kms:ListKeys', 'kms:ListAliases']);
  });
});

describe('the policy that allows reading', () => {
  it('allows each operation that listing and opening send, and nothing else', async () => {
    const job = createLookAfterJob();
    const [sample] = job.practice.sampleKeys('eu-central-1');
    const session = await job.signIn();
    valueOf(await job.verbs.listKeys({ session, regions: ['eu-central-1'] }));
    valueOf(await job.verbs.openKey({ session, arn: sample?.arn ?? '' }));
    const sent = new Set(job.way.sent.filter((operation) => operation !== 'other'));
    const policy = readingPolicy({ partition: 'aws', accountId: '111122223333' });
    const allowed = statementsIn(policy).flatMap(({ Action }) => Action);
    expect(allowed.toSorted()).toEqual([...sent].map((operation) => `kms:${operation}`).toSorted());
  });

  it('is of the partition and the account of the person who sends it', () => {
    const statements = statementsIn(readingPolicy({ partition: 'aws-cn', accountId: '444455556666' }));
    expect(new Set(statements.map(({ Resource }) => Resource))).toEqual(
      new Set(['*', 'arn:aws-cn:kms:*:444455556666:key/*']),
    );
  });
});
