import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { statementWords } from '../../renderer/words/create-and-import/statement';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { startCounting } from '../helpers/count-actions';
import { custodyJob } from '../helpers/custody-job';
import { answeredDialogs } from '../helpers/dialogs';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { screenFaults } from '../helpers/screen-faults';

const region = 'eu-central-1';
const statement = {
  Sid: 'UseByService',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${receiverAccount}:role/Service` },
  Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
};
const text = JSON.stringify(statement, undefined, 2);
const changed = (changes: object): string => JSON.stringify({ ...statement, ...changes });
const grants = changed({ Action: ['kms:Decrypt', 'kms:CreateGrant', 'kms:RevokeGrant'] });
/** The account that practice signs in to. */
const practiceAccount = '111122223333';

let launched: LaunchedApp;

const field = () =>
  launched.page.getByRole('textbox', { name: "Paste the receiver's statement", exact: true });
const told = () => launched.page.getByText(statementWords.title);
const receiver = () => launched.page.getByRole('button', { name: /^Receiver/ });
const chooseRegion = () => chooseOption(launched.page.getByRole('button', { name: 'AWS Region' }), region);
const chooseOther = () => chooseOption(receiver(), 'Other service');

/** Whether this has the focus. */
const hasFocus = (locator: ReturnType<typeof field>): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** The heading of the refusal that is shown, and what it says to do. */
async function refusal(): Promise<string> {
  const alert = launched.page.getByRole('alert').filter({ hasText: 'Technical details' });
  await alert.waitFor();
  return (await alert.textContent()) ?? '';
}

describe('a pasted statement', () => {
  beforeEach(async () => {
    launched = await launchApp();
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(() => launched.close());

  it('takes at most 15 deliberate actions to a copied ARN, one more than a typed account', async () => {
    const { app, page } = launched;
    const job = ceremonyJob(launched);
    const custody = custodyJob(launched);
    const actions = await startCounting(page);
    await job.practise();
    await chooseOther();
    await field().fill(`Add this:\n${text}`);
    await told().waitFor();
    await page.getByText(`Other service: role Service of account ${receiverAccount}`).waitFor();
    await chooseRegion();
    await job.next('Sign in');
    await job.toReview(async () => {
      await custody.suggestPassphrase();
      await custody.saveSealedCopy();
    });
    await page
      .getByText('use Encrypt, Decrypt and all actions that begin with GenerateDataKey on the key')
      .waitFor();
    await job.createAndImport();
    await job.button('Copy ARN').click({ timeout: 60_000 });
    await page.getByText('Copied').first().waitFor();
    const count = (await actions()) + (await answeredDialogs(app));
    console.log(
      `create and import with a pasted statement: ${count} actions, the dialog for the copy among them`,
    );
    expect(count).toBeGreaterThanOrEqual(14);
    expect(count).toBeLessThanOrEqual(15);
    await page.getByText('kms:GenerateDataKey*').first().waitFor();
    await page.getByText(receiverAccount).first().waitFor();
  });

  it('is pasted and confirmed with the keyboard only', async () => {
    const { page } = launched;
    const { keyboard } = page;
    const job = ceremonyJob(launched);
    const tabTo = async (target: ReturnType<typeof field>): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        if (await hasFocus(target)) return;
        await keyboard.press('Tab');
      }
      throw new Error('No Tab leads there.');
    };
    await job.practise();
    await tabTo(receiver());
    await keyboard.press('Enter');
    await keyboard.type('other');
    await page.getByRole('option', { name: 'Other service' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(field());
    await keyboard.insertText(grants);
    const [create, revoke] = [
      page.getByRole('checkbox', { name: 'It may let others use the key as well (kms:CreateGrant).' }),
      page.getByRole('checkbox', { name: 'It may end the use of the key by others (kms:RevokeGrant).' }),
    ];
    await create.waitFor();
    expect(await hasFocus(field())).toBe(true);
    await tabTo(page.getByRole('button', { name: 'AWS Region' }));
    await keyboard.press('Enter');
    await keyboard.type(region);
    await page.getByRole('option', { name: region }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await tabTo(job.button('Next'));
    await keyboard.press('Enter');
    await page.getByText(statementWords.unconfirmed).first().waitFor();
    expect(await hasFocus(create)).toBe(true);
    await keyboard.press('Space');
    await tabTo(job.button('Next'));
    await keyboard.press('Enter');
    await expect.poll(() => hasFocus(revoke)).toBe(true);
    await keyboard.press('Space');
    await tabTo(job.button('Next'));
    await keyboard.press('Enter');
    await job.heading('Sign in').waitFor();
  });

  it('of the own account is refused once somebody has signed in', async () => {
    const job = ceremonyJob(launched);
    await job.practise();
    await job.receiver(region);
    await job.next('Sign in');
    await launched.page.getByText('What this identity may do').waitFor();
    await job.button('Previous').click();
    await chooseOther();
    await field().fill(changed({ Principal: { AWS: practiceAccount } }));
    expect(await refusal()).toContain(`“${practiceAccount}” cannot be in the receiver's statement`);
    await field().fill(changed({ Principal: { AWS: `arn:aws:iam::${practiceAccount}:role/ForService` } }));
    await launched.page.getByText(`role or user of your own account`).waitFor();
    await job.next('Receiver');
    await launched.page.getByText(statementWords.unconfirmed).waitFor();
    await launched.page.getByRole('checkbox', { name: /your own account/ }).check();
    await job.next('Sign in');
  });
});

describe('in the receiver step, a pasted statement', () => {
  beforeAll(async () => {
    launched = await launchApp();
    await launched.page.emulateMedia({ reducedMotion: 'reduce' });
    await ceremonyJob(launched).practise();
    await chooseOther();
    await chooseRegion();
  });
  afterAll(() => launched.close());

  it.each<[string, string, string | undefined]>([
    ['with a comma too many', text.replace('"*"\n}', '"*",\n}'), undefined],
    ['with smart quotes', text.replace(/"([^"]*)"/g, '“$1”'), undefined],
    ['with HTML entities', text.replaceAll('"', '&quot;'), undefined],
    ['of 32 KiB with the words around it', text.padEnd(32 * 1024, ' Ask us.'), statementWords.leftOut],
    [
      'under a name that is taken',
      changed({ Sid: 'Allow use of the key' }),
      'The name “Allow use of the key” is taken by another statement of the key policy',
    ],
    [
      'in a whole policy',
      `{"Statement":[${changed({
        Sid: 'Enable',
        Principal: { AWS: `arn:aws:iam::${practiceAccount}:root` },
        Action: 'kms:*',
      })},${text}]}`,
      'The statement “Enable” lets your own account do everything. Keyferry writes that one itself.',
    ],
  ])('%s is read', async (_what, pasted, said) => {
    await field().fill('');
    await told().waitFor({ state: 'hidden' });
    await field().fill(pasted);
    await told().waitFor();
    await launched.page.getByText(`role Service of account ${receiverAccount}`).waitFor();
    if (said !== undefined) await launched.page.getByText(said, { exact: false }).waitFor();
    expect(await launched.page.getByText('Technical details').count()).toBe(0);
  });

  it.each<[string, string, string]>([
    ['kms:*', changed({ Action: 'kms:*' }), 'Ask the receiver for the list of actions that it needs.'],
    [
      'kms:ScheduleKeyDeletion',
      changed({ Action: ['kms:Decrypt', 'kms:ScheduleKeyDeletion'] }),
      'Ask the receiver for a statement without it.',
    ],
    ['kms:Put*', changed({ Action: 'kms:Put*' }), 'Ask the receiver for the list of actions'],
    ['*', changed({ Principal: '*' }), 'Ask the receiver for a statement that names them.'],
    ['NotAction', changed({ Action: undefined, NotAction: 'kms:Decrypt' }), 'Ask the receiver'],
    ['NotPrincipal', changed({ Principal: undefined, NotPrincipal: '*' }), 'Ask the receiver'],
    ['arn:aws:s3:::bucket', changed({ Resource: 'arn:aws:s3:::bucket' }), 'Ask the receiver'],
    [
      'arn:aws-cn:iam::210987654321:root',
      changed({ Principal: { AWS: 'arn:aws-cn:iam::210987654321:root' } }),
      'Ask the receiver for the statement for the part of AWS that your account is in.',
    ],
    ['{', text.slice(0, -2), 'Copy it again'],
  ])('with %s is refused for that word, and nothing of it is taken', async (word, pasted, next) => {
    await field().fill(pasted);
    await launched.page.getByText(`“${word}” cannot be in the receiver's statement`).waitFor();
    expect(await refusal()).toContain(next);
    expect(await told().count()).toBe(0);
    await ceremonyJob(launched).button('Next').click();
    await expect.poll(() => hasFocus(field())).toBe(true);
    await ceremonyJob(launched).heading('Receiver').waitFor();
  });

  it('is refused where it is longer than any policy', async () => {
    await field().fill(text.padEnd(32 * 1024 + 1, ' '));
    expect(await refusal()).toContain('longer than any key policy');
  });

  it('makes way for an account again', async () => {
    const account = launched.page.getByRole('textbox', { name: "Receiver's AWS account ID" });
    await field().fill(text);
    await told().waitFor();
    expect(await account.count()).toBe(0);
    await field().fill('');
    await account.fill(receiverAccount);
    await ceremonyJob(launched).next('Sign in');
    await ceremonyJob(launched).button('Previous').click();
  });
});

describe('with a pasted statement, axe finds nothing, and nothing scrolls sideways', () => {
  beforeEach(async () => {
    launched = await launchApp();
  });
  afterEach(() => launched.close());

  it.each([
    ['light', 1],
    ['dark', 1],
    ['light', 2],
  ] as const)('in %s at zoom %d', async (colorScheme, zoom) => {
    const { app, page } = launched;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.evaluate(({ BrowserWindow }, factor) => {
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
    }, zoom);
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await screenFaults(page)).map((fault) => `${name}: ${fault}`));
      const isWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      if (isWide) found.push(`${name}: sideways scrolling`);
    };
    const job = ceremonyJob(launched);
    await job.practise();
    await chooseOther();
    await look('nothing pasted');
    await job.button('Next').click();
    await look('nothing pasted, Next');
    await job.button(statementWords.practice).click();
    await told().waitFor();
    await look('read');
    await field().fill(changed({ Action: 'kms:*' }));
    await refusal();
    await look('refused');
    await field().fill(grants);
    await page.getByText(statementWords.unusual).waitFor();
    await chooseRegion();
    await job.button('Next').click();
    await look('unusual, Next');
    await page.getByRole('button', { name: statementWords.json }).click();
    await look('as JSON');
    expect(found).toEqual([]);
  });
});
