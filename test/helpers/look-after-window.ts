import type { PracticeAws } from '../../main/practice/practice-aws';
import type { PracticeOptions } from '../../main/practice/options';
import { inWindow, type LifeInWindow } from '../faults/window/life-in-window';
import { startCounting } from './count-actions';
import { keptAccount } from './kept-keys';
import type { LaunchedApp } from './launch-app';

/** What a person meets in the job that looks after imported keys. */
export function lookAfterJob({ page }: LaunchedApp) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const signIn = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Profile' }).click();
    await page.getByRole('option', { name: 'work' }).click();
  };
  const signInFirst = async (): Promise<void> => {
    // Main has to agree before the box is ticked, so it is not ticked at once.
    const agreed = page.getByRole('checkbox', { name: 'I know these addresses and agree to use them' });
    await agreed.click();
    await agreed.and(page.locator(':checked')).waitFor();
    await signIn();
  };
  return {
    /** With a profile, at the address in the environment. */
    signInFirst,
    button,
    heading,
    signIn,
    /** From home to the list. */
    open: async (): Promise<void> => {
      await button('Look after imported keys').click();
      await signInFirst();
      await heading('Keys').waitFor();
    },
    isRead: () => page.getByText('As of').first().waitFor({ timeout: 60_000 }),
    /** The names of the rows on the page, in their order. */
    names: () => page.locator('.key-name').allInnerTexts(),
    row: (name: string) =>
      page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) }),
    openKey: async (name: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByText('As of').waitFor();
    },
    toList: () => button('Back to the keys').click(),
  };
}

/** Starts the app, and goes to the list, which is read to its end. `actions`: how many deliberate ones from home. */
export async function atTheList(life: LifeInWindow) {
  const launched = await life.launch();
  const job = lookAfterJob(launched);
  await job.heading('What do you want to do?').waitFor();
  const counted = await startCounting(launched.page);
  await job.open();
  await job.isRead();
  // Agreeing to the address of the practice AWS is of the tests only.
  const actions = async (): Promise<number> => (await counted()) - 1;
  return { ...launched, launched, job, actions };
}

/** A window beside an account with a key in each state, or with keys of the test's own. */
export async function besideKeys(
  use: (life: LifeInWindow) => Promise<void>,
  { options = {}, fill = (kept, practice) => kept.fill(practice) }: BesideKeys = {},
): Promise<void> {
  const kept = keptAccount();
  await inWindow(
    async (life) => {
      await fill(kept, life.practice);
      await use(life);
    },
    { ...kept.options, ...options },
  );
}

interface BesideKeys {
  readonly options?: Partial<PracticeOptions>;
  readonly fill?: (kept: ReturnType<typeof keptAccount>, practice: PracticeAws) => Promise<void>;
}
