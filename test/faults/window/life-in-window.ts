import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import type { PracticeOptions } from '../../../main/practice/options';
import type { PracticeAws } from '../../../main/practice/practice-aws';
import { practiceAws } from '../../helpers/practice-aws';
import { benchRegion } from '../../helpers/ceremony-bench';
import { keyWithoutReceiver } from '../../helpers/addition-work';
import { makeAwsHome } from '../../helpers/aws-files';
import { ceremonyJob } from '../../helpers/ceremony-job';
import { leaveFinished } from '../../helpers/leave-finished';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../../helpers/launch-app';
import { descendants, isRunning } from '../../helpers/processes';
import { until } from '../../helpers/until';
import { beginLife, expectOneEnabledKey } from '../life';
import type { Bench } from '../material-in-shares';
import { practiceOnTheWire, type PracticeOnTheWire } from '../practice-on-the-wire';

/** An app with the id of its main process, which is needed after it has ended. */
export interface AppInWindow extends LaunchedApp {
  readonly pid: number;
}

/** One computer: its home folder, the AWS that it reaches, and the apps that run on it one after the other. */
export interface LifeInWindow {
  readonly practice: PracticeAws;
  readonly wire: PracticeOnTheWire;
  readonly home: string;
  /** Where the notes of unfinished work are. */
  readonly notes: string;
  readonly launch: (
    env?: Readonly<Record<string, string>>,
    options?: Omit<LaunchOptions, 'home'>,
  ) => Promise<AppInWindow>;
  /** Leaves the note of a ceremony that an answer of AWS stopped; by default, its key exists without an alias. */
  readonly leaveUnfinished: (operation?: string, answer?: string) => Promise<Bench>;
  /** Leaves a key at AWS whose receiver, Snowflake, is still to be added. */
  readonly leaveToBeAdded: () => Promise<{ readonly bench: Bench; readonly addition: OpenAdditionView }>;
  /** Seen from outside, there is exactly one key, and it is enabled. */
  readonly expectOneEnabledKey: () => Promise<void>;
}

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMIK7MDENGbPxRfiCY' };

export async function inWindow(
  use: (life: LifeInWindow) => Promise<void>,
  options: Partial<PracticeOptions> = {},
): Promise<void> {
  const practice = practiceAws({ now: () => new Date(), ...options });
  const wire = await practiceOnTheWire(practice);
  const home = mkdtempSync(join(tmpdir(), 'keyferry-home-'));
  const aws = makeAwsHome();
  aws.write({
    config: `[profile work]\nregion = ${benchRegion}\n`,
    credentials: `[work]\naws_access_key_id = ${credentials.accessKeyId}\naws_secret_access_key = ${credentials.secretAccessKey}\n`,
  });
  const launched: AppInWindow[] = [];
  const notes = join(home, '.config', 'Keyferry', 'unfinished');
  try {
    await use({
      practice,
      wire,
      home,
      notes,
      launch: async (env = {}, options = {}) => {
        const app = await launchApp(
          {
            AWS_CONFIG_FILE: join(aws.folder, '.aws/config'),
            AWS_SHARED_CREDENTIALS_FILE: join(aws.folder, '.aws/credentials'),
            AWS_ENDPOINT_URL: wire.url,
            ...env,
          },
          { ...options, home },
        );
        const started = { ...app, pid: Number(app.app.process().pid) };
        launched.push(started);
        await app.page.emulateMedia({ reducedMotion: 'reduce' });
        return started;
      },
      leaveUnfinished: async (operation = 'CreateAlias', answer = 'AccessDeniedException') => {
        const { bench } = await beginLife({}, { practice }, notes);
        bench.way.fail(operation, { name: answer });
        await bench.create();
        return bench;
      },
      leaveToBeAdded: async () => {
        const { life, addition } = await keyWithoutReceiver('snowflake', {}, { practice }, notes);
        return { bench: life.bench, addition };
      },
      expectOneEnabledKey: async () => expectOneEnabledKey((await beginLife({}, { practice })).bench),
    });
  } finally {
    for (const app of launched) await kill(app);
    await wire.close();
    aws.remove();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
}

export const hasEnded = (pid: number, seconds = 10): Promise<true> =>
  until(`the end of process ${pid}`, () => (isRunning(pid) ? undefined : true), seconds);

/** Kills main, and waits until every process of the app is gone. */
export async function kill({ pid: main }: AppInWindow): Promise<void> {
  if (!isRunning(main)) return;
  const all = [main, ...descendants(main)];
  process.kill(main, 'SIGKILL');
  // A stopped process would not notice that main is gone.
  for (const pid of all.filter(isRunning)) process.kill(pid, 'SIGCONT');
  for (const pid of all) await hasEnded(pid);
}

/** Signs in with the only profile, at the address in the environment. */
export async function signIn({ page }: LaunchedApp): Promise<void> {
  // The box is ticked only after main has answered, so not at once.
  const agreed = page.getByRole('checkbox', { name: 'I know these addresses and agree to use them' });
  await agreed.click();
  await agreed.and(page.locator(':checked')).waitFor();
  await page.getByRole('button', { name: 'Profile' }).click();
  await page.getByRole('option', { name: 'work' }).click();
  await page.getByText('What this identity may do').waitFor({ timeout: 60_000 });
}

/** The create-and-import job up to its last button; without `custody`, no copy is made. */
export async function begin(launched: LaunchedApp, custody?: () => Promise<unknown>): Promise<void> {
  const job = ceremonyJob(launched);
  await job.button('Create and import a key').click();
  await job.receiver();
  await job.next('Sign in');
  await signIn(launched);
  await job.next('Key');
  await job.next('Key material');
  await (custody ?? job.withoutCopy)();
  await job.next('Review');
  await job.createAndImport();
}

/** Confirms that the note was compared, because this computer has no keychain. */
export async function compared({ page }: LaunchedApp): Promise<void> {
  await page.getByRole('checkbox', { name: 'I have compared these with what I wanted' }).check();
}

/** From home to the resumed run. */
export async function resume(launched: LaunchedApp): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: /^Resume or discard/ }).click();
  await signIn(launched);
  await compared(launched);
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
}

/** The hand-over is there, and home lists nothing. */
export async function expectHandOver({ page }: LaunchedApp, { notes, ...life }: LifeInWindow): Promise<void> {
  await page.getByRole('button', { name: 'Copy ARN', exact: true }).waitFor({ timeout: 90_000 });
  await life.expectOneEnabledKey();
  expect(readdirSync(notes)).toEqual([]);
  await leaveFinished(page);
  await page.getByRole('heading', { name: 'What do you want to do?' }).waitFor();
  expect(await page.getByText('Unfinished work').count()).toBe(0);
}
