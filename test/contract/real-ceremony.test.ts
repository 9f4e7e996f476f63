import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { join } from 'node:path';
import { runRealCeremony } from '../aws/real-ceremony';
import { makeAwsHome, type AwsHome } from '../helpers/aws-files';
import { startPracticeServer } from '../helpers/practice-server';
import type { RunningServer } from '../helpers/running-server';

let server: RunningServer;
let home: AwsHome;

beforeAll(async () => {
  server = await startPracticeServer();
  home = makeAwsHome();
  home.write({ credentials: '[work]\naws_access_key_id = AKIAPRACTICE\naws_secret_access_key = practice\n' });
  vi.stubEnv('AWS_CONFIG_FILE', join(home.folder, '.aws/config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home.folder, '.aws/credentials'));
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  home.remove();
  await server.stop();
});

const options = { profile: 'work', region: 'eu-central-1', receiver: '444455556666' };

it('does the ceremony for an own account, and schedules the deletion of the key', async () => {
  const report = await runRealCeremony({ ...options, foreignEndpointsAllowed: true });
  expect(report.match(/: done/g)).toHaveLength(10);
  expect(report).toMatch(/key: arn:aws:kms:eu-central-1:\d{12}:key\//);
  expect(report).toContain('deletion: done');
});

it('sends nothing to an address that is not of AWS unless told to', async () => {
  await expect(runRealCeremony(options)).rejects.toThrow('network.endpointConsent');
});
