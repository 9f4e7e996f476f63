import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createPracticeCopy } from '../../../main/jobs/practice-copy';
import { createVaultInProcess } from '../../helpers/vault-in-process';
import { importMaterial, needed } from '../../helpers/import-material';
import { practiceBench } from '../../helpers/practice-bench';
import { codeOf, valueOf } from '../../helpers/results';

const fit = {
  wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
  wrappingKeySpec: 'RSA_4096',
  lengthBytes: 32,
} as const;

function practised() {
  const { practice, kms, now } = practiceBench();
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-practice-copy-'));
  const vault = createVaultInProcess();
  const asked: string[] = [];
  const { savePracticeCopy, savePracticeCopies } = createPracticeCopy({
    vault,
    dialogs: {
      pickCopyFile: (suggested) => {
        asked.push(suggested);
        return Promise.resolve(join(folder, suggested));
      },
      pickSaveFolder: () => Promise.resolve(folder),
    },
    sampleKeys: (region) => Promise.resolve(practice.sampleKeys(region)),
    savedFiles: { keep: () => ({ saved: 'handle', folderName: 'folder' }) },
    now,
    appVersion: '0.0.0',
  }).verbs;
  const samples = practice.sampleKeys('eu-central-1');
  return { kms, vault, folder, asked, savePracticeCopy, savePracticeCopies, samples };
}

describe('the practice copy of a key that the account came with', () => {
  it('is a PRACTICE copy of the material that is missing, which leaves the account its own bytes', async () => {
    const { kms, vault, folder, asked, savePracticeCopy, samples } = practised();
    const { arn, materials } = needed(samples.find(({ name }) => name === 'former-expired'));
    const answer = valueOf(await savePracticeCopy({ arn }));
    expect(readdirSync(folder)).toEqual(asked);
    expect(asked).toEqual(['PRACTICE Sealed copy of payments-ledger.age']);
    const { fileName, passphrase } = needed(answer.picked ? answer.value : undefined);
    const opened = valueOf(
      await vault.openCopy(
        { kind: 'open-copy', paths: [join(folder, fileName)], passphrase, fit },
        new AbortController().signal,
      ),
    );
    const missing = needed(materials.find(({ isMissing }) => isMissing));
    expect(opened.opened.copy).toMatchObject({
      practice: true,
      key: { keyArn: arn, keyMaterialId: missing.id },
    });
    await opened.end();

    await importMaterial(kms, arn, missing.bytes);
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: arn }));
    expect(KeyMetadata?.KeyState).toBe('Enabled');
  });

  it('is saved for several keys at once, in one folder, where there is one', async () => {
    const { folder, savePracticeCopies, samples } = practised();
    const arnOf = (wanted: string) => needed(samples.find(({ name }) => name === wanted)).arn;
    const [former, none] = [arnOf('former-expired'), arnOf('never-had-material')];
    const answer = valueOf(await savePracticeCopies({ arns: [former, none, former] }));
    expect(answer).toMatchObject({ picked: true, value: { copies: 1 } });
    expect(readdirSync(folder)).toEqual(['PRACTICE Sealed copy of payments-ledger.age']);
    expect(codeOf(await savePracticeCopies({ arns: [none] }))).toBe('copy.noPracticeCopy');
  });

  it('does not exist of any other key', async () => {
    const { savePracticeCopy, samples } = practised();
    const arn = needed(samples[0]).arn.replace(/key\/.*/, 'key/00000000-0000-0000-0000-000000000000');
    expect(codeOf(await savePracticeCopy({ arn }))).toBe('copy.noPracticeCopy');
    const orphan = needed(samples.find(({ name }) => name === 'never-had-material'));
    expect(codeOf(await savePracticeCopy({ arn: orphan.arn }))).toBe('copy.noPracticeCopy');
  });
});
