import { ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, createBench, rowsOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import type { TransferProof } from '../../../main/shared/transfer-code';
import { without } from '../../../main/shared/without';
import { finishOffline, notCompared, offlineWork } from '../../helpers/offline-work';
import { exceptionsOf, recordOf } from '../../helpers/saved-record';

type Bench = Awaited<ReturnType<typeof createBench>>;

const allDone = 'import done, describe done, round-trip done, policy done';

describe('finishing an offline import', () => {
  it('takes the package, finds its key, imports and checks', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const view = shownOf(await bench.readReturnPackage({ files: [work.package] }));
    expect(view).toMatchObject({
      form: 'package',
      keyId: work.keyId,
      keyArn: work.keyArn,
      region: 'eu-central-1',
      accountId: '111122223333',
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    });
    const run = valueOf(await finishOffline(bench, work, [work.package]));
    expect(rowsOf(run)).toBe(allDone);
    expect(run.handOver).toMatchObject({
      keyArn: work.keyArn,
      keyState: 'Enabled',
      actionsAllowed: [],
      cloudTrailEvents: ['ImportKeyMaterial', 'DescribeKey', 'Encrypt', 'Decrypt', 'GetKeyPolicy'],
    });
    expect(run.handOver).not.toHaveProperty('receiver');
    expect(run.handOver).not.toHaveProperty('alias');
  });

  it('takes the two files and the key id that the person types', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    expect(codeOf(await finishOffline(bench, work, work.files))).toBe('package.malformed');
    expect(rowsOf(valueOf(await finishOffline(bench, work, work.files, work.keyId)))).toBe(allDone);
  });

  it('takes the folder that the offline job saved, and never opens the clear copy in it', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    work.save('PlaintextKeyMaterial.bin', work.material);
    expect(rowsOf(valueOf(await finishOffline(bench, work, [work.folder])))).toBe(allDone);
  });

  it('imports the same material once more into a key that has it', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    valueOf(await finishOffline(bench, work, [work.package]));
    expect(rowsOf(valueOf(await finishOffline(bench, work, [work.package])))).toBe(allDone);
  });

  it.each(['request lost', 'answer lost'] as const)('survives a lost import: %s', async (fault) => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.way.fail('ImportKeyMaterial', fault);
    expect(rowsOf(valueOf(await finishOffline(bench, work, [work.package])))).toBe(allDone);
    expect(bench.way.bodies('ImportKeyMaterial')).toHaveLength(2);
    expect(new Set(bench.way.bodies('ImportKeyMaterial')).size).toBe(1);
  });

  it('does not take an enabled key for an answer when it was enabled before', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    valueOf(await finishOffline(bench, work, [work.package]));
    bench.way.failAlways('ImportKeyMaterial', 'request lost');
    const run = valueOf(await finishOffline(bench, work, [work.package]));
    expect(run.failure).toMatchObject({ error: { code: 'run.importUnknown' }, next: 'continue' });
    bench.way.heal();
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
  });

  it('goes on after a new sign-in', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredTokenException' });
    const run = valueOf(await finishOffline(bench, work, [work.package]));
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
    expect(codeOf(await finishOffline(bench, work, [work.package]))).toBe('parameters.expired');
    expect(bench.way.sent).not.toContain('ImportKeyMaterial');
  });

  it('when AWS alone knows that it has: the person has to bring another package', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    bench.clock.moveOn(24 * 60 * 60 * 1000 + 1000);
    expect(valueOf(await finishOffline(bench, work, work.files, work.keyId)).failure).toMatchObject({
      error: { code: 'kms.expiredImportToken' },
      next: 'change-material',
    });
  });

  it('in another Region, account, or for another key', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const elsewhere = await bench.signIn('us-east-1');
    expect(codeOf(await finishOffline(bench, work, [work.package], undefined, elsewhere))).toBe(
      'package.otherKey',
    );
    const foreign = await offlineWork(
      bench,
      'EXTERNAL',
      'arn:aws:kms:eu-central-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    );
    expect(codeOf(await finishOffline(bench, foreign, [foreign.package]))).toBe('package.otherKey');
    const other = '1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(codeOf(await finishOffline(bench, work, [work.package], other))).toBe('package.otherKey');
    expect(bench.way.sent).not.toContain('ImportKeyMaterial');
  });

  it('for a key that is not there, not for imported material, or waiting for its deletion', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    expect(codeOf(await finishOffline(bench, work, work.files, '1234abcd-12ab-34cd-56ef-1234567890ab'))).toBe(
      'kms.notFound',
    );
    const ordinary = await offlineWork(bench, 'AWS_KMS');
    expect(codeOf(await finishOffline(bench, ordinary, [ordinary.package]))).toBe('package.otherKey');
    valueOf(await finishOffline(bench, work, [work.package]));
    await bench.outside.send(new ScheduleKeyDeletionCommand({ KeyId: work.keyId, PendingWindowInDays: 7 }));
    expect(codeOf(await finishOffline(bench, work, [work.package]))).toBe('run.keyChanged');
  });

  it('with a token of another key, which AWS notices', async () => {
    const bench = await createBench();
    const one = await offlineWork(bench);
    bench.clock.moveOn(2000);
    const two = await offlineWork(bench);
    expect(valueOf(await finishOffline(bench, one, one.files, two.keyId)).failure).toMatchObject({
      error: { code: 'kms.invalidImportToken' },
      next: 'change-material',
    });
  });

  it('with an expiry that AWS would refuse, or without what it is about', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const { handle } = shownOf(await bench.readReturnPackage({ files: [work.package] }));
    const request = {
      returned: handle,
      session: bench.session.view.session,
      expiry: { kind: 'never' },
      transfer: work.proof,
    } as const;
    const past = { kind: 'on', validTo: '2020-01-01T00:00:00Z' } as const;
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(codeOf(await bench.finishImport({ ...request, expiry: past }))).toBe('key.expiry');
    expect(codeOf(await bench.finishImport({ ...request, session: nobody }))).toBe('session.gone');
    expect(codeOf(await bench.finishImport({ ...request, returned: nobody }))).toBe('parameters.gone');
    expect(codeOf(await bench.readReturnPackage({ files: [join(work.folder, 'none')] }))).toBe(
      'file.notFound',
    );
  });
});

/** Whether anything but the sign-in went to AWS since. */
const sentSince = (bench: Bench, before: number): readonly string[] => bench.way.sent.slice(before);

async function attempt(bench: Bench, path: string, transfer: TransferProof, keyId?: string) {
  const { handle } = shownOf(await bench.readReturnPackage({ files: [path] }));
  const before = bench.way.sent.length;
  const result = await bench.finishImport({
    returned: handle,
    session: bench.session.view.session,
    expiry: { kind: 'never' },
    transfer,
    ...(keyId === undefined ? {} : { keyId }),
  });
  return { result, sent: sentSince(bench, before) };
}

describe('the transfer code', () => {
  it('of the offline computer refuses a package forged from the public files, before AWS is asked (audit 4)', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    const forged = work.save('KeyferryReturnPackage.json', work.forge().bytes);
    for (const transfer of [work.proof, notCompared, { by: 'code', code: '' }] as const) {
      const { result, sent } = await attempt(bench, forged, transfer);
      expect(codeOf(result)).toBe('package.transferCode');
      expect(result).toMatchObject({ error: { changedInAws: false } });
      expect(sent).toEqual([]);
    }
    expect(bench.way.sent).not.toContain('ImportKeyMaterial');
  });

  it('is taken however it is typed, and no other is', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    if (work.proof.by !== 'code') throw new Error('no code');
    const { code } = work.proof;
    const last = code.endsWith('0') ? '1' : '0';
    for (const typed of [code.slice(0, -1) + last, code.slice(0, -1), `${code}0`, work.forge().code]) {
      const { result } = await attempt(bench, work.package, { by: 'code', code: typed });
      expect(codeOf(result)).toBe('package.transferCode');
    }
    const typed = code.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l');
    const { result } = await attempt(bench, work.package, { by: 'code', code: ` ${typed}` });
    expect(rowsOf(valueOf(result))).toBe(allDone);
  });

  it('cannot be passed by in silence with a package of an earlier version, or with the loose files (audit 4)', async () => {
    const bench = await createBench({}, { mode: 'aws' });
    const work = await offlineWork(bench);
    const fields = JSON.parse(Buffer.from(work.forge().bytes).toString('utf8')) as { transferCode?: string };
    const version1 = { ...without(fields, 'transferCode'), version: 1 };
    const downgraded = work.save('Downgraded.json', Buffer.from(JSON.stringify(version1)));
    for (const [path, keyId] of [[downgraded], [work.folder, work.keyId]] as const) {
      if (path === work.folder) rmSync(work.package);
      if (path === work.folder) rmSync(downgraded);
      for (const transfer of [work.proof, { by: 'not-compared', confirmation: 'yes' }] as const) {
        const { result, sent } = await attempt(bench, path, transfer, keyId);
        expect(codeOf(result)).toBe('package.notCompared');
        expect(sent).toEqual([]);
      }
    }
    const { result } = await attempt(bench, work.folder, notCompared, work.keyId);
    const run = valueOf(result);
    expect(rowsOf(run)).toBe(allDone);
    const { record } = await recordOf(bench, run.run);
    expect(exceptionsOf(record)).toContain('transfer-code-not-compared');
  });
});

describe('practice', () => {
  it.each([
    ['practice', 'aws', true],
    ['real', 'practice', false],
  ] as const)(
    'keeps apart what is %s from a session that is %s, before AWS is asked',
    async (reason, mode, marks) => {
      const house = mode === 'aws' ? { mode } : {};
      const bench = await createBench({ marksImportTokens: marks }, house);
      const work = await offlineWork(bench);
      const ways = [
        [work.package, work.proof, undefined],
        [work.folder, notCompared, work.keyId],
      ] as const;
      for (const [path, proof, keyId] of ways) {
        if (path === work.folder) rmSync(work.package);
        const { result, sent } = await attempt(bench, path, proof, keyId);
        expect(result).toMatchObject({
          error: { code: 'package.practice', facts: { reason }, changedInAws: false },
        });
        expect(sent).toEqual([]);
      }
      expect(bench.way.sent).not.toContain('ImportKeyMaterial');
    },
  );

  it('is told by the import token, so a package that leaves its mark out, or adds one, is none', async () => {
    const mark = 'PRACTICE: this package is of no use with AWS';
    for (const marksImportTokens of [true, false]) {
      const bench = await createBench({ marksImportTokens }, marksImportTokens ? {} : { mode: 'aws' });
      const work = await offlineWork(bench);
      const fields = JSON.parse(Buffer.from(work.forge().bytes).toString('utf8')) as { practice?: string };
      expect(fields.practice).toBe(marksImportTokens ? mark : undefined);
      const changed = marksImportTokens ? without(fields, 'practice') : { ...fields, practice: mark };
      const path = work.save('Changed.json', Buffer.from(JSON.stringify(changed)));
      const answer = await bench.readReturnPackage({ files: [path] });
      expect(codeOf(answer)).toBe('package.malformed');
    }
  });
});
