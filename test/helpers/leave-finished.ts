import type { Page } from 'playwright';
import { home as homeWords } from '../../renderer/words/shell/home';
import { recordNotSaved } from '../../renderer/words/run/ceremony-record';

/** Leaves the last page of a job whose record is not saved, by one of its buttons. */
export async function leaveFinished(page: Page, by = 'Back to home'): Promise<void> {
  await page.getByRole('button', { name: by, exact: true }).click();
  await page.getByRole('button', { name: recordNotSaved.goOn }).click();
}

/** Goes home from wherever the app is, and leaves unsaved records for later. */
export async function goHome(page: Page): Promise<void> {
  const home = page.getByRole('heading', { name: homeWords.title });
  const back = page.getByRole('button', { name: 'Back to home' }).first();
  if (!(await back.isVisible())) return;
  await back.click();
  const goOn = page.getByRole('button', { name: recordNotSaved.goOn });
  await goOn.or(home).first().waitFor();
  if (await goOn.isVisible()) await goOn.click();
  await home.waitFor();
}
