import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../main/shared/views/aws';
import { allDone, codeOf, createBench, rowsOf } from '../../helpers/ceremony-bench';
import { exceptionsOf, recordOf } from '../../helpers/saved-record';

const aDay = 24 * 60 * 60 * 1000;

/** The steps that were last told to be made anew because what they made had expired. */
const renewedSteps = (progress: readonly RunProgress[]) =>
  progress.at(-1)?.rows.flatMap(({ step, isRenewed }) => (isRenewed ? [step] : []));

describe('the network is lost in the middle of', () => {
  it.each([
    ['CreateKey', 'request lost'],
    ['CreateKey', 'answer lost'],
    ['CreateAlias', 'request lost'],
    ['CreateAlias', 'answer lost'],
    ['GetParametersForImport', 'request lost'],
    ['GetParametersForImport', 'answer lost'],
    ['ImportKeyMaterial', 'request lost'],
    ['ImportKeyMaterial', 'answer lost'],
    ['DescribeKey', 'answer lost'],
    ['Encrypt', 'answer lost'],
    ['Decrypt', 'answer lost'],
    ['GetKeyPolicy', 'answer lost'],
  ] as const)('%s, %s: the run ends with one key', async (operation, fault) => {
    const bench = await createBench();
    bench.way.fail(operation, fault);
    let run = await bench.create();
    if (run.failure) {
      expect(run.failure.next).toBe('continue');
      run = await bench.goOn(run);
    }
    expect(rowsOf(run)).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
    // The one call whose repetition is harmless: it settles what became of the first.
    const imports = bench.way.sent.filter((sent) => sent === 'ImportKeyMaterial').length;
    expect(imports).toBe(operation === 'ImportKeyMaterial' ? 2 : 1);
  });

  it.each(['GetParametersForImport', 'DescribeKey', 'Encrypt', 'Decrypt', 'GetKeyPolicy'])(
    '%s, for longer: the run stops, keeps what is done, and goes on',
    async (operation) => {
      const bench = await createBench();
      bench.way.failAlways(operation, 'request lost');
      const stopped = await bench.create();
      expect(stopped.failure).toMatchObject({
        error: { code: 'network.reset', changedInAws: true },
        next: 'continue',
      });
      bench.way.heal();
      expect(rowsOf(await bench.goOn(stopped))).toBe(allDone);
      expect(await bench.countKeys()).toBe(1);
    },
  );
});

describe('CreateKey without an answer', () => {
  it('was carried out: the key is found by its tag, without a second call', async () => {
    const bench = await createBench();
    bench.way.fail('CreateKey', 'answer lost');
    expect(rowsOf(await bench.create())).toBe(allDone);
    expect(bench.way.sent.filter((sent) => sent === 'CreateKey')).toHaveLength(1);
  });

  it('was not carried out: it is called again only when the person says so', async () => {
    const bench = await createBench();
    bench.way.fail('CreateKey', 'request lost');
    const run = await bench.create();
    expect(rowsOf(run)).toBe('create-key unknown');
    expect(run.failure).toMatchObject({ error: { code: 'run.createUnknown', retry: 'check-first' } });
    expect(bench.way.sent.filter((sent) => sent === 'CreateKey')).toHaveLength(1);
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
  });

  it('is never called again while nobody can tell whether there is a key', async () => {
    const bench = await createBench();
    bench.way.fail('CreateKey', 'answer lost');
    bench.way.failAlways('ListKeys', 'request lost');
    const offline = await bench.create();
    const stillOffline = await bench.goOn(offline);
    bench.way.failAlways('ListKeys', { name: 'AccessDeniedException' });
    const denied = await bench.goOn(stillOffline);
    for (const run of [offline, stillOffline, denied]) {
      expect(run.failure).toMatchObject({ error: { code: 'run.createUnknown' }, next: 'continue' });
    }
    expect(bench.way.sent.filter((sent) => sent === 'CreateKey')).toHaveLength(1);
    bench.way.heal();
    expect(rowsOf(await bench.goOn(denied))).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
  });

  it('left two keys with the tag: both are named, and neither is used before a person chooses, which the record says', async () => {
    const bench = await createBench();
    const plan = await bench.planKey({ draft: bench.draft });
    bench.way.fail('CreateKey', 'answer lost');
    bench.way.failAlways('ListKeys', 'request lost');
    const run = plan.ok ? await bench.createAndImport({ plan: plan.value.plan }) : plan;
    if (!run.ok) throw new Error(run.error.code);
    bench.way.heal();
    const tag = await bench.ceremonyTag();
    await bench.session.kms.createKey({
      policy: plan.ok ? plan.value.policyJson : '',
      description: '',
      tags: [tag],
      multiRegion: false,
    });
    const found = await bench.goOn(run.value);
    expect(found.failure).toMatchObject({ error: { code: 'run.severalKeys' }, next: 'choose-key' });
    const [keyId = '', ...others] = String(found.failure?.error.facts?.['keys']).split(', ');
    expect(others).toHaveLength(1);
    const chosen = await bench.goOn(found, { keyId });
    expect(chosen.handOver).toMatchObject({ keyId, keyState: 'Enabled' });
    expect(exceptionsOf((await recordOf(bench, chosen.run)).record)).toContain('key-chosen');
  });
});

describe('ImportKeyMaterial', () => {
  it('without an answer is settled by the same bytes, and by no state of the key that could be looked up', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', 'answer lost');
    bench.way.failAlways('DescribeKey', 'request lost');
    const run = await bench.create();
    expect(rowsOf(run)).toContain('import done, describe failed');
    expect(bench.way.bodies('ImportKeyMaterial')).toHaveLength(2);
    expect(new Set(bench.way.bodies('ImportKeyMaterial')).size).toBe(1);
    bench.way.heal();
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(bench.way.bodies('ImportKeyMaterial')).toHaveLength(2);
  });

  it('that is denied leaves the key, and goes on with it', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
    const run = await bench.create();
    expect(run.keyArn).toBeDefined();
    expect(run.failure).toMatchObject({
      error: { code: 'aws.accessDenied', changedInAws: true },
      next: 'continue',
    });
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
  });

  it('after the import token has expired gets a fresh set and new material', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
    const run = await bench.create();
    bench.clock.moveOn(aDay);
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(bench.way.sent.filter((sent) => sent === 'GetParametersForImport')).toHaveLength(2);
    expect(new Set(bench.way.bodies('ImportKeyMaterial')).size).toBe(2);
    expect(renewedSteps(bench.progress)).toEqual(['get-parameters']);
  });

  it('that AWS refuses for the token’s age gets a fresh set', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
    const run = await bench.create();
    expect(run.failure).toMatchObject({ error: { code: 'kms.expiredImportToken' }, next: 'continue' });
    expect(renewedSteps(bench.progress)).toEqual([]);
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(bench.way.sent.filter((sent) => sent === 'GetParametersForImport')).toHaveLength(2);
    expect(renewedSteps(bench.progress)).toEqual(['get-parameters']);
  });

  it.each([
    ['InvalidCiphertextException', 'kms.invalidCiphertext'],
    ['IncorrectKeyMaterialException', 'kms.incorrectKeyMaterial'],
  ])('that is answered with %s stops for good', async (name, code) => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', { name });
    const run = await bench.create();
    expect(run.failure).toMatchObject({ error: { code }, next: 'stop' });
    const sent = bench.way.sent.length;
    expect((await bench.goOn(run)).failure).toEqual(run.failure);
    expect(bench.way.sent).toHaveLength(sent);
  });

  it('is not sent to a key that is to be deleted', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
    const run = await bench.create();
    await bench.session.kms.scheduleKeyDeletion(run.keyArn?.split('/')[1] ?? '', 7);
    expect((await bench.goOn(run)).failure).toMatchObject({
      error: { code: 'run.keyChanged', facts: { state: 'PendingDeletion' } },
      next: 'stop',
    });
  });
});

describe('what AWS refuses', () => {
  it.each([
    ['AccessDeniedException', '', 'aws.accessDenied', 'continue'],
    ['LimitExceededException', '', 'kms.limitExceeded', 'continue'],
    ['TagException', '', 'kms.tagRefused', 'change-key'],
    ['ExpiredTokenException', '', 'credentials.expired', 'sign-in'],
    [
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
      'kms.policyLocksOut',
      'change-key',
    ],
  ])('%s at CreateKey: one call, no key', async (name, message, code, next) => {
    const bench = await createBench();
    bench.way.fail('CreateKey', { name, message });
    const run = await bench.create();
    expect(run.failure).toMatchObject({ error: { code, changedInAws: false }, next });
    expect(run.keyArn).toBeUndefined();
    expect(bench.way.sent.filter((sent) => sent === 'CreateKey')).toHaveLength(1);
    expect(await bench.countKeys()).toBe(0);
  });

  it('a receiver’s account that does not exist: back to the form, no key', async () => {
    const bench = await createBench({ unknownAccounts: ['444455556666'] });
    expect((await bench.create()).failure).toMatchObject({
      error: { code: 'kms.policyPrincipals' },
      next: 'change-key',
    });
    expect(await bench.countKeys()).toBe(0);
  });

  it('an alias that somebody took meanwhile: the key stays, and takes another', async () => {
    const bench = await createBench();
    await bench.create();
    const run = await bench.create();
    expect(run.failure).toMatchObject({
      error: { code: 'kms.aliasTaken', changedInAws: true },
      next: 'change-alias',
    });
    const renamed = await bench.goOn(run, { alias: 'bluescape-data-2' });
    expect(rowsOf(renamed)).toBe(allDone);
    expect(renamed.handOver?.alias).toBe('bluescape-data-2');
    expect(renamed.keyArn).toBe(run.keyArn);
    expect(await bench.countKeys()).toBe(2);
  });

  it('an alias that turns out to be its own: CreateAlias was carried out without an answer', async () => {
    const bench = await createBench();
    const plan = await bench.planKey({ draft: bench.draft });
    bench.way.fail('CreateAlias', 'answer lost');
    bench.way.failAlways('ListAliases', { name: 'AccessDeniedException' });
    bench.way.failAlways('DescribeKey', { name: 'AccessDeniedException' });
    const run = plan.ok ? await bench.createAndImport({ plan: plan.value.plan }) : plan;
    if (!run.ok) throw new Error(run.error.code);
    expect(rowsOf(run.value)).toBe('create-key done, create-alias unknown');
    bench.way.heal();
    bench.way.failAlways('ListAliases', { name: 'AccessDeniedException' });
    bench.way.fail('DescribeKey', { name: 'AccessDeniedException' });
    expect(rowsOf(await bench.goOn(run.value))).toBe(allDone);
    expect(bench.way.bodies('CreateAlias')).toHaveLength(2);
  });

  it('to list aliases: whose alias it is comes from the key itself', async () => {
    const bench = await createBench();
    const plan = await bench.planKey({ draft: bench.draft });
    bench.way.failAlways('ListAliases', { name: 'AccessDeniedException' });
    bench.way.fail('CreateAlias', 'answer lost');
    const run = plan.ok ? await bench.createAndImport({ plan: plan.value.plan }) : plan;
    expect(run.ok && rowsOf(run.value)).toBe(allDone);
  });

  it('a session that expires: a new one goes on with the same key', async () => {
    const bench = await createBench();
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredTokenException' });
    const run = await bench.create();
    expect(run.failure?.next).toBe('sign-in');
    const elsewhere = await bench.signIn('us-east-1');
    const refused = await bench.continueRun({ run: run.run, session: elsewhere.view.session });
    expect(codeOf(refused)).toBe('run.otherAccount');
    const { view } = await bench.signIn();
    const done = await bench.continueRun({ run: run.run, session: view.session });
    expect(done.ok && rowsOf(done.value)).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
  });
});
