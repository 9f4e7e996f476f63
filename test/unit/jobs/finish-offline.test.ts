import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, createBench, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { offlineWork } from '../../helpers/offline-work';

type Bench = Awaited<ReturnType<typeof createBench>>;

const allDone =
  'create-key skipped, create-alias skipped, get-parameters skipped, self-test skipped, wrap skipped, import done, describe done, round-trip done, policy skipped';

async function finish(bench: Bench, paths: readonly string[], keyId?: string, session = bench.session) {
  const returned = valueOf(await bench.dropReturnPackage({ paths }));
  return await bench.finishImport({
    returned: returned.handle,
    session: session.view.session,
    expiry: { kind: 'never' },
    ...(keyId === undefined ? {} : { keyId }),
  });
}

describe('finishing an offline import', () => {
  it('takes the package, finds its key, imports and checks', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const view = valueOf(await bench.dropReturnPackage({ paths: [work.package] }));
    expect(view).toMatchObject({
      form: 'package',
      keyId: work.keyId,
      keyArn: work.keyArn,
      region: 'eu-central-1',
      accountId: '111122223333',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    });
    const run = valueOf(await finish(bench, [work.package]));
    expect(rowsOf(run)).toBe(allDone);
    expect(run.handOver).toMatchObject({
      keyArn: work.keyArn,
      keyState: 'Enabled',
      actionsAllowed: [],
      cloudTrailEvents: ['ImportKeyMaterial', 'DescribeKey', 'Encrypt', 'Decrypt'],
    });
    expect(run.handOver).not.toHaveProperty('receiver');
    expect(run.handOver).not.toHaveProperty('alias');
  });

  it('takes the two files and the key id that the person types', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    expect(codeOf(await finish(bench, work.files))).toBe('package.malformed');
    expect(rowsOf(valueOf(await finish(bench, work.files, work.keyId)))).toBe(allDone);
  });

  it('takes the folder that job 2 saved, and never opens the clear copy in it', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    work.save('PlaintextKeyMaterial.bin', work.material);
    expect(rowsOf(valueOf(await finish(bench, [work.folder])))).toBe(allDone);
  });

  it('imports the same material once more into a key that has it', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    valueOf(await finish(bench, [work.package]));
    expect(rowsOf(valueOf(await finish(bench, [work.package])))).toBe(allDone);
  });

  it.each(['request lost', 'answer lost'] as const)('survives a lost import: %s', async (fault) => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.way.fail('ImportKeyMaterial', fault);
    expect(rowsOf(valueOf(await finish(bench, [work.package])))).toBe(allDone);
    expect(bench.way.bodies('ImportKeyMaterial')).toHaveLength(2);
    expect(new Set(bench.way.bodies('ImportKeyMaterial')).size).toBe(1);
  });

  it('does not take an enabled key for an answer when it was enabled before', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    valueOf(await finish(bench, [work.package]));
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const run = valueOf(await finish(bench, [work.package]));
    expect(run.failure).toMatchObject({ error: { code: 'run.importUnknown' }, next: 'continue' });
    bench.way.heal();
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
  });

  it('goes on after a new sign-in', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredTokenException' });
    const run = valueOf(await finish(bench, [work.package]));
    expect(run.failure?.next).toBe('sign-in');
    const { view } = await bench.signIn();
    const done = valueOf(await bench.continueRun({ run: run.run, session: view.session }));
    expect(rowsOf(done)).toBe(allDone);
  });
});

describe('an offline import is refused, before anything is changed,', () => {
  it('when the import token has expired', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.clock.moveOn(24 * 60 * 60 * 1000 + 1000);
    expect(codeOf(await finish(bench, [work.package]))).toBe('parameters.expired');
    expect(bench.way.sent).not.toContain('ImportKeyMaterial');
  });

  it('when AWS alone knows that it has: the person has to bring another package', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.clock.moveOn(24 * 60 * 60 * 1000 + 1000);
    expect(valueOf(await finish(bench, work.files, work.keyId)).failure).toMatchObject({
      error: { code: 'kms.expiredImportToken' },
      next: 'change-material',
    });
  });

  it('in another Region, account, or for another key', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const elsewhere = await bench.signIn('us-east-1');
    expect(codeOf(await finish(bench, [work.package], undefined, elsewhere))).toBe('package.otherKey');
    const foreign = await offlineWork(
      bench,
      'EXTERNAL',
      'arn:aws:kms:eu-central-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    );
    expect(codeOf(await finish(bench, [foreign.package]))).toBe('package.otherKey');
    const other = '1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(codeOf(await finish(bench, [work.package], other))).toBe('package.otherKey');
    expect(bench.way.sent).not.toContain('ImportKeyMaterial');
  });

  it('for a key that is not there, not for imported material, or disabled', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    expect(codeOf(await finish(bench, work.files, '1234abcd-12ab-34cd-56ef-1234567890ab'))).toBe(
      'kms.notFound',
    );
    const ordinary = await offlineWork(bench, 'AWS_KMS');
    expect(codeOf(await finish(bench, [ordinary.package]))).toBe('package.otherKey');
    valueOf(await finish(bench, [work.package]));
    await bench.outside.send(new DisableKeyCommand({ KeyId: work.keyId }));
    expect(codeOf(await finish(bench, [work.package]))).toBe('run.keyChanged');
  });

  it('with a token of another key, which AWS notices', async () => {
    const bench = await createBench();
    const one = await offlineWork(bench);
    bench.clock.moveOn(2000);
    const two = await offlineWork(bench);
    expect(valueOf(await finish(bench, one.files, two.keyId)).failure).toMatchObject({
      error: { code: 'kms.invalidImportToken' },
      next: 'change-material',
    });
  });

  it('with an expiry that AWS would refuse, or without what it is about', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const { handle } = valueOf(await bench.dropReturnPackage({ paths: [work.package] }));
    const request = {
      returned: handle,
      session: bench.session.view.session,
      expiry: { kind: 'never' },
    } as const;
    const past = { kind: 'on', validTo: '2020-01-01T00:00:00Z' } as const;
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(codeOf(await bench.finishImport({ ...request, expiry: past }))).toBe('key.expiry');
    expect(codeOf(await bench.finishImport({ ...request, session: nobody }))).toBe('session.gone');
    expect(codeOf(await bench.finishImport({ ...request, returned: nobody }))).toBe('parameters.gone');
    expect(codeOf(await bench.dropReturnPackage({ paths: [join(work.folder, 'none')] }))).toBe(
      'file.notFound',
    );
  });
});
