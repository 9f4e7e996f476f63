import type { Page } from 'playwright';
import { recordNotSaved } from '../../renderer/words/run/ceremony-record';

/** Leaves the last page of a job whose record is not saved, by one of its buttons. */
export async function leaveFinished(page: Page, by = 'Back to home'): Promise<void> {
  await page.getByRole('button', { name: by, exact: true }).click();
  await page.getByRole('button', { name: recordNotSaved.goOn }).click();
}
