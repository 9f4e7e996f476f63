import type { Locator } from 'playwright';
import { until } from './until';

/**
 * Opens a list or a menu and chooses from it. A list that opens near the edge of the window is moved once more, and a press that
 * comes within these milliseconds is lost, so the option is pressed again while the list is still open.
 *
 * @param list the button that opens it.
 */
export async function chooseOption(
  list: Locator,
  name: string,
  role: 'option' | 'menuitem' = 'option',
): Promise<void> {
  await list.click();
  const option = list.page().getByRole(role, { name });
  await option.waitFor();
  await until(`“${name}” to be chosen`, async () => {
    if (await option.isVisible()) await option.click({ timeout: 2000 }).catch(() => undefined);
    return await option.waitFor({ state: 'hidden', timeout: 2000 }).then(
      () => true,
      () => undefined,
    );
  });
}
