import { noCopyConfirmation } from '../../main/shared/views/custody';
import { noCopyWords } from '../../renderer/words/custody/custody';
import { keyWords } from '../../renderer/words/create-and-import/key';
import { chooseOption } from './choose-option';
import type { LaunchedApp } from './launch-app';

export const receiverAccount = '210987654321';
type Shoot = (name: string) => Promise<void>;
const noShot: Shoot = () => Promise.resolve();

/** The steps of the create-and-import job as a person takes them, by the names on screen. `shoot` sees each screen. */
export function ceremonyJob({ page }: LaunchedApp, shoot: Shoot = noShot) {
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const next = async (title: string): Promise<void> => {
    await button('Next').click();
    await heading(title).waitFor();
  };
  const withoutCopy = (): Promise<void> =>
    page.getByRole('textbox', { name: noCopyWords.label }).fill(noCopyConfirmation);
  return {
    heading,
    button,
    withoutCopy,
    next,

    async practise(): Promise<void> {
      await button('Practise').click();
      await heading('Receiver').waitFor();
    },

    async receiver(region?: string): Promise<void> {
      await page.getByRole('textbox', { name: "Receiver's AWS account ID" }).fill(receiverAccount);
      if (region !== undefined) {
        await chooseOption(page.getByRole('button', { name: 'AWS Region' }), region);
      }
      await shoot('receiver');
    },

    /**
     * From the sign-in step, signed in, to the review, with a copy or with the confirmation that there is none.
     *
     * @param alias replaces the suggested one.
     */
    async toReview(custody: () => Promise<void> = withoutCopy, alias?: string): Promise<void> {
      await page.getByText('What this identity may do').waitFor();
      await shoot('sign-in');
      await next('Key');
      if (alias !== undefined) await page.getByRole('textbox', { name: keyWords.alias }).fill(alias);
      await page.getByText('This name is free.').waitFor();
      await shoot('key');
      await next('Key material');
      await custody();
      await shoot('key-material');
      await next('Review');
      await page
        .getByRole('checkbox', { name: 'I understand the implications of using an imported key' })
        .waitFor();
      await shoot('review');
    },

    async createAndImport(): Promise<void> {
      await page
        .getByRole('checkbox', { name: 'I understand the implications of using an imported key' })
        .check();
      await button('Create and import').click();
    },
  };
}
