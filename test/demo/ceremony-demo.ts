import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ceremonyJob } from '../helpers/ceremony-job';
import { custodyJob } from '../helpers/custody-job';
import { launchApp } from '../helpers/launch-app';
import { numberedScreenshots } from './screenshots';

/**
 * Does the whole ceremony in practice mode in the real window, from home to the copied ARN, and leaves a screenshot of
 * each step in `folder`.
 *
 * @returns the hand-over summary, and below it the ARN that was copied
 */
export async function runCeremonyDemo(folder: string): Promise<string> {
  const launched = await launchApp();
  try {
    const { app, page } = launched;
    const clipboardText = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());
    const shoot = numberedScreenshots(page, folder, 'ceremony');
    const job = ceremonyJob(launched, shoot);
    const custody = custodyJob(launched);
    rmSync(join(folder, 'PRACTICE Sealed copy.age'), { force: true });
    await job.heading('What do you want to do?').waitFor();
    await shoot('home');
    await job.practise();
    await job.receiver('eu-central-1');
    await job.next('Sign in');
    await job.toReview(async () => {
      await custody.suggestPassphrase();
      await shoot('copy');
      await custody.saveSealedCopy(join(folder, 'PRACTICE Sealed copy.age'));
    });
    await job.createAndImport();
    await job.heading('Creating and importing').waitFor();
    await shoot('import');
    await job.button('Copy ARN').waitFor({ timeout: 60_000 });
    await shoot('hand-over');
    await job.button('Copy summary').click();
    const summary = await clipboardText();
    await job.button('Copy ARN').click();
    await page.getByText('Copied').first().waitFor();
    return `${summary}\nCopied: ${await clipboardText()}`;
  } finally {
    await launched.close();
  }
}
