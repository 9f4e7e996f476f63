import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, createBench, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { importRecord } from '../../helpers/import-record';
import { notCompared, offlineWork } from '../../helpers/offline-work';
import {
  exceptionsOf,
  heldMaterial,
  newFolder,
  recordOf,
  recordPeople as people,
  threeShares,
} from '../../helpers/saved-record';
import { encodingsOf, findSecret } from '../../helpers/secret-encodings';

const sealed = { by: 'passphrase', passphrase: 'lockstep marmalade quartz herring violin' } as const;

describe('the record of a ceremony', () => {
  it('says all of the create-and-import job, with none out of the ordinary', async () => {
    const bench = await createBench();
    const { material, checkValue } = await heldMaterial(bench, threeShares);
    const run = await bench.create({ material });
    const { record } = await recordOf(bench, run.run);
    const { handOver } = run;
    if (handOver === undefined || record.policy === 'none' || record.calls === 'none')
      throw new Error('not done');
    expect(record.ceremony).toMatchObject({
      job: 'create-and-import',
      mode: 'practice',
      appVersion: '0.1.0',
      buildSha256: 'b'.repeat(64),
      timeZone: 'Asia/Kolkata',
      id: (await bench.ceremonyTag()).value,
    });
    expect(record.ceremony.begunAt.local).toMatch(/\+05:30$/);
    expect(record.people).toEqual(people);
    expect(record.key).toMatchObject({
      keyArn: handOver.keyArn,
      alias: 'bluescape-data',
      state: 'Enabled',
      expiresAt: 'never',
      keyMaterialId: handOver.keyMaterialId,
    });
    expect(record.material).toEqual({
      source: 'generated',
      kind: 'symmetric',
      lengthBytes: 32,
      checkValue,
    });
    expect(record.wrapping).toMatchObject({
      wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
      wrappingKeySpec: 'RSA_2048',
    });
    expect(record.custody).toMatchObject({
      kept: 'shares',
      restored: false,
      shares: { threshold: 2, count: 3, custodians: ['Ada', 'Grace', 'Edsger'] },
    });
    expect(record.policy.sha256).toBe(createHash('sha256').update(record.policy.text).digest('hex'));
    expect(record.policy.readBack).toBe(true);
    expect(JSON.parse(record.policy.text)).toHaveProperty('Statement');
    expect(record.receiver).toMatchObject({
      name: 'Bluescape',
      accountId: '444455556666',
      actionsAllowed: handOver.actionsAllowed,
      handOver: [
        { fact: 'key-arn', value: handOver.keyArn },
        { fact: 'account-id', value: '111122223333' },
        { fact: 'region', value: 'eu-central-1' },
      ],
    });
    expect(record.steps.map(({ step, state }) => `${step} ${state}`)).toEqual(
      run.rows.map(({ step, state }) => `${step} ${state}`),
    );
    expect(record.steps.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
    expect(record.calls.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'CreateKey done',
      'CreateAlias done',
      'GetParametersForImport done',
      'ImportKeyMaterial done',
      'DescribeKey done',
      'Encrypt done',
      'Decrypt done',
      'GetKeyPolicy done',
    ]);
    expect(record.calls.map(({ requestId }) => requestId)).toEqual(
      handOver.requestIds.map(({ requestId }) => requestId),
    );
    expect(record.files).toBe('none');
    expect(record.erasure).toEqual({ vaultProcess: 'ended', clearExport: 'none', ownFile: 'none' });
    expect(record.exceptions).toBe('none');
  });

  it('says what the finish-import job knows, and that the rest is elsewhere', async () => {
    const bench = await createBench();
    const work = await offlineWork(bench);
    for (const paths of [[work.package], work.files]) {
      const returned = shownOf(await bench.readReturnPackage({ files: paths }));
      const run = valueOf(
        await bench.finishImport({
          returned: returned.handle,
          session: bench.session.view.session,
          expiry: { kind: 'never' },
          keyId: work.keyId,
          transfer: returned.hasTransferCode ? work.proof : notCompared,
        }),
      );
      const { record } = await recordOf(bench, run.run);
      expect(record.ceremony.job).toBe('finish-import');
      const { custody, material, wrapping } = importRecord(record);
      expect([custody.kept, record.receiver, material.source]).toEqual([
        'elsewhere',
        'none',
        'wrapped-elsewhere',
      ]);
      expect(record.policy).toMatchObject({ readBack: true });
      expect(record.erasure).toEqual({ vaultProcess: 'elsewhere', clearExport: 'none', ownFile: 'none' });
      const isPackage = paths.length === 1;
      expect(wrapping.wrappingAlgorithm).toBe(isPackage ? 'RSAES_OAEP_SHA_256' : undefined);
      const unknown = ['transfer-code-not-compared', 'check-value-unknown'];
      expect(exceptionsOf(record)).toEqual(isPackage ? ['none'] : unknown);
      expect(record.steps.filter(({ state }) => state === 'done').map(({ step }) => step)).toEqual([
        'import',
        'describe',
        'round-trip',
        'policy',
      ]);
    }
  });

  it('is saved of a run that came to its end alone, and replaces nothing', async () => {
    const bench = await createBench();
    bench.onProgress(() => void bench.cancelRun());
    const paused = await bench.create();
    expect(codeOf(await bench.saveRecord({ of: paused.run, people }))).toBe('run.gone');
    bench.onProgress(() => undefined);
    const done = await bench.goOn(paused);
    bench.copyTo(undefined);
    expect(valueOf(await bench.saveRecord({ of: done.run, people })).picked).toBe(false);
    const folder = newFolder();
    bench.copyTo(folder);
    valueOf(await bench.saveRecord({ of: done.run, people }));
    expect(codeOf(await bench.saveRecord({ of: done.run, people }))).toBe('save.exists');
    expect(
      codeOf(await bench.saveRecord({ of: done.run, people: { ...people, witness: people.operator } })),
    ).toBe('record.person');
  });

  it('holds no key material, no passphrase, no credential and no path', async () => {
    const bench = await createBench();
    const key = randomBytes(32);
    const folder = newFolder();
    const file = join(folder, 'own.bin');
    writeFileSync(file, key);
    const { draft, credentials } = bench;
    const expectation = {
      wrappingKeySpec: draft.wrappingKeySpec,
      wrappingAlgorithm: draft.wrappingAlgorithm,
      lengthBytes: 32,
    } as const;
    const picked = shownOf(await bench.readMaterialFile({ ...expectation, files: [file] }));
    const { material, checkValue } = await heldMaterial(bench, sealed, {
      from: 'file',
      handle: picked.handle,
    });
    const run = await bench.create({ material });
    const { bytes, record } = await recordOf(bench, run.run);
    expect(importRecord(record).erasure.ownFile).toBe('untouched');
    expect(findSecret(bytes, encodingsOf(key))).toEqual([]);
    for (const secret of [
      sealed.passphrase,
      credentials.secretAccessKey,
      credentials.accessKeyId,
      folder,
      tmpdir(),
    ]) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
    // What must be there is there.
    expect(bytes.includes(checkValue)).toBe(true);
  });

  it('says the check value to a rehearsal, unless it was changed', async () => {
    const bench = await createBench();
    const run = await bench.create();
    const { bytes, record } = await recordOf(bench, run.run);
    const path = join(newFolder(), 'record.json');
    writeFileSync(path, bytes);
    expect(shownOf(await bench.readCheckValue({ files: [path] }))).toEqual({
      fileName: 'record.json',
      checkValue: importRecord(record).material.checkValue,
      keyArn: record.key.keyArn,
      keyId: record.key.keyId,
      keyMaterialId: record.key.keyMaterialId,
    });
    writeFileSync(
      path,
      bytes
        .toString()
        .replace('"checkValue":"', '"checkValue":"0')
        .replace(/("checkValue":"[0-9a-f]{16})[0-9a-f]/, '$1'),
    );
    expect(codeOf(await bench.readCheckValue({ files: [path] }))).toBe('record.broken');
  });

  it('is refused with its own words when it is no file of that kind', async () => {
    const bench = await createBench();
    const folder = newFolder();
    const path = join(folder, 'x.json');
    const check = async (content: Uint8Array): Promise<string> => {
      writeFileSync(path, content);
      return codeOf(await bench.checkRecord({ files: [path] }));
    };
    expect(await check(Buffer.alloc(10 * 1024 * 1024))).toBe('file.tooLarge');
    expect(await check(randomBytes(32))).toBe('record.notOurs');
    expect(codeOf(await bench.checkRecord({ files: [folder] }))).toBe('file.notRegular');
    expect(codeOf(await bench.checkRecord({ files: [path, path] }))).toBe('file.tooMany');
    expect(codeOf(await bench.checkRecord({ files: [''] }))).toBe('file.notFound');
  });
});
