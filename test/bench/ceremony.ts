import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeAwsHome } from '../helpers/aws-files';
import { launchApp } from '../helpers/launch-app';
import { localStackPython, startLocalStack, withoutLocalStack } from '../helpers/localstack';
import { startPracticeServer } from '../helpers/practice-server';
import type { RunningServer } from '../helpers/running-server';
import { createAndImport, draftFor, signIn } from './ceremony-by-verbs';
import type { Line } from './report';
import { inTurns, pairwise, summarise } from './statistics';
import { watchServer } from './watched-server';

const run = promisify(execFile);
const byHandScript = resolve(import.meta.dirname, '../contract/seed-by-hand.sh');
const receiver = '222233334444';
const region = 'eu-central-1';

/** Makes a key up to Enabled: Keyferry compared with the AWS CLI and OpenSSL, against the same server. */
export async function measure(): Promise<readonly Line[]> {
  const aws = localStackPython === undefined ? ['aws'] : [localStackPython, '-m', 'awscli'];
  const practice = [
    ...(await against('practice', 'the practice KMS', await startPracticeServer(), { aws })),
    // On this computer a call is answered in 3 ms; AWS is further away.
    ...(await against('practiceFar', `the practice KMS, ${farMs} ms away`, await startPracticeServer(), {
      distanceMs: farMs,
    })),
  ];
  if (withoutLocalStack !== undefined) return practice;
  return [...practice, ...(await against('localStack', 'LocalStack', await startLocalStack(), { aws }))];
}

const farMs = 100;

async function against(
  name: string,
  title: string,
  server: RunningServer,
  { aws, distanceMs = 0 }: { readonly aws?: readonly string[]; readonly distanceMs?: number },
): Promise<readonly Line[]> {
  const work = mkdtempSync(join(tmpdir(), 'keyferry-bench-'));
  const way = await watchServer(server.url, distanceMs);
  const home = makeAwsHome();
  home.write({
    config: `[profile work]\nregion = ${region}\n`,
    credentials: '[work]\naws_access_key_id = 111122223333\naws_secret_access_key = secret\n',
  });
  const launched = await launchApp({
    AWS_CONFIG_FILE: join(home.folder, '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home.folder, '.aws/credentials'),
    AWS_ENDPOINT_URL: way.url,
  });
  const { page } = launched;
  const waited: number[] = [];
  let made = 0;
  try {
    await page.evaluate(() =>
      window.keyferry.changeConnection({
        proxy: { kind: 'none' },
        fips: false,
        dualStack: false,
        foreignEndpointsAllowed: true,
        ca: 'keep',
      }),
    );
    const ours = async (): Promise<number> => {
      way.busy();
      const started = performance.now();
      // The script also asks for the caller's identity.
      const signedIn = await signIn(page, { by: 'profile', profile: 'work' });
      await createAndImport(page, signedIn, draftFor(`bench-${made++}`));
      const took = performance.now() - started;
      waited.push(way.busy());
      return took;
    };
    const byHand = (words: readonly string[]) => (): Promise<number> =>
      byHandOnce(way.url, words, work, `by-hand-${made++}`);
    const warmUps = 1;
    const [app = [], hand = []] = await inTurns([ours, ...(aws === undefined ? [] : [byHand(aws)])], {
      rounds: 9,
      warmUps,
    });
    const answering = waited.slice(warmUps);
    const beside: readonly Line[] =
      aws === undefined
        ? []
        : [
            { name: `${name}ByHand`, text: '  AWS CLI and OpenSSL', unit: 'ms', value: summarise(hand) },
            {
              name: `${name}CeremonyRatio`,
              text: '  ours ÷ by hand',
              unit: 'ratio',
              value: pairwise(app, hand),
              goal: { atMost: 0.2 },
            },
          ];
    return [
      { name: `${name}Ceremony`, text: `Ceremony against ${title}`, unit: 'ms', value: summarise(app) },
      ...beside,
      { name: `${name}Server`, text: '  the server answering us', unit: 'ms', value: summarise(answering) },
      {
        name: `${name}OwnRatio`,
        text: '  our own time ÷ the server’s',
        unit: 'ratio',
        value: pairwise(
          app.map((took, round) => took - (answering[round] ?? Number.NaN)),
          answering,
        ),
        goal: { atMost: 0.3 },
      },
    ];
  } finally {
    await launched.close();
    way.stop();
    await server.stop();
    home.remove();
    rmSync(work, { recursive: true, force: true });
  }
}

async function byHandOnce(url: string, aws: readonly string[], work: string, alias: string): Promise<number> {
  const cwd = mkdtempSync(join(work, 'hand-'));
  const started = performance.now();
  await run(byHandScript, [url, receiver, ...aws], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      HOME: cwd,
      KEY_ALIAS: alias,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ACCESS_KEY_ID: '111122223333',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_MAX_ATTEMPTS: '1',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
  });
  return performance.now() - started;
}
