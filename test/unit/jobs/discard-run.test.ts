import { randomBytes } from 'node:crypto';
import { CreateKeyCommand, DescribeKeyCommand, TagResourceCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { beginLife, sentCount, type Life } from '../../faults/life';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { editNote } from '../../helpers/edited-note';
import { importMaterial } from '../../helpers/import-material';
import { offlineWork } from '../../helpers/offline-work';

/** Unfinished work whose key exists, and a key of somebody else's in the same account. */
async function leftAndOther() {
  const life = await beginLife();
  life.bench.way.fail('CreateAlias', { name: 'AccessDeniedException' });
  const { keyArn = '' } = await life.bench.create();
  const { KeyMetadata } = await life.bench.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  const other = { keyId: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
  const nameOther = () =>
    editNote(life.folder, (run) => ({ ...run, ...(run.key && { key: { ...run.key, ...other } }) }));
  return { life, keyArn, other, nameOther };
}

async function discardWithKey(life: Life) {
  const { bench } = await life.next();
  const [left] = valueOf(await bench.listUnfinished()).runs;
  const { session } = bench.session.view;
  return { bench, answer: await bench.discardRun({ run: left?.run ?? '', session }) };
}

async function expectUntouched(life: Life, bench: Life['bench'], KeyId: string): Promise<void> {
  const { KeyMetadata } = await life.bench.outside.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata?.KeyState).not.toBe('PendingDeletion');
  expect(sentCount(bench, 'ScheduleKeyDeletion')).toBe(0);
  expect(valueOf(await bench.listUnfinished()).runs).toHaveLength(1);
}

describe('discarding with the key', () => {
  it('deletes the key that carries the tag of the run', async () => {
    const { life, keyArn } = await leftAndOther();
    const { bench, answer } = await discardWithKey(life);
    expect(valueOf(answer).deletionAt).toBeDefined();
    const { KeyMetadata } = await bench.outside.send(new DescribeKeyCommand({ KeyId: keyArn }));
    expect(KeyMetadata?.KeyState).toBe('PendingDeletion');
  });

  it('deletes no key that the app did not make (audit 13)', async () => {
    const { life, other, nameOther } = await leftAndOther();
    await nameOther();
    const { bench, answer } = await discardWithKey(life);
    expect(answer).toMatchObject({
      error: { code: 'run.otherKey', facts: { reason: 'tag' }, changedInAws: false },
    });
    await expectUntouched(life, bench, other.keyId);
  });

  it('deletes no key with material because a note names it and its tag (audit 13)', async () => {
    const { life, other, nameOther } = await leftAndOther();
    await nameOther();
    const { key, value } = await life.bench.ceremonyTag();
    const Tags = [{ TagKey: key, TagValue: value }];
    await life.bench.outside.send(new TagResourceCommand({ KeyId: other.keyId, Tags }));
    await importMaterial(life.bench.outside, other.keyId, randomBytes(32));
    const { bench, answer } = await discardWithKey(life);
    expect(answer).toMatchObject({ error: { code: 'run.otherKey', facts: { reason: 'holdsMaterial' } } });
    await expectUntouched(life, bench, other.keyId);
  });

  it('deletes no key whose material AWS made (audit 13)', async () => {
    const { life, nameOther, other } = await leftAndOther();
    await nameOther();
    const made = await life.bench.outside.send(new CreateKeyCommand({}));
    const { KeyId: keyId = '', Arn: arn = '' } = made.KeyMetadata ?? {};
    await editNote(life.folder, (run) => ({ ...run, ...(run.key && { key: { ...run.key, keyId, arn } }) }));
    const { bench, answer } = await discardWithKey(life);
    expect(answer).toMatchObject({ error: { code: 'run.otherKey', facts: { reason: 'origin' } } });
    await expectUntouched(life, bench, keyId);
    expect(other.keyId).not.toBe(keyId);
  });

  it('deletes no key of an offline import: it was there before (audit 13)', async () => {
    const life = await beginLife();
    const work = await offlineWork(life.bench);
    const { handle } = shownOf(await life.bench.readReturnPackage({ files: [work.package] }));
    life.bench.way.fail('ImportKeyMaterial', { name: 'AccessDeniedException' });
    const { session } = life.bench.session.view;
    valueOf(
      await life.bench.finishImport({
        returned: handle,
        session,
        expiry: { kind: 'never' },
        transfer: work.proof,
      }),
    );
    const { bench, answer } = await discardWithKey(life);
    expect(answer).toMatchObject({ error: { code: 'run.otherKey', facts: { reason: 'notCreated' } } });
    await expectUntouched(life, bench, work.keyId);
    const [left] = valueOf(await bench.listUnfinished()).runs;
    expect(codeOf(await bench.discardRun({ run: left?.run ?? '' }))).toBe('ok');
  });
});
