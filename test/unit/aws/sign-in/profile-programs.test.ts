import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { assumed, home, signIn, signInAgreeing } from '../../../helpers/profile-sign-in';

beforeAll(() => {
  vi.stubEnv('HOME', home.folder);
  vi.stubEnv('AWS_CONFIG_FILE', `${home.folder}/.aws/config`);
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', `${home.folder}/.aws/credentials`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  home.remove();
});

describe('a profile that takes its credentials from a program', () => {
  const marker = join(home.folder, 'was-run');
  const output = '{"Version":1,"AccessKeyId":"ASIAPROCESS","SecretAccessKey":"s","SessionToken":"t"}';
  const leaving = (more = '') => `sh -c 'touch ${marker}; echo "$0"${more}' '${output}'`;
  const behind = (depth: number, command: string) =>
    [
      ...Array.from(
        { length: depth },
        (_, at) =>
          `[profile ${at === 0 ? 'p' : `p${at}`}]\nrole_arn = arn:aws:iam::444455556666:role/R${at}\nsource_profile = p${at + 1}`,
      ),
      `[profile ${depth === 0 ? 'p' : `p${depth}`}]\ncredential_process = ${command}`,
    ].join('\n');

  it.each([0, 1, 3])(
    'runs no program before a person agreed to it, behind %d source profiles (audit 13)',
    async (depth) => {
      rmSync(marker, { force: true });
      const each = { config: behind(depth, leaving()), answer: () => assumed };
      const told = await signIn(each);
      expect(told.result).toMatchObject({ ok: true, value: { state: 'program', programs: ['sh'] } });
      expect(JSON.stringify(told.result)).not.toContain(marker);
      expect(told.sent).toEqual([]);
      expect(existsSync(marker)).toBe(false);
      const { result } = await signInAgreeing(each);
      expect(result).toMatchObject({ value: { state: 'found' } });
      expect(existsSync(marker)).toBe(true);
    },
  );

  it('takes no consent for one program as a consent for another', async () => {
    const told = await signIn({ config: behind(1, leaving()) });
    if (!told.result.ok || told.result.value.state !== 'program') throw new Error('no program');
    rmSync(marker, { force: true });
    const request = { runs: told.result.value.consent };
    const { result } = await signIn({ config: behind(1, leaving(' more')), request });
    expect(result).toMatchObject({ value: { state: 'program' } });
    expect(existsSync(marker)).toBe(false);
  });
});
