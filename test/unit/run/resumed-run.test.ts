import { constants, generateKeyPairSync, privateDecrypt, randomBytes, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand, DescribeKeyCommand, GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { CreateRun } from '../../../main/run/run';
import { pairSha256 } from '../../../main/parameters/pair-sha256';
import type { RunView } from '../../../main/shared/contract';
import { without } from '../../../main/shared/without';
import { wrapKeyMaterial } from '../../../main/vault/wrap';
import { beginLife, expectOneEnabledKey, sentCount, type Life } from '../../faults/life';
import { makeShares, newFolder, restoreShares } from '../../faults/material-in-shares';
import { allDone, rowsOf, shownOf, valueOf, type House } from '../../helpers/ceremony-bench';
import { editFinishNote, editNote } from '../../helpers/edited-note';
import { importMaterial } from '../../helpers/import-material';
import { offlineWork } from '../../helpers/offline-work';

const denied = { name: 'AccessDeniedException' } as const;
const changes = ['CreateKey', 'CreateAlias', 'ImportKeyMaterial', 'ScheduleKeyDeletion'];

/** A ceremony with shares that stopped at a call, with its note on the disk. */
async function stoppedAt(operation: string, fault: 'request lost' | typeof denied = denied) {
  const life = await beginLife();
  const { bench } = life;
  const { material, folder, held } = await makeShares(bench);
  bench.way.failAlways(operation, fault);
  const run = await bench.create({ material });
  return { life, run, copy: folder, checkValue: held.copy.checkValue };
}

/** The app after the one that ended, which goes on with the one note; with the shares where they are asked for. */
async function resumedFrom(life: Life, copy: string, house: House = {}) {
  const next = await life.next(house);
  const { bench } = next;
  const resume = async () => {
    const [left] = valueOf(await bench.listUnfinished()).runs;
    return await bench.resumeRun({ run: left?.run ?? '', session: bench.session.view.session });
  };
  return {
    ...next,
    resume,
    finish: async (): Promise<RunView> => {
      const run = valueOf(await resume());
      if (run.failure?.error.code !== 'copy.released') return run;
      return await bench.goOn(run, { material: await restoreShares(bench, copy) });
    },
  };
}

/** In a note, and in a request to AWS. */
const wrappedMaterial = /"encryptedKeyMaterial":(?:\{"\$bytes":)?"([^"]+)"/gi;

const opened = (base64: string, key: KeyObject): Buffer =>
  privateDecrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    Buffer.from(base64, 'base64'),
  );

const withRow = (
  run: CreateRun,
  step: 'create-key' | 'wrap' | 'policy',
  state: 'waiting' | 'done',
): CreateRun => ({
  ...run,
  rows: new Map(run.rows).set(step, { step, state }),
});

describe('a note that somebody wrote to', () => {
  it('with another wrapping key: nothing is wrapped under it (audit 2)', async () => {
    const { life, copy } = await stoppedAt('ImportKeyMaterial');
    const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const spkiDer = new Uint8Array(theirs.publicKey.export({ format: 'der', type: 'spki' }));
    await editNote(life.folder, ({ parameters, ...run }) => ({
      ...withRow(without(run, 'ready'), 'wrap', 'waiting'),
      ...(parameters && { parameters: { ...parameters, wrappingKey: { spec: 'RSA_2048', spkiDer } } }),
    }));
    const { bench, finish } = await resumedFrom(life, copy);
    const wrapped = new Set<string>();
    const lookAt = (text: string): void => {
      for (const [, base64 = ''] of text.matchAll(wrappedMaterial)) wrapped.add(base64);
    };
    bench.onProgress(() => {
      for (const name of readdirSync(life.folder)) lookAt(readFileSync(join(life.folder, name), 'utf8'));
    });
    expect(rowsOf(await finish())).toBe(allDone);
    bench.way.bodies('ImportKeyMaterial').forEach(lookAt);
    expect(wrapped.size).toBeGreaterThan(0);
    for (const base64 of wrapped) expect(() => opened(base64, theirs.privateKey)).toThrow();
    expect(sentCount(bench, 'GetParametersForImport')).toBe(1);
  });

  it('with other wrapped material: the material of the copy is imported, and never theirs (audit 2)', async () => {
    const { life, run, copy, checkValue } = await stoppedAt('ImportKeyMaterial');
    const theirs = randomBytes(32);
    await editNote(life.folder, (noted) => {
      const { ready, parameters } = noted;
      if (!ready || !parameters) throw new Error('Nothing was wrapped.');
      const encryptedKeyMaterial = wrapKeyMaterial(
        theirs,
        parameters.wrappingKey.spkiDer,
        'RSAES_OAEP_SHA_256',
      );
      return {
        ...noted,
        ready: {
          ...ready,
          encryptedKeyMaterial,
          pairSha256: pairSha256(encryptedKeyMaterial, ready.importToken),
        },
      };
    });
    const { bench, finish } = await resumedFrom(life, copy);
    const done = await finish();
    expect(rowsOf(done)).toBe(allDone);
    expect(done.handOver?.checkValue).toBe(checkValue);
    await expect(importMaterial(bench.outside, run.keyArn ?? '', theirs)).rejects.toThrow('imported before');
  });

  it('with another key policy: the one of the draft is set (audit 2)', async () => {
    const { life, copy } = await stoppedAt('CreateKey', 'request lost');
    const foreign = {
      Sid: 'theirs',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::999988887777:root' },
      Action: 'kms:*',
      Resource: '*',
    };
    await editNote(life.folder, (run) => {
      const policy = JSON.parse(run.plan.policyJson) as { Statement: object[] };
      const policyJson = JSON.stringify({ ...policy, Statement: [...policy.Statement, foreign] });
      return { ...run, plan: { ...run.plan, policyJson } };
    });
    const { bench, finish } = await resumedFrom(life, copy);
    const done = await finish();
    expect(rowsOf(done)).toBe(allDone);
    const { Policy } = await bench.outside.send(new GetKeyPolicyCommand({ KeyId: done.keyArn }));
    expect(Policy).toContain('444455556666');
    expect(Policy).not.toContain('999988887777');
  });

  it('with the id of another key: AWS is asked whose it is, and nothing is sent (audit 2)', async () => {
    const { life, copy } = await stoppedAt('CreateAlias');
    const other = await life.bench.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
    const { KeyId: keyId = '', Arn: arn = '' } = other.KeyMetadata ?? {};
    await editNote(life.folder, (run) => ({ ...run, ...(run.key && { key: { ...run.key, keyId, arn } }) }));
    const { bench, resume } = await resumedFrom(life, copy);
    expect(await resume()).toMatchObject({
      error: { code: 'run.otherKey', facts: { reason: 'tag', keyId }, changedInAws: false },
    });
    for (const operation of changes) expect(sentCount(bench, operation)).toBe(0);
    const { KeyMetadata } = await bench.outside.send(new DescribeKeyCommand({ KeyId: keyId }));
    expect(KeyMetadata?.KeyState).toBe('PendingImport');
    expect(valueOf(await bench.listUnfinished()).runs).toHaveLength(1);
  });

  it('that forgets its key: it is looked for by its tag, and there is no second one (audit 2)', async () => {
    const { life, copy } = await stoppedAt('CreateAlias');
    await editNote(life.folder, (run) => withRow(without(run, 'key'), 'create-key', 'waiting'));
    const { bench, finish } = await resumedFrom(life, copy);
    expect(rowsOf(await finish())).toBe(allDone);
    await expectOneEnabledKey(bench);
  });

  it('that calls a check done: AWS is asked again (audit 2)', async () => {
    const { life, run, copy } = await stoppedAt('GetKeyPolicy', 'request lost');
    await life.bench.putPolicy(run.keyArn ?? '', (policy) =>
      policy.replaceAll('444455556666', '999988887777'),
    );
    await editNote(life.folder, (noted) => withRow(noted, 'policy', 'done'));
    const { finish } = await resumedFrom(life, copy);
    expect((await finish()).failure?.error.code).toBe('verify.policyDiffers');
  });

  it('of an offline import: what it holds wrapped is not sent (audit 2)', async () => {
    const { life } = await stoppedOffline();
    await editFinishNote(life.folder, (noted) => {
      const { ready } = noted;
      if (!ready) throw new Error('Nothing was wrapped.');
      const encryptedKeyMaterial = new Uint8Array(randomBytes(256));
      const pair = pairSha256(encryptedKeyMaterial, ready.importToken);
      return { ...noted, ready: { ...ready, encryptedKeyMaterial, pairSha256: pair } };
    });
    const { bench, resume } = await resumedFrom(life, newFolder());
    expect(await resume()).toMatchObject({
      error: { code: 'run.packageNeeded', facts: { reason: 'unproven' }, changedInAws: false },
    });
    for (const operation of changes) expect(sentCount(bench, operation)).toBe(0);
  });
});

/** An offline import that AWS denied, with its note on the disk. */
async function stoppedOffline() {
  const life = await beginLife();
  const work = await offlineWork(life.bench);
  const { handle } = shownOf(await life.bench.readReturnPackage({ files: [work.package] }));
  life.bench.way.failAlways('ImportKeyMaterial', denied);
  const { session } = life.bench.session.view;
  valueOf(
    await life.bench.finishImport({
      returned: handle,
      session,
      expiry: { kind: 'never' },
      transfer: work.proof,
    }),
  );
  return { life, keyId: work.keyId };
}

describe('a proven note of an offline import', () => {
  it('goes on with what was wrapped elsewhere', async () => {
    const { life, keyId } = await stoppedOffline();
    const { resume } = await resumedFrom(life, newFolder());
    expect(valueOf(await resume()).handOver).toMatchObject({ keyState: 'Enabled', keyId });
  });

  it('is no use once its import token has expired, and nothing is sent', async () => {
    const { life } = await stoppedOffline();
    life.bench.clock.moveOn(25 * 60 * 60_000);
    const { bench, resume } = await resumedFrom(life, newFolder());
    expect(await resume()).toMatchObject({
      error: { code: 'run.packageNeeded', facts: { reason: 'expired' } },
    });
    expect(sentCount(bench, 'ImportKeyMaterial')).toBe(0);
  });
});

describe('a run after a restart', () => {
  it('takes nothing but the copy that it began with (audit 2)', async () => {
    const { life, copy } = await stoppedAt('ImportKeyMaterial');
    const { bench, resume } = await resumedFrom(life, copy);
    const other = await makeShares(bench);
    const stopped = valueOf(await resume());
    const refused = await bench.goOn(stopped, { material: await restoreShares(bench, other.folder) });
    expect(refused.failure).toMatchObject({ error: { code: 'copy.otherMaterial' }, next: 'change-material' });
    expect(sentCount(bench, 'ImportKeyMaterial')).toBe(0);
    const done = await bench.goOn(refused, { material: await restoreShares(bench, copy) });
    expect(rowsOf(done)).toBe(allDone);
  });

  it('does not go on while nobody may read the tags of its key, and says what is missing', async () => {
    const { life, copy } = await stoppedAt('CreateAlias');
    const { bench, resume } = await resumedFrom(life, copy);
    bench.way.failAlways('ListResourceTags', denied);
    expect(await resume()).toMatchObject({
      error: { code: 'aws.accessDenied', facts: { operation: 'ListResourceTags' }, changedInAws: false },
    });
    for (const operation of changes) expect(sentCount(bench, operation)).toBe(0);
  });

  it('names the state of a key that somebody let be deleted meanwhile', async () => {
    const { life, run, copy } = await stoppedAt('ImportKeyMaterial');
    await life.bench.session.kms.scheduleKeyDeletion(run.keyArn ?? '', 7);
    const { resume } = await resumedFrom(life, copy);
    expect(await resume()).toMatchObject({
      error: { code: 'run.keyChanged', facts: { state: 'PendingDeletion' } },
    });
  });
});

describe('a run without a copy, after a restart', () => {
  const newMaterial = { from: 'generate', lengthBytes: 32, confirmation: 'no copy' } as const;

  /** The app ended while the import was under way: the note has it as running. */
  async function endedWhileImporting(fault: 'request lost' | 'answer lost') {
    const life = await beginLife();
    life.bench.way.failAlways('ImportKeyMaterial', fault);
    await life.bench.create();
    await editNote(life.folder, (run) => ({
      ...without(run, 'sentCheckValue'),
      rows: new Map(run.rows).set('import', { step: 'import', state: 'running' }),
    }));
    return await resumedFrom(life, newFolder());
  }

  it('makes new material where none was sent', async () => {
    const life = await beginLife();
    life.bench.way.failAlways('ImportKeyMaterial', denied);
    await life.bench.create();
    const { bench, resume } = await resumedFrom(life, newFolder());
    const stopped = valueOf(await resume());
    expect(stopped.failure?.error.code).toBe('copy.released');
    expect(rowsOf(await bench.goOn(stopped, { material: newMaterial }))).toBe(allDone);
  });

  it('makes new material where AWS shows that the key has none', async () => {
    const { bench, resume } = await endedWhileImporting('request lost');
    const stopped = valueOf(await resume());
    expect(rowsOf(await bench.goOn(stopped, { material: newMaterial }))).toBe(allDone);
    await expectOneEnabledKey(bench);
  });

  it('ends where the key has material that nobody can check any more (audit 5)', async () => {
    const { bench, resume } = await endedWhileImporting('answer lost');
    expect(await resume()).toMatchObject({ error: { code: 'run.materialGone', changedInAws: true } });
    expect(sentCount(bench, 'ImportKeyMaterial')).toBe(0);
  });
});
