import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verbs } from '../../main/shared/contract';
import { checkRecord } from '../../main/records/check-record';
import { checkRecordPage } from '../../renderer/words/check-record/check-record';
import { custodyWords, noCopyWords, splitWords } from '../../renderer/words/custody/custody';
import { recordPaper } from '../../renderer/words/printed/record-paper';
import { saveRecord } from '../../renderer/words/run/ceremony-record';
import { lookAfterJob } from '../../renderer/words/shell/home';
import { organisation } from '../../renderer/words/shell/organisation';
import { signInWords } from '../../renderer/words/sign-in/sign-in';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { answerDialogs } from '../helpers/dialogs';
import { dropFiles } from '../helpers/drop-files';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { writeSettings } from '../helpers/organisation-file';
import { valueOf } from '../helpers/results';
import { sha256Of } from '../helpers/sha256-of';
import { goodMessages } from '../security/ipc/messages';

let launched: LaunchedApp;

afterEach(() => launched.close());

describe('a bad file of the organisation', () => {
  /** What main answers to a good message of each verb, by name. */
  const answers = (): Promise<Readonly<Record<string, string>>> =>
    launched.page.evaluate(
      async (messages) => {
        const ask = Object.entries(window.keyferry) as unknown as readonly [
          string,
          (request: unknown) => Promise<{ ok: boolean; error?: { code: string } }>,
        ][];
        const all: Record<string, string> = {};
        for (const [verb, send] of ask) {
          if (!(verb in messages)) continue;
          const answer = await send(messages[verb]);
          all[verb] = answer.ok ? 'ok' : (answer.error?.code ?? '');
        }
        return all;
      },
      // The preload takes files of the page only; what a dialog would pick does not matter here.
      Object.fromEntries(
        verbs.map((verb) => {
          const message = goodMessages[verb];
          return [verb, 'files' in message ? { ...message, files: 'ask' } : message];
        }),
      ),
    );

  it('is shown with its line and what to do, and no job starts, whatever the page asks for', async () => {
    const { env, place } = writeSettings('{\n  "version": 1,\n  "copyRequierd": true\n}\n');
    launched = await launchApp(env);
    const { page } = launched;
    await page.getByRole('heading', { name: 'No job can be started' }).waitFor();
    await page.getByText('Line 3: there is no setting “copyRequierd”.').waitFor();
    await page.getByText('Tell the administrator of this computer.').waitFor();
    await page.getByText(place.file).waitFor();
    expect(
      await page.getByRole('button', { name: /Practise|Create and import|Wrap key material/ }).count(),
    ).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    const answered = await answers();
    const started = Object.keys(answered).filter((verb) => answered[verb] !== 'organisation.unknown');
    expect(Object.keys(answered)).toHaveLength(verbs.length);
    expect(started.toSorted()).toEqual([
      'composeReport',
      'copyText',
      'describeApp',
      'describeBuild',
      'leaveJob',
      'listFinished',
      'listUnfinished',
      'saveReport',
      'showSavedFiles',
    ]);
  });

  it('is one that others may change', async () => {
    const { env, place } = writeSettings({ copyRequired: true });
    chmodSync(place.file, 0o666);
    launched = await launchApp(env);
    await launched.page.getByText('The settings of your organisation can be changed by others').waitFor();
  });
});

describe('settings of the organisation', () => {
  it('leave only practice: nobody can sign in, and main refuses a page that asks anyway', async () => {
    launched = await launchApp(writeSettings({ practiceOnly: true }).env);
    const { page } = launched;
    await page.getByText(organisation.practiceOnly).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create and import a key' }).click();
    await page.getByText('PRACTICE').first().waitFor();
    await page.getByRole('button', { name: 'Back to home' }).click();
    await page.getByRole('button', { name: lookAfterJob.label }).click();
    await page.getByText('PRACTICE').first().waitFor();
    expect(await page.getByText(signInWords.wayLabel).count()).toBe(0);
    const refused = await page.evaluate(() =>
      window.keyferry.signIn({ by: 'profile', profile: 'work', region: 'eu-central-1' }),
    );
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'organisation.forbids', facts: { setting: 'practiceOnly' } },
    });
  });

  it('are kept to on every screen, and named by the record', async () => {
    const set = {
      copyRequired: true,
      leastShares: { needed: 3, custodians: 4 },
      witnessRequired: true,
      sha1Forbidden: true,
    };
    const { env, place } = writeSettings(set);
    launched = await launchApp(env);
    const { app, page, home } = launched;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const job = ceremonyJob(launched);
    const field = (name: string) => page.getByRole('textbox', { name });
    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await job.toReview(async () => {
      await page.getByText(organisation.noWayWithoutCopy).waitFor();
      expect(await field(noCopyWords.label).count()).toBe(0);
      await page.getByRole('radio', { name: custodyWords.forms.shares.label }).check();
      await page.getByText(organisation.shares(set.leastShares)).waitFor();
      for (const [at, name] of ['Ada', 'Grace', 'Edsger', 'Barbara'].entries()) {
        await field(splitWords.custodian(at + 1)).fill(name);
      }
      expect(await axeViolations(page)).toEqual([]);
      await answerDialogs(app, [[mkdtempSync(join(home, 'shares-'))]]);
      await job.button(custodyWords.save.shares).click();
      await job.button('Start again with other material').waitFor({ timeout: 60_000 });
    });
    await job.createAndImport();
    await job.button('Copy ARN').waitFor({ timeout: 60_000 });
    await job.button(saveRecord.open).click();
    await page.getByText(organisation.witness).waitFor();
    expect(await page.getByRole('checkbox', { name: saveRecord.noWitness }).isDisabled()).toBe(true);
    await field(saveRecord.operator).first().fill('Ada Example');
    await field(saveRecord.witness).first().fill('Grace Example');
    const folder = mkdtempSync(join(home, 'records-'));
    await answerDialogs(app, [[folder]]);
    await job.button(saveRecord.submit).click();
    await page.getByText('Saved as PRACTICE Ceremony record of', { exact: false }).waitFor();
    const name = readdirSync(folder).find((file) => file.endsWith('.json')) ?? '';
    const record = valueOf(checkRecord(readFileSync(join(folder, name))));
    expect(record.organisation).toEqual({ sha256: sha256Of(place.file), settings: { version: 1, ...set } });
    await job.button('Back to home').click();
    await page.getByRole('button', { name: checkRecordPage.title }).click();
    await dropFiles(page, [join(folder, name)]);
    await page.getByText(recordPaper.organisation).waitFor();
    await page.getByText(organisation.noWayWithoutCopy).waitFor();
  });
});
