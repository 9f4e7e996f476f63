import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import { beginLife } from '../../faults/life';
import { allDone, codeOf, createBench, rowsOf, shownOf, valueOf } from '../../helpers/ceremony-bench';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-ceremony-'));
const expectation = {
  wrappingKeySpec: 'RSA_2048',
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  lengthBytes: 32,
} as const;

const ownFile = (handle: string) => ({ from: 'file', handle, confirmation: noCopyConfirmation }) as const;

function saved(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('key material of one’s own', () => {
  it('is looked at before there is a wrapping key, and imported', async () => {
    const bench = await createBench();
    const path = saved('key.hex', `${randomBytes(32).toString('hex')}\n`);
    const view = shownOf(await bench.readMaterialFile({ ...expectation, files: [path] }));
    expect(view).toMatchObject({ fileName: 'key.hex', form: 'hex', kind: 'symmetric', lengthBytes: 32 });
    const run = await bench.create({ material: ownFile(view.handle) });
    expect(rowsOf(run)).toBe(allDone);
  });

  it('is wrapped anew under a fresh set when the first has expired', async () => {
    const bench = await createBench();
    const path = saved('again.bin', randomBytes(32));
    const { handle } = shownOf(await bench.readMaterialFile({ ...expectation, files: [path] }));
    bench.way.fail('ImportKeyMaterial', { name: 'ExpiredImportTokenException' });
    const run = await bench.create({ material: ownFile(handle) });
    expect(rowsOf(await bench.goOn(run))).toBe(allDone);
    expect(new Set(bench.way.bodies('ImportKeyMaterial')).size).toBe(2);
  });

  it('of an elliptic curve is refused: the key of the create-and-import job is symmetric', async () => {
    const bench = await createBench();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const path = saved('ec.der', privateKey.export({ format: 'der', type: 'pkcs8' }));
    expect(codeOf(await bench.readMaterialFile({ ...expectation, files: [path] }))).toBe(
      'material.wrongLength',
    );
  });

  it('that changed after it was picked stops the run, which goes on with the file picked anew', async () => {
    const bench = await createBench();
    const path = saved('changing.bin', randomBytes(32));
    const { handle } = shownOf(await bench.readMaterialFile({ ...expectation, files: [path] }));
    saved('changing.bin', randomBytes(32));
    const run = await bench.create({ material: ownFile(handle) });
    expect(run.failure).toMatchObject({
      error: { code: 'material.changed', changedInAws: true },
      next: 'change-material',
    });
    const again = shownOf(await bench.readMaterialFile({ ...expectation, files: [path] }));
    const changes = { material: ownFile(again.handle) };
    expect(rowsOf(await bench.goOn(run, changes))).toBe(allDone);
    expect(await bench.countKeys()).toBe(1);
  });
});

describe('what a run must not change', () => {
  it('is its alias once it has it, and its material once it is imported', async () => {
    const bench = await createBench();
    bench.way.failAlways('GetKeyPolicy', 'request lost');
    const run = await bench.create();
    const request = { run: run.run, session: bench.session.view.session };
    for (const changes of [
      { alias: 'other' },
      { material: { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation } } as const,
    ]) {
      expect(codeOf(await bench.continueRun({ ...request, changes }))).toBe('ipc.badRequest');
    }
  });

  it('is anything while it runs', async () => {
    const bench = await createBench();
    const creating = bench.create();
    await new Promise((resolve) => setImmediate(resolve));
    const plan = await bench.planKey({ draft: bench.draft });
    expect(codeOf(plan.ok ? await bench.createAndImport({ plan: plan.value.plan }) : plan)).toBe('job.busy');
    expect(rowsOf(await creating)).toBe(allDone);
  });
});

describe('nothing secret', () => {
  it('is in any view, event or file of a whole ceremony', async () => {
    const bench = await createBench();
    const material = randomBytes(32);
    const path = saved('planted.bin', material);
    const picked = await bench.readMaterialFile({ ...expectation, files: [path] });
    const { handle } = shownOf(picked);
    bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException', message: material.toString('hex') });
    const stopped = await bench.create({ material: ownFile(handle) });
    const done = await bench.goOn(stopped);
    expect(rowsOf(done)).toBe(allDone);
    const target = join(mkdtempSync(join(folder, 'saved-')), 'summary.json');
    bench.saveAs(target);
    valueOf(await bench.saveSummary({ run: done.run, format: 'json', text: '' }));

    const sentImport = JSON.parse(bench.way.bodies('ImportKeyMaterial')[0] ?? '{}') as Record<string, string>;
    const secrets = [
      material.toString('hex'),
      material.toString('base64'),
      material.toString('latin1'),
      sentImport['EncryptedKeyMaterial'],
      sentImport['ImportToken'],
      bench.credentials.secretAccessKey,
      bench.credentials.accessKeyId,
      folder,
    ];
    const everything = JSON.stringify([picked, stopped, done, bench.progress]) + readFileSync(target, 'utf8');
    expect(everything.length).toBeGreaterThan(10_000);
    for (const secret of secrets) {
      expect(secret?.length).toBeGreaterThan(15);
      expect(everything.includes(secret ?? '')).toBe(false);
    }
    // AWS alone sees wrapped bytes, and only in ImportKeyMaterial.
    expect(bench.way.sent.filter((sent) => sent === 'ImportKeyMaterial')).toHaveLength(2);
  });
});

describe('the saved summary', () => {
  it('is JSON of a version, with the mode and what the receiver needs', async () => {
    const bench = await createBench();
    const run = await bench.create();
    const target = join(mkdtempSync(join(folder, 'saved-')), 'summary.json');
    bench.saveAs(target);
    const answer = await bench.saveSummary({ run: run.run, format: 'json', text: 'ignored' });
    expect(shownOf(answer)).toMatchObject({
      fileName: 'summary.json',
      folderName: basename(dirname(target)),
    });
    expect(bench.suggestedNames).toEqual(['PRACTICE Key hand-over bluescape-data.json']);
    const document: unknown = JSON.parse(readFileSync(target, 'utf8'));
    expect(document).toMatchObject({
      format: 'keyferry-hand-over',
      version: 1,
      mode: 'practice',
      practice: 'PRACTICE: this key exists in the practice KMS alone',
      keyArn: run.keyArn,
      accountId: '111122223333',
      region: 'eu-central-1',
      receiver: { accountId: '444455556666' },
      receiverPolicy: { Version: '2012-10-17' },
    });
  });

  it('is the page’s text, marked as practice, and replaces nothing', async () => {
    const bench = await createBench();
    const run = await bench.create();
    const place = mkdtempSync(join(folder, 'saved-'));
    bench.saveAs(join(place, 'summary.txt'));
    valueOf(await bench.saveSummary({ run: run.run, format: 'text', text: 'Key ARN: x' }));
    expect(readFileSync(join(place, 'summary.txt'), 'utf8')).toBe('PRACTICE\n\nKey ARN: x\n');
    expect(codeOf(await bench.saveSummary({ run: run.run, format: 'text', text: 'other' }))).toBe(
      'save.exists',
    );
    expect(readdirSync(place)).toEqual(['summary.txt']);
  });

  it('needs a key that was seen enabled', async () => {
    const bench = await createBench();
    bench.way.failAlways('CreateKey', { name: 'AccessDeniedException' });
    const run = await bench.create();
    expect(codeOf(await bench.saveSummary({ run: run.run, format: 'json', text: '' }))).toBe('run.gone');
  });
});

describe('checking afterwards', () => {
  it('finds a policy that somebody changed meanwhile', async () => {
    const bench = await createBench();
    bench.way.failAlways('Encrypt', 'request lost');
    const run = await bench.create();
    bench.way.heal();
    await bench.putPolicy(run.keyArn ?? '', (policy) => policy.replaceAll('444455556666', '777788889999'));
    const compared = await bench.goOn(run);
    expect(compared.failure).toMatchObject({ error: { code: 'verify.policyDiffers', changedInAws: true } });
    expect(compared.handOver).toBeUndefined();
  });

  it('skips what an administrator without use of the key may not do', async () => {
    const bench = await createBench();
    bench.way.failAlways('Encrypt', { name: 'AccessDeniedException' });
    bench.way.failAlways('GetKeyPolicy', { name: 'AccessDeniedException' });
    const run = await bench.create();
    expect(rowsOf(run)).toBe(
      allDone.replace('round-trip done, policy done', 'round-trip skipped, policy skipped'),
    );
    expect(run.handOver?.cloudTrailEvents).not.toContain('Encrypt');
    expect(run.handOver?.untested).toBe('not-allowed');
  });
});

it('a run without a copy says, after a restart, that there is none', async () => {
  const life = await beginLife();
  life.bench.way.failAlways('GetParametersForImport', 'request lost');
  await life.bench.create();
  const { bench } = await life.next();
  const [left] = valueOf(await bench.listUnfinished()).runs;
  const resumed = await bench.resumeRun({ run: left?.run ?? '', session: bench.session.view.session });
  expect(valueOf(resumed).failure?.error).toMatchObject({ code: 'copy.released', facts: { copies: 0 } });
});
