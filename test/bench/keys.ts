import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import type { KeyListUpdate } from '../../main/shared/views/keys';
import { makeAwsHome } from '../helpers/aws-files';
import { launchApp } from '../helpers/launch-app';
import { localStackPython } from '../helpers/localstack';
import { startPracticeServer } from '../helpers/practice-server';
import { usualRegions } from '../helpers/quiet-account';
import { signIn } from './ceremony-by-verbs';
import { recordServer } from './recording-server';
import type { Line } from './report';
import { pairwise, summarise } from './statistics';

const run = promisify(execFile);
const keys = 10_000;
const region = 'eu-central-1';
/** A Region of the same continent. */
const distanceMs = 20;
/** As AWS is asked by the app. */
const atOnce = 10;
const rounds = 3;
const samples = 7;
/** What it takes until every key is described. */
const operations = ['ListKeys', 'ListAliases', 'DescribeKey'];

/** Lists 10,000 keys in 17 Regions: Keyferry compared with the server's own time, and with the AWS CLI. */
export async function measure(): Promise<readonly Line[]> {
  const work = mkdtempSync(join(tmpdir(), 'keyferry-bench-'));
  const server = await startPracticeServer({ keys });
  const way = await recordServer(server.url, distanceMs);
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
    const { session } = await signIn(page, { by: 'profile', profile: 'work' });
    const listed: Listed[] = [];
    const served: number[] = [];
    for (let round = 0; round < rounds; round++) {
      way.restart();
      const one = await listOnce(page, session, round === 0);
      listed.push({ ...one, firstRowsAt: one.firstRowsAt - way.firstAnswerAt('ListKeys') });
      served.push(await way.replay(operations, atOnce));
    }
    const ours = listed.map(({ describedMs }) => describedMs);
    const cli = await byCli(way.url, work);
    return [
      {
        name: 'keysList',
        text: `${keys} keys in ${usualRegions.length} Regions, described`,
        unit: 'ms',
        value: summarise(ours),
      },
      {
        name: 'keysServer',
        text: `  the server's own time, ${atOnce} in flight`,
        unit: 'ms',
        value: summarise(served),
      },
      {
        name: 'keysServerRatio',
        text: '  ours ÷ the server’s',
        unit: 'ratio',
        value: pairwise(ours, served),
        goal: { atMost: 1.3 },
      },
      {
        name: 'keysCli',
        text: `  AWS CLI: list-keys, and describe-key × ${keys} (from ${samples} runs)`,
        unit: 'ms',
        value: cli,
      },
      {
        name: 'keysCliRatio',
        text: '  ours ÷ AWS CLI',
        unit: 'ratio',
        value: pairwise(
          ours,
          ours.map(() => cli),
        ),
        goal: { atMost: 0.05 },
      },
      {
        name: 'keysFirstRows',
        text: '  first rows, after the first answer',
        unit: 'ms',
        value: summarise(listed.map(({ firstRowsAt }) => firstRowsAt)),
      },
      {
        name: 'keysDetails',
        text: '  with materials and policies',
        unit: 'ms',
        value: listed[0]?.endedMs ?? Number.NaN,
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

interface Listed {
  /** Milliseconds since 1970. */
  readonly firstRowsAt: number;
  readonly describedMs: number;
  /** With details, if these were waited for. */
  readonly endedMs: number;
}

/** Lists as the page does, which keeps every row. */
async function listOnce(page: Page, session: string, withDetails: boolean): Promise<Listed> {
  const request = { session, regions: [...usualRegions] };
  return await page.evaluate(
    async ({ asked, wanted, toTheEnd }) => {
      const rows = new Map<string, KeyListUpdate['rows'][number]>();
      const times = { firstRowsAt: 0, describedMs: 0 };
      const started = performance.now();
      const end = window.keyferry.onKeyList((update) => {
        for (const row of update.rows) rows.set(row.arn, row);
        if (times.firstRowsAt === 0 && rows.size > 0) times.firstRowsAt = Date.now();
        const described = update.regions.reduce((sum, reading) => sum + reading.described, 0);
        if (described < wanted || times.describedMs > 0) return;
        times.describedMs = performance.now() - started;
        if (!toTheEnd) void window.keyferry.stopKeyList({});
      });
      const listed = await window.keyferry.listKeys(asked);
      end();
      Object.assign(window, { kept: rows });
      if (!listed.ok || times.describedMs === 0) throw new Error(JSON.stringify(listed));
      return { ...times, endedMs: performance.now() - started };
    },
    { asked: request, wanted: keys, toTheEnd: withDetails },
  );
}

/** @returns what a script would take that lists each Region and describes each key, in ms */
async function byCli(url: string, cwd: string): Promise<number> {
  const [program = 'aws', ...before] =
    localStackPython === undefined ? ['aws'] : [localStackPython, '-m', 'awscli'];
  const env = {
    PATH: process.env['PATH'],
    HOME: cwd,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const timed = async (words: readonly string[]) => {
    const started = performance.now();
    const { stdout } = await run(program, [...before, 'kms', ...words, '--output', 'json'], { cwd, env });
    return { took: performance.now() - started, stdout };
  };
  const list = await timed(['list-keys']);
  const { Keys } = JSON.parse(list.stdout) as { Keys: readonly { KeyId: string }[] };
  const took: number[] = [];
  for (const { KeyId } of Keys.slice(0, samples)) {
    took.push((await timed(['describe-key', '--key-id', KeyId])).took);
  }
  return list.took * usualRegions.length + summarise(took).median * keys;
}
