import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { KeyMetadata } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import type { AgainAction } from '../../renderer/words/look-after/import-again';
import { keysPage } from '../../renderer/words/look-after/list';
import { nextWords } from '../../renderer/words/look-after/states';
import { startCounting } from '../helpers/count-actions';
import { dropFiles } from '../helpers/drop-files';
import { makeKnownKey } from '../helpers/known-keys';
import type { LaunchedApp } from '../helpers/launch-app';
import { leaveFinished } from '../helpers/leave-finished';
import { besideKeys, lookAfterJob } from '../helpers/look-after-window';
import { writeSealedCopy } from '../helpers/sealed-copies';

const passphrase = 'quartz hammock violin 93 teapot lagoon';
const dayMs = 86_400_000;

interface Beside {
  readonly launched: LaunchedApp;
  readonly described: (alias: string) => Promise<KeyMetadata | undefined>;
  /** From the list to the end page, with the copy of the key. */
  readonly again: (action: AgainAction, alias: string) => Promise<void>;
}

/** A window beside keys of which each has a sealed copy; the window is at home. */
async function besideCopies(
  aliases: readonly string[],
  days: number | undefined,
  use: (beside: Beside) => Promise<void>,
): Promise<void> {
  const material = randomBytes(32);
  const keys = new Map<string, Awaited<ReturnType<typeof makeKnownKey>>>();
  await besideKeys(
    async (life) => {
      const copy = join(life.home, 'Sealed copy.age');
      await writeSealedCopy(copy, material, passphrase);
      const launched = await life.launch();
      const { page } = launched;
      const job = lookAfterJob(launched);
      await job.heading('What do you want to do?').waitFor();
      await use({
        launched,
        described: async (alias) => await keys.get(alias)?.(),
        again: async (action, alias) => {
          await job.button(`${nextWords[action]}: ${alias}`).click();
          await page.getByRole('heading', { name: `${nextWords[action]}: alias/${alias}` }).waitFor();
          await dropFiles(page, [copy]);
          await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
          await job.button('Open sealed copy').click();
          await page.getByText('The copy is open').first().waitFor({ timeout: 60_000 });
          await page.getByRole('button', { name: nextWords[action], exact: true }).click();
          await page.getByText('What is left to do').waitFor({ timeout: 60_000 });
        },
      });
    },
    {
      fill: async (_kept, practice) => {
        for (const alias of aliases) {
          const known = { alias, material, ...(days === undefined ? {} : { days }) };
          keys.set(alias, await makeKnownKey(practice, known));
        }
      },
    },
  );
}

describe('importing the material again', () => {
  it('makes a key that has lost it work again, within 7 deliberate actions from home, and leads to the next', async () => {
    await besideCopies(['invoices', 'orders'], undefined, async ({ launched, described, again }) => {
      const { page } = launched;
      const job = lookAfterJob(launched);
      const actions = await startCounting(page);
      await job.open();
      await again('import-again', 'orders');
      await page.getByText('The key works again').waitFor();
      // Agreeing to the address of the practice AWS is of this test only.
      expect((await actions()) - 1).toBeLessThanOrEqual(7);
      expect(await described('orders')).toMatchObject({ KeyState: 'Enabled' });
      expect(await described('invoices')).toMatchObject({ KeyState: 'PendingImport' });

      // The record is not saved, so leaving asks once; the list is there as it was, with the key as it is now.
      await leaveFinished(page, 'Back to the keys');
      await job.row('orders').getByText('Works', { exact: true }).waitFor();
      await job.button('Needs attention').click();
      await again('import-again', 'invoices');
      await leaveFinished(page, 'Back to the keys');
      await page.getByText(keysPage.noMatch.title).waitFor();
      expect(await described('invoices')).toMatchObject({ KeyState: 'Enabled' });
      await job.button('Back to home').click();
      await page.getByText('Finished work').waitFor();
    });
  });

  it('extends a key that works within 8 deliberate actions, and it never stops', async () => {
    await besideCopies(['orders'], 3, async ({ launched, described, again }) => {
      const { page } = launched;
      const actions = await startCounting(page);
      await lookAfterJob(launched).open();
      await again('extend', 'orders');
      await page.getByText('The key goes on without a stop').waitFor();
      expect((await actions()) - 1).toBeLessThanOrEqual(8);
      const { KeyState, ValidTo } = (await described('orders')) ?? {};
      expect(KeyState).toBe('Enabled');
      expect((ValidTo?.getTime() ?? 0) - Date.now()).toBeGreaterThan(360 * dayMs);
    });
  });
});
