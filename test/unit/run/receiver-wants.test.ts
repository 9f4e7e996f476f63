import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReceiverChoice } from '../../../main/shared/views/aws';
import { codeOf, createBench, valueOf } from '../../helpers/ceremony-bench';

const ownRole = 'arn:aws:iam::111122223333:role/DatabaseServices';
const atlas: ReceiverChoice = {
  preset: 'mongodb-atlas',
  name: 'MongoDB Atlas',
  accountId: '',
  needsGrants: false,
  asks: {
    from: 'preset',
    answers: { role: [ownRole], trusted: ['444455556666'], 'external-id': ['project-1'] },
  },
};
const otherService = {
  preset: 'other',
  name: 'Example Data',
  accountId: '444455556666',
  needsGrants: false,
} as const;

async function handedOver(receiver: ReceiverChoice) {
  const bench = await createBench();
  const plan = valueOf(await bench.planKey({ draft: { ...bench.draft, receiver } }));
  const run = valueOf(await bench.createAndImport({ plan: plan.plan }));
  if (run.handOver === undefined) throw new Error('not handed over');
  return { bench, run: run.run, handOver: run.handOver };
}

describe('a role of the own account that is not there', () => {
  const mistyped = ownRole.replace('Database', 'Databse');
  const asked: ReceiverChoice = {
    ...atlas,
    asks: {
      from: 'preset',
      answers: { role: [mistyped], trusted: ['444455556666'], 'external-id': ['project-1'] },
    },
  };

  it('is named before anything is made', async () => {
    const bench = await createBench();
    const planned = await bench.planKey({ draft: { ...bench.draft, receiver: asked } });
    expect(planned).toMatchObject({ error: { code: 'receiver.ownRoleMissing', facts: { role: mistyped } } });
  });

  it('is among those who are named after AWS refused it, where IAM may not be asked', async () => {
    const bench = await createBench({ denied: ['iam:GetRole'] });
    const run = await bench.create({ receiver: asked });
    expect(run.failure?.error.code).toBe('kms.policyPrincipals');
    expect(run.failure?.error.facts?.['principals']).toContain(mistyped);
    expect(await bench.countKeys()).toBe(0);
  });
});

describe('what the receiver wants', () => {
  it('of a service that assumes a role has that role, and its policies instead of one for their side', async () => {
    const { handOver } = await handedOver(atlas);
    const { keyId, keyArn, wants } = handOver;
    expect(wants.facts).toEqual([
      { want: 'key-id', value: keyId, isOptional: false },
      { want: 'role-arn', value: ownRole, isOptional: false },
      { want: 'region', value: 'eu-central-1', isOptional: false },
    ]);
    expect(wants.role).toMatchObject({ arn: ownRole, trusted: 'arn:aws:iam::444455556666:root' });
    expect(wants.role?.trustPolicy).toContain('"sts:ExternalId": "project-1"');
    expect(JSON.parse(wants.role?.permissionsPolicy ?? '{}')).toHaveProperty('Statement.0.Resource', keyArn);
    expect(handOver).not.toHaveProperty('receiverStatement');
  });

  it('of a role of one’s own is not among what the receiver attaches on its side', async () => {
    const { handOver } = await handedOver({
      preset: 'databricks-storage',
      name: 'Databricks, workspace storage',
      accountId: '444455556666',
      needsGrants: false,
      asks: { from: 'preset', answers: { account: ['444455556666'], 'cross-account-role': [ownRole] } },
    });
    const theirSide = JSON.parse(handOver.receiverStatement ?? '{}') as { Statement: { Sid: string }[] };
    expect(theirSide.Statement.map(({ Sid }) => Sid)).toEqual([
      'AllowDatabrickstousethekeyforstorage',
      'AllowDatabrickstousethekeyforstoragebygrants',
    ]);
    expect(handOver.wants).not.toHaveProperty('role');
    expect(handOver.wants.facts.map(({ want, isOptional }) => [want, isOptional])).toEqual([
      ['key-arn', false],
      ['alias', true],
    ]);
  });

  it('is what its card says, and is the usual where nothing is known', async () => {
    const usual = await handedOver(otherService);
    expect(usual.handOver.wants.facts.map(({ want }) => want)).toEqual(['key-arn', 'account-id', 'region']);
    expect(usual.handOver.wants).toMatchObject({ steps: [], aftercare: [] });
    const note = { contact: 'keys@example.com', wanted: ['expiry', 'alias', 'region'] } as const;
    const byCard = await handedOver({ ...otherService, note });
    expect(byCard.handOver.wants.facts).toEqual([
      { want: 'alias', value: 'alias/bluescape-data', isOptional: false },
      { want: 'region', value: 'eu-central-1', isOptional: false },
    ]);
  });

  it('parts the steps before the key from those after it', async () => {
    const { handOver } = await handedOver({
      preset: 'clickhouse-cloud',
      name: 'ClickHouse Cloud',
      accountId: '',
      needsGrants: false,
      asks: { from: 'preset', answers: { role: ['arn:aws:iam::444455556666:role/Service'] } },
    });
    expect(handOver.wants).toMatchObject({
      where: 'Settings of the service',
      stepsBefore: ['Switch on encryption when you make the service, and copy the encryption role ID.'],
      steps: ['Enter the ARN of the key in the settings of the service.'],
    });
  });
});

describe('the policies of a role', () => {
  it('are saved as they are shown, each as a file of its own', async () => {
    const { bench, run, handOver } = await handedOver(atlas);
    const folder = mkdtempSync(join(tmpdir(), 'keyferry-wants-'));
    const save = async (format: 'trust-policy' | 'permissions-policy' | 'json'): Promise<string> => {
      const target = join(folder, `${format}.json`);
      bench.saveAs(target);
      valueOf(await bench.saveSummary({ run, format, text: '' }));
      return readFileSync(target, 'utf8');
    };
    const { role } = handOver.wants;
    expect(await save('trust-policy')).toBe(role?.trustPolicy);
    expect(await save('permissions-policy')).toBe(role?.permissionsPolicy);
    expect(bench.suggestedNames).toEqual([
      'PRACTICE Trust policy bluescape-data.json',
      'PRACTICE Permissions policy bluescape-data.json',
    ]);
    expect(JSON.parse(await save('json'))).toMatchObject({
      wants: { role: { arn: ownRole, trustPolicy: { Version: '2012-10-17' } } },
    });
  });

  it('are nothing to save where there is no role', async () => {
    const { bench, run } = await handedOver(otherService);
    expect(codeOf(await bench.saveSummary({ run, format: 'trust-policy', text: '' }))).toBe('run.gone');
  });
});
