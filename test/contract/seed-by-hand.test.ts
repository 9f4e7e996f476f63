import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  ListAliasesCommand,
  ListResourceTagsCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsClients, destroyClients, type AwsClients } from '../helpers/aws-clients';
import { createExternalKey, importMaterial, needed } from '../helpers/import-material';
import { localStackPython, withoutLocalStack } from '../helpers/localstack';
import { startPracticeServer } from '../helpers/practice-server';
import type { RunningServer } from '../helpers/running-server';

const script = resolve(import.meta.dirname, 'seed-by-hand.sh');
const receiver = '222233334444';
const region = 'eu-central-1';

/** The AWS CLI that came with LocalStack, or the one on the PATH. */
const awsCommand =
  localStackPython !== undefined
    ? [localStackPython, '-m', 'awscli']
    : spawnSync('aws', ['--version']).status === 0
      ? ['aws']
      : undefined;
const why = awsCommand === undefined ? `no AWS CLI: ${withoutLocalStack ?? ''}` : undefined;
const skip = why !== undefined && process.env['CI'] === undefined;
const title = 'The procedure by hand, with the AWS CLI and OpenSSL, against npm run practice-kms';

describe.skipIf(skip)(why === undefined ? title : `${title} — skipped: ${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-by-hand-'));
  let server: RunningServer;
  let clients: AwsClients;
  let arn: string;

  beforeAll(async () => {
    server = await startPracticeServer();
    clients = awsClients({ endpoint: server.url, region });
    const printed = execFileSync(script, [server.url, receiver, ...needed(awsCommand)], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: 'practice',
        AWS_SECRET_ACCESS_KEY: 'practice',
        AWS_MAX_ATTEMPTS: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    arn = printed.trim();
  });
  afterAll(async () => {
    destroyClients(clients);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with the ARN of an enabled key whose material does not expire', async () => {
    expect(arn).toMatch(/^arn:aws:kms:eu-central-1:111122223333:key\/[0-9a-f-]{36}$/);
    const { KeyMetadata } = await clients.kms.send(new DescribeKeyCommand({ KeyId: arn }));
    expect(KeyMetadata).toMatchObject({
      KeyState: 'Enabled',
      Origin: 'EXTERNAL',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      Description: 'By hand',
    });
  });

  it('has imported the bytes that OpenSSL made', async () => {
    const material = readFileSync(join(folder, 'PlaintextKeyMaterial.bin'));
    const { KeyMetadata } = await clients.kms.send(new DescribeKeyCommand({ KeyId: arn }));
    // The id depends on the key and the bytes: only the same bytes are accepted again, with the same id.
    const { KeyMaterialId } = await importMaterial(clients.kms, arn, material);
    expect(KeyMaterialId).toBe(KeyMetadata?.CurrentKeyMaterialId);
    const other = await importMaterial(clients.kms, await createExternalKey(clients.kms), material);
    expect(other.KeyMaterialId).not.toBe(KeyMaterialId);
  });

  it('encrypts and decrypts with it', async () => {
    const Plaintext = Buffer.from('by hand');
    const { CiphertextBlob } = await clients.kms.send(
      new EncryptCommand({ KeyId: 'alias/by-hand', Plaintext }),
    );
    const opened = await clients.kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(needed(opened.Plaintext)).toString()).toBe('by hand');
  });

  it('has the alias, the tag, and the policy with the receiver in it', async () => {
    const { Aliases } = await clients.kms.send(new ListAliasesCommand({ KeyId: arn }));
    expect(Aliases?.map(({ AliasName }) => AliasName)).toEqual(['alias/by-hand']);
    const { Tags } = await clients.kms.send(new ListResourceTagsCommand({ KeyId: arn }));
    expect(Tags).toEqual([{ TagKey: 'Made', TagValue: 'by-hand' }]);
    const { Policy } = await clients.kms.send(new GetKeyPolicyCommand({ KeyId: arn, PolicyName: 'default' }));
    expect(needed(Policy)).toContain(`arn:aws:iam::${receiver}:root`);
  });
});
