import { launchApp } from '../helpers/launch-app';
import { numberedScreenshots } from './screenshots';

/**
 * Looks after the keys of the practice account in the real window: the list, one key, and the page of each act, of which
 * none is carried out. Leaves a screenshot of each in `folder`.
 */
export async function runLookAfterDemo(folder: string): Promise<void> {
  const launched = await launchApp();
  try {
    const { page } = launched;
    const shoot = numberedScreenshots(page, folder, 'look-after');
    const press = (name: string | RegExp) =>
      page
        .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
        .first()
        .click();
    const openKey = async (name: string): Promise<void> => {
      await press(name);
      await page.getByRole('heading', { level: 1, name: `alias/${name}` }).waitFor();
      await page.getByText('As of').waitFor();
    };
    /** The page of an act on a key, once AWS has answered; then back to the list. */
    const shootAct = async (
      key: string,
      act: string | RegExp,
      picture: string,
      fillIn?: () => Promise<void>,
    ): Promise<void> => {
      await openKey(key);
      await press(act);
      await page.getByRole('heading', { name: 'What will happen' }).waitFor();
      await fillIn?.();
      await shoot(picture);
      await press('Back to the key');
      await press('Back to the keys');
    };
    /** With the keyboard: an option moves while its list opens. */
    const choose = async (field: RegExp, name: string): Promise<void> => {
      await press(field);
      await page.keyboard.type(name);
      await page.getByRole('option', { name }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: field }).filter({ hasText: name }).waitFor();
    };
    await press(/^Look after imported keys/);
    await press('Practise');
    await page.getByText('As of').waitFor({ timeout: 60_000 });
    await shoot('keys');
    await openKey('messaging');
    await shoot('one-key');
    await press('Back to the keys');
    await shootAct('messaging', 'Rotate', 'rotate');
    await shootAct('customer-records', 'Delete key material', 'delete-material');
    await shootAct('messaging', 'Schedule deletion', 'schedule-deletion');
    await shootAct('data-exchange', /^Revoke account/, 'revoke');
    await shootAct('global-sessions', 'Replicate to another Region', 'replicate', () =>
      choose(/^Region of the replica/, 'eu-west-3'),
    );
    await shootAct('customer-records', 'Move alias', 'move-alias', () => choose(/^Alias/, 'messaging'));
    for (const name of ['customer-records', 'messaging', 'old-crm'])
      await page.getByRole('checkbox', { name: new RegExp(`^Choose ${name} `) }).click();
    await press('Disable these');
    await page.getByRole('heading', { name: 'What will happen' }).waitFor();
    await shoot('many-keys');
  } finally {
    await launched.close();
  }
}
