import { CreateKeyCommand, DescribeKeyCommand, ListKeysCommand, type KMSClient } from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import { awsQuotas, type FaultPhase, type PlannedFault } from '../../../main/practice/options';
import { refusal, refusalOf } from '../../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';

const createKey = (kms: KMSClient, Tags?: { TagKey: string; TagValue: string }[]) =>
  kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL', ...(Tags ? { Tags } : {}) }));

describe('quotas', () => {
  it('throttle above the number of requests a second, and each operation by itself', async () => {
    const bench = practiceBench({ quotas: awsQuotas });
    for (let made = 0; made < 5; made += 1) await createKey(bench.kms);
    expect(await refusal(createKey(bench.kms))).toEqual([
      'ThrottlingException',
      'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    ]);
    expect(await refusalOf(bench.kms.send(new ListKeysCommand({})))).toBe('done');
    bench.moveOn(1000);
    expect(await refusalOf(createKey(bench.kms))).toBe('done');
  });

  it('limit the number of keys', async () => {
    const { kms } = practiceBench({ quotas: { keys: 1 } });
    await createKey(kms);
    expect(await refusalOf(createKey(kms))).toBe('LimitExceededException');
  });
});

describe('permissions that the caller has not', () => {
  it('are denied in AWS’s words, and told by the simulation', async () => {
    const { kms, iam, sts } = practiceBench({ denied: ['kms:CreateKey'] });
    const [name, text] = await refusal(createKey(kms));
    expect(name).toBe('AccessDeniedException');
    expect(text).toMatch(
      /^User: arn:aws:sts::111122223333:assumed-role\/\S+ is not authorized to perform: kms:CreateKey on resource: \*/,
    );
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    const role = needed(Arn).split('/')[1] ?? '';
    const { EvaluationResults } = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: `arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/${role}`,
        ActionNames: ['kms:CreateKey', 'kms:CreateAlias'],
      }),
    );
    expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual(['implicitDeny', 'allowed']);
  });

  it('include the one that tags at creation need', async () => {
    const { kms } = practiceBench({ denied: ['kms:TagResource'] });
    expect(await refusalOf(createKey(kms))).toBe('done');
    expect(await refusalOf(createKey(kms, [{ TagKey: 'a', TagValue: 'b' }]))).toBe('AccessDeniedException');
  });
});

describe('a key that is not known everywhere yet', () => {
  it('is not found by the first calls that AWS names', async () => {
    const { kms } = practiceBench({ unsettledCalls: 2 });
    const KeyId = await createExternalKey(kms);
    const describing = () => refusalOf(kms.send(new DescribeKeyCommand({ KeyId })));
    expect([await describing(), await describing(), await describing()]).toEqual([
      'NotFoundException',
      'NotFoundException',
      'done',
    ]);
    const importing = () => refusalOf(importMaterial(kms, KeyId, Buffer.alloc(32, 1)));
    expect([await importing(), await importing(), await importing()]).toEqual([
      'NotFoundException',
      'NotFoundException',
      'done',
    ]);
  });
});

describe('planned faults', () => {
  const once = (operation: string, phase: FaultPhase, planned: PlannedFault) => {
    let left = 1;
    return {
      fault: (called: string, at: FaultPhase) =>
        called === operation && at === phase && left-- > 0 ? planned : undefined,
    };
  };
  const keyCount = async (kms: KMSClient) => (await kms.send(new ListKeysCommand({}))).Keys?.length;

  it('drop the connection before anything is done', async () => {
    const { kms } = practiceBench(once('CreateKey', 'before', { kind: 'drop' }));
    await expect(createKey(kms)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await keyCount(kms)).toBe(0);
  });

  it('drop the connection after everything is done', async () => {
    const { kms } = practiceBench(once('CreateKey', 'after', { kind: 'drop' }));
    await expect(createKey(kms)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await keyCount(kms)).toBe(1);
  });

  it('answer with an error of AWS', async () => {
    const internal = { kind: 'error', code: 'KMSInternalException', status: 500 } as const;
    const { kms } = practiceBench(once('CreateKey', 'before', internal));
    await expect(createKey(kms)).rejects.toMatchObject({
      name: 'KMSInternalException',
      $metadata: { httpStatusCode: 500 },
    });
  });

  it('leave a call without an answer until its caller gives up', async () => {
    const { kms } = practiceBench(once('CreateKey', 'after', { kind: 'hang' }));
    const giveUp = AbortSignal.timeout(50);
    const call = kms.send(new CreateKeyCommand({}), { abortSignal: giveUp });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(await keyCount(kms)).toBe(1);
  });
});

describe('what it does not have', () => {
  it('is an unknown operation, in the protocol that asked', async () => {
    const { practice } = practiceBench();
    const headers = {
      authorization: 'AWS4-HMAC-SHA256 Credential=A/20270301/eu-central-1/kms/aws4_request, Signature=0',
    };
    const ask = (extra: Record<string, string>, text: string) =>
      practice.answer({
        method: 'POST',
        headers: { ...headers, ...extra },
        path: '/',
        query: {},
        body: Buffer.from(text),
      });
    const json = await ask({ 'x-amz-target': 'TrentService.CreateCustomKeyStore' }, '{}');
    expect([json.status, Buffer.from(json.body).toString()]).toEqual([
      400,
      '{"__type":"UnknownOperationException"}',
    ]);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const xml = await ask(form, 'Action=DeleteRole&Version=2010-05-08');
    expect(Buffer.from(xml.body).toString()).toContain('<Code>InvalidAction</Code>');
    expect((await ask({}, '')).status).toBe(404);
  });

  it('is an answer to a request that nobody signed', async () => {
    const { practice } = practiceBench();
    const unsigned = await practice.answer({
      method: 'POST',
      headers: { 'x-amz-target': 'TrentService.ListKeys' },
      path: '/',
      query: {},
      body: Buffer.from('{}'),
    });
    expect(Buffer.from(unsigned.body).toString()).toContain('MissingAuthenticationTokenException');
    expect(unsigned.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
