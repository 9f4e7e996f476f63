import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { intakeForms } from '../fixtures/intake-forms';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { until } from '../helpers/until';
import { vaultGone, vaultPids } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

let launched: LaunchedApp;
let job: ReturnType<typeof wrapJob>;

beforeAll(async () => {
  launched = await launchApp();
  job = wrapJob(launched);
  await countVaults();
});
afterAll(() => launched.close());

const button = (name: string) => launched.page.getByRole('button', { name, exact: true });
const spare = (): Promise<number> => until('the spare vault', () => vaultPids(launched.app)[0]);
const home = () => job.heading('What do you want to do?').waitFor();

/** How many vaults were started so far; counted in main, as one may be gone before anybody looks. */
const started = (): Promise<number> =>
  launched.app.evaluate(() => Reflect.get(globalThis, 'vaults') as number);

const countVaults = (): Promise<void> =>
  launched.app.evaluate(({ utilityProcess }) => {
    Object.assign(globalThis, { vaults: 0 });
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (...args) => {
      Object.assign(globalThis, { vaults: (Reflect.get(globalThis, 'vaults') as number) + 1 });
      return fork(...args);
    };
  });

/** Until the page has nothing else to do, which is when a job asks for its vault. */
const isIdle = (): Promise<unknown> =>
  launched.page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));

describe('a vault that is ready', () => {
  it('is not there before a job, nor in one that needs none', async () => {
    expect(vaultPids(launched.app)).toEqual([]);
    await button('Look after imported keys').click();
    await job.heading('Look after imported keys').waitFor();
    await isIdle();
    await button('Back to home').click();
    await home();
    await isIdle();
    expect([await started(), vaultPids(launched.app)]).toEqual([0, []]);
  });

  it('is there once a job is open that needs it, and ends when the job is left', async () => {
    await job.open();
    const vault = await spare();
    await button('Back to home').click();
    await home();
    await vaultGone(launched.app, vault);
    expect([await started(), vaultPids(launched.app)]).toEqual([1, []]);
  });

  it('is the one that wraps, and none is left once the files are saved', async () => {
    await job.open();
    await spare();
    await job.drop(intakeForms[0].write(mkdtempSync(join(tmpdir(), 'keyferry-in-')), bundleContents()));
    await job.next();
    await job.wrapAndSave(mkdtempSync(join(launched.home, 'out-')));
    expect([await started(), vaultPids(launched.app)]).toEqual([2, []]);
  });

  it('is there again for the next archive', async () => {
    await job.startOver();
    await spare();
    expect(await started()).toBe(3);
  });
});
