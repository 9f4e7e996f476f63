import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyWords } from '../../renderer/words/create-and-import/key';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob } from '../helpers/ceremony-job';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';

let launched: LaunchedApp;

/** A practice ceremony at the key step. */
beforeAll(async () => {
  launched = await launchApp();
  const job = ceremonyJob(launched);
  await job.practise();
  await job.receiver('eu-central-1');
  await job.next('Sign in');
  await launched.page.getByText('What this identity may do').waitFor();
  await job.next('Key');
  await launched.page.getByText(keyWords.aliasFree).waitFor();
});

afterAll(() => launched.close());

describe('what was typed on the key step is not dropped', () => {
  const job = () => ceremonyJob(launched);
  const administrators = () => launched.page.getByRole('combobox', { name: keyWords.administrators });
  const alias = () => launched.page.getByRole('textbox', { name: keyWords.alias });

  it('not a name among the administrators that was never added', async () => {
    const { page } = launched;
    await administrators().fill('anna');
    await job().button('Next').click();
    await page.getByText(keyWords.notAdded('anna')).first().waitFor();
    const group = page.getByRole('group', { name: keyWords.administrators });
    expect(await group.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await administrators().fill('');
    await expect.poll(() => page.getByText(keyWords.notAdded('anna')).count()).toBe(0);
  });

  it('not an alias that AWS would refuse, when Next follows at once', async () => {
    const { page } = launched;
    const suggested = await alias().inputValue();
    await alias().fill('not allowed!');
    await job().button('Next').click();
    await page.getByText('It may hold only letters').first().waitFor();
    await job().heading('Key').waitFor();
    await alias().fill(suggested);
  });

  it('an alias that was changed a moment before is checked, and then the step is left', async () => {
    await alias().fill('bluescape-changed');
    await job().next('Key material');
    await job().button('Previous').click();
    expect(await alias().inputValue()).toBe('bluescape-changed');
  });

  it('not a whole ARN, which moves Next no more than when it was pressed', async () => {
    const { page } = launched;
    await administrators().fill('arn:aws:iam::111122223333:user/anna');
    const place = () => job().button('Next').boundingBox();
    const before = await place();
    const middle = { x: (before?.width ?? 0) / 2, y: (before?.height ?? 0) / 2 };
    await page.mouse.move((before?.x ?? 0) + middle.x, (before?.y ?? 0) + middle.y);
    await page.mouse.down();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => painted(null))));
    expect(await administrators().evaluate((field) => field === document.activeElement)).toBe(false);
    expect(await place()).toEqual(before);
    await page.mouse.up();
    await job().heading('Key material').waitFor();
    await job().button('Previous').click();
    await page.getByText('arn:aws:iam::111122223333:user/anna').first().waitFor();
  });

  it('not a whole ARN, when another place of the page is pressed', async () => {
    const { page } = launched;
    await administrators().fill('arn:aws:iam::111122223333:user/bert');
    await page.getByRole('heading', { level: 1 }).click();
    await page.getByRole('button', { name: keyWords.remove('bert') }).waitFor();
  });
});
