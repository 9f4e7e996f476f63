import { describe, expect, it } from 'vitest';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import { allDone, benchRegion, codeOf, createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** KMS answers a list of one principal as plain text. */
const statementsOf = (policy: string) =>
  (
    JSON.parse(policy) as { Statement: { Sid: string; Principal: { AWS: string | string[] } }[] }
  ).Statement.map((statement) => ({ ...statement, Principal: { AWS: [statement.Principal.AWS].flat() } }));

describe('a ceremony in which nothing goes wrong', () => {
  it('takes every row in its order, and hands the key over', async () => {
    const bench = await createBench();
    const run = await bench.create();
    expect(rowsOf(run)).toBe(allDone);
    expect(run.failure).toBeUndefined();
    expect(run.rows.every(({ tookMs }) => tookMs !== undefined)).toBe(true);
    expect(run.rows.filter(({ requestId }) => requestId === undefined).map(({ step }) => step)).toEqual([
      'self-test',
      'wrap',
    ]);
    const { handOver, keyArn } = run;
    expect(keyArn).toMatch(/^arn:aws:kms:eu-central-1:111122223333:key\//);
    expect(handOver).toMatchObject({
      mode: 'practice',
      keyArn,
      accountId: '111122223333',
      region: benchRegion,
      partition: 'aws',
      alias: 'bluescape-data',
      keyState: 'Enabled',
      multiRegion: false,
      cloudTrailEvents: [
        'CreateKey',
        'CreateAlias',
        'GetParametersForImport',
        'ImportKeyMaterial',
        'DescribeKey',
        'Encrypt',
        'Decrypt',
        'GetKeyPolicy',
      ],
    });
    expect(handOver?.keyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    expect(handOver?.requestIds.map(({ requestId }) => uuid.test(requestId))).toEqual(Array(8).fill(true));
    expect(handOver?.expiresAt).toBeUndefined();
    expect(handOver?.actionsAllowed).toContain('kms:CreateGrant');
    expect(handOver?.receiverStatement).toContain(`"${keyArn ?? ''}"`);
    expect(await bench.countKeys()).toBe(1);
  });

  it('leaves a key with the description, tags, alias and policy of the plan', async () => {
    const bench = await createBench();
    const plan = valueOf(await bench.planKey({ draft: bench.draft }));
    expect(plan.alias).toBe('free');
    expect(plan.calls[0]).toBe('CreateKey');
    const run = valueOf(await bench.createAndImport({ plan: plan.plan }));
    const { kms } = bench.session;
    const keyId = run.handOver?.keyId ?? '';
    const facts = await kms.describeKey(keyId);
    expect(facts).toMatchObject({
      outcome: 'done',
      value: { description: 'Data of the hosted service', origin: 'EXTERNAL', state: 'Enabled' },
    });
    expect(await kms.findAlias('alias/bluescape-data')).toMatchObject({ value: keyId });
    expect(await kms.findKeysByTag({ key: 'owner', value: 'security' })).toMatchObject({ value: [keyId] });
    const policy = await kms.getKeyPolicy(keyId);
    expect(statementsOf(policy.outcome === 'done' ? policy.value : '{}')).toEqual(
      statementsOf(plan.policyJson),
    );
    expect(statementsOf(plan.policyJson).map(({ Sid }) => Sid)).toEqual(
      plan.statements.map(({ sid }) => sid),
    );
  });

  it('carries a plan out once', async () => {
    const bench = await createBench();
    const plan = valueOf(await bench.planKey({ draft: bench.draft }));
    const both = await Promise.all([
      bench.createAndImport({ plan: plan.plan }),
      bench.createAndImport({ plan: plan.plan }),
    ]);
    expect(both.map(codeOf)).toEqual(['ok', 'plan.gone']);
    expect(codeOf(await bench.createAndImport({ plan: plan.plan }))).toBe('plan.gone');
    expect(await bench.countKeys()).toBe(1);
  });

  it('imports material that expires when the plan says so', async () => {
    const bench = await createBench();
    const validTo = new Date(bench.clock.now().getTime() + 90 * 86_400_000);
    validTo.setMilliseconds(0);
    const run = await bench.create({ expiry: { kind: 'on', validTo: validTo.toISOString() } });
    expect(run.handOver?.expiresAt).toBe(validTo.toISOString());
  });

  it('reports each change of a row, in order', async () => {
    const bench = await createBench();
    const run = await bench.create();
    expect(bench.progress.map(({ seq }) => seq)).toEqual(bench.progress.map((_, at) => at));
    expect(bench.progress.at(-1)?.rows).toEqual(run.rows);
    const changes = bench.progress.map(({ rows }) =>
      rows.flatMap(({ step, state }) => (state === 'running' ? [step] : [])).join(),
    );
    expect([...new Set(changes)].filter((step) => step !== '')).toEqual(run.rows.map(({ step }) => step));
  });

  it('makes a multi-Region key', async () => {
    const bench = await createBench();
    const run = await bench.create({ multiRegion: true });
    expect(run.handOver?.multiRegion).toBe(true);
    expect(run.handOver?.keyId).toMatch(/^mrk-/);
  });
});

describe('a plan', () => {
  it.each([
    ['the own account as receiver', { accountId: '1111-2222-3333' }, 'receiver.ownAccount'],
    ['a receiver of eleven digits', { accountId: '11112222333' }, 'receiver.account'],
  ])('refuses %s', async (_what, receiver, code) => {
    const bench = await createBench();
    const draft = { ...bench.draft, receiver: { ...bench.draft.receiver, ...receiver } };
    expect(codeOf(await bench.planKey({ draft }))).toBe(code);
  });

  it.each([
    ['an alias of AWS', { alias: 'aws/mine' }, 'key.alias'],
    ['the tag that the ceremony needs', { tags: [{ key: 'keyferry:ceremony', value: 'x' }] }, 'key.tags'],
    [
      'an administrator of another account',
      { administrators: ['arn:aws:iam::444455556666:role/A'] },
      'key.principal',
    ],
    ['a user that is a session', { users: ['arn:aws:sts::111122223333:assumed-role/A/b'] }, 'key.principal'],
    [
      'an algorithm for private keys',
      { wrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256' },
      'key.wrappingAlgorithm',
    ],
    ['a date in the past', { expiry: { kind: 'on', validTo: '2020-01-01T00:00:00Z' } }, 'key.expiry'],
    [
      'material of 16 bytes outside China',
      { material: { from: 'generate', lengthBytes: 16, confirmation: noCopyConfirmation } },
      'material.wrongLength',
    ],
    [
      'a material file that is not at hand',
      {
        material: {
          from: 'file',
          handle: '00000000-0000-4000-8000-000000000000',
          confirmation: noCopyConfirmation,
        },
      },
      'material.gone',
    ],
    [
      'material without a copy that nobody confirmed',
      { material: { from: 'generate', lengthBytes: 32, confirmation: 'no' } },
      'copy.notConfirmed',
    ],
    [
      'a copy that was never opened',
      { material: { from: 'held', handle: '00000000-0000-4000-8000-000000000000' } },
      'copy.gone',
    ],
    [
      'a policy that is too large',
      {
        users: Array.from(
          { length: 200 },
          (_, n) => `arn:aws:iam::111122223333:role/${'x'.repeat(180)}/${n}${'y'.repeat(50)}`,
        ),
      },
      'key.policyTooLarge',
    ],
    ['a session that is gone', { session: '00000000-0000-4000-8000-000000000000' }, 'session.gone'],
  ] as const)('refuses %s', async (_what, changes, code) => {
    const bench = await createBench();
    expect(codeOf(await bench.planKey({ draft: { ...bench.draft, ...changes } }))).toBe(code);
    expect(await bench.countKeys()).toBe(0);
  });

  it('takes 16 bytes in China', async () => {
    const bench = await createBench();
    const session = await bench.signIn('cn-north-1');
    const draft = {
      ...bench.draft,
      session: session.view.session,
      administrators: [],
      material: { from: 'generate', lengthBytes: 16, confirmation: noCopyConfirmation },
    } as const;
    expect(codeOf(await bench.planKey({ draft }))).toBe('ok');
  });

  it('says whether the alias is taken, or that nobody would tell', async () => {
    const bench = await createBench();
    await bench.create();
    expect(valueOf(await bench.planKey({ draft: bench.draft })).alias).toBe('taken');
    bench.way.failAlways('ListAliases', { name: 'AccessDeniedException' });
    expect(valueOf(await bench.planKey({ draft: bench.draft })).alias).toBe('unknown');
  });

  it('cleans the receiver’s account of spaces and dashes', async () => {
    const bench = await createBench();
    const receiver = { ...bench.draft.receiver, accountId: ' 4444-5555 6666 ' };
    const plan = valueOf(await bench.planKey({ draft: { ...bench.draft, receiver } }));
    expect(plan.draft.receiver.accountId).toBe('444455556666');
    expect(plan.policyJson).toContain('arn:aws:iam::444455556666:root');
  });
});
