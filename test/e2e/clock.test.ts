import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../main/shared/limits';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { cliJson } from '../fixtures/cli-json';
import { intakeForms } from '../fixtures/intake-forms';
import { custodyJob } from '../helpers/custody-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { sleepFor } from '../helpers/sleep-for';
import { until } from '../helpers/until';
import { vaultGone, vaultPids } from '../helpers/vault-pids';
import { wrapJob } from '../helpers/wrap-job';

const hourMs = 3_600_000;
let launched: LaunchedApp;

beforeEach(async () => {
  launched = await launchApp();
  return () => launched.close();
});

const logged = (): readonly Record<string, unknown>[] =>
  readFileSync(join(launched.home, '.config/Keyferry/logs/keyferry.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a computer that wakes', () => {
  it('ends the vault whose time is over, at once', async () => {
    const { app, home } = launched;
    const wrap = wrapJob(launched);
    await wrap.open();
    await wrap.drop(intakeForms[0].write(mkdtempSync(join(home, 'in-')), bundleContents()));
    await wrap.next();
    const custody = custodyJob(launched);
    await custody.typePassphrase();
    await custody.saveSealedCopy();
    const [vault = 0, ...others] = vaultPids(app);
    expect(others).toEqual([]);
    await sleepFor(launched.app, limits.heldMaterialMinutes * 60_000);
    await vaultGone(app, vault);
    await until('the log', () => logged().some(({ event }) => event === 'time.jumped') || undefined);
    expect(logged().slice(-2)).toMatchObject([
      { event: 'time.woke' },
      { event: 'time.jumped', seconds: limits.heldMaterialMinutes * 60 },
    ]);
  });
});

describe('a countdown', () => {
  it('notices within seconds that the clock went on without it, as it does while a computer sleeps', async () => {
    const { page, home } = launched;
    const wrap = wrapJob(launched);
    await wrap.open();
    await page.clock.install();
    const file = join(mkdtempSync(join(home, 'in-')), 'parameters.json');
    const validTo = new Date(Date.now() + 20 * hourMs);
    writeFileSync(file, cliJson(bundleContents(), validTo.toISOString()));
    await wrap.drop([file]);
    const timer = page.getByRole('timer');
    expect(await timer.textContent()).toMatch(/^(19|20) h/);
    // The clock alone: no timer runs early because of it.
    await page.clock.setSystemTime(validTo.getTime() - 2 * hourMs);
    await until(
      'the new time',
      async () => /^[12] h/.test((await timer.textContent()) ?? '') || undefined,
      15,
    );
  });
});
