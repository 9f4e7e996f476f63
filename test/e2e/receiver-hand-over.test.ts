import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiverPresets } from '../../main/receivers/presets';
import type { ReceiverBlank } from '../../main/schemas/receiver';
import { wantsWords } from '../../renderer/words/run/receiver-wants';
import { axeViolations } from '../helpers/axe';
import { ceremonyJob, receiverAccount } from '../helpers/ceremony-job';
import { chooseOption } from '../helpers/choose-option';
import { startCounting } from '../helpers/count-actions';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { goHome } from '../helpers/leave-finished';
import { screenFaults, standingOut } from '../helpers/screen-faults';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp();
  // What is fading in has too little contrast for axe.
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(() => launched.close());

const region = 'eu-central-1';
const own = '111122223333';
/** A role that the practice account has: AWS refuses a key policy that names one that does not exist. */
const ownRole = `arn:aws:iam::${own}:role/DatabaseServices`;
const typed: Readonly<Record<ReceiverBlank['kind'], string>> = {
  account: receiverAccount,
  role: `arn:aws:iam::${receiverAccount}:role/Service`,
  'role-or-user': `arn:aws:iam::${receiverAccount}:role/Service`,
  user: `arn:aws:iam::${receiverAccount}:user/Service`,
  'own-role': ownRole,
  text: 'a-value',
};

const keyId = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const arn = `Key ARN = arn:aws:kms:${region}:${own}:key/${keyId}`;
const alias = (name: string): string => `Alias = alias/${name}-byok-\\d{4}`;
const aliasArn = (name: string): string =>
  `Alias ARN = arn:aws:kms:${region}:${own}:alias/${name}-byok-\\d{4}`;
const account = `AWS account ID = ${own}`;
const inRegion = `AWS Region = ${region}`;
const role = `Role ARN = ${ownRole}`;

/**
 * What the guide of each service wants to be told, in its order, and which policies its role needs. Written here a second
 * time on purpose.
 */
const rows: Readonly<Record<string, readonly [facts: readonly string[], policies?: readonly string[]]>> = {
  bluescape: [[arn, account, inRegion]],
  zoom: [[arn]],
  'genesys-cloud': [[aliasArn('genesys-cloud')]],
  'mongodb-atlas': [
    [`Key ID = ${keyId}`, role, inRegion],
    ['Trust policy', 'Permissions policy'],
  ],
  'databricks-managed-services': [[arn, alias('databricks-managed-services')]],
  'databricks-storage': [[arn, alias('databricks-workspace-storage')]],
  'clickhouse-cloud': [[arn]],
  'elastic-cloud': [[arn, aliasArn('elastic-cloud-hosted')]],
  'cockroachdb-cloud': [[arn, role, inRegion], ['Trust policy']],
  openai: [
    [role, arn, aliasArn('openai'), 'External ID = a-value'],
    ['Trust policy', 'Permissions policy'],
  ],
  'contrast-security': [[arn]],
};
/** Those that can be served before the key exists. */
const choosable = receiverPresets.filter(
  ({ terms }) =>
    terms.imported.answer !== 'no' &&
    terms.known === 'before-key' &&
    (terms.access.by === 'console' || terms.access.by === 'statements'),
);
/** Where nothing but the account is typed: by id, what a person did from the choice of the service to the first copy. */
const actions = new Map<string, number>();

it('each service that can be served has its row', () => {
  expect(choosable.map(({ id }) => id).toSorted()).toEqual(Object.keys(rows).toSorted());
});

it.each(choosable.map((preset) => [preset.name, preset] as const))(
  'the hand-over to %s has what it wants, in its order',
  async (name, { id, terms }) => {
    const { page, app } = launched;
    const [facts, policies = []] = rows[id] ?? [[]];
    const job = ceremonyJob(launched);
    await goHome(page);
    await job.practise();
    const counted = await startCounting(page);
    await page.getByRole('button', { name: /^Receiver/ }).click();
    await page.getByRole('option', { name }).click();
    for (const { label, kind } of terms.blanks) {
      const shown = kind === 'account' ? "Receiver's AWS account ID" : label;
      await page.getByRole('textbox', { name: shown }).fill(typed[kind]);
    }
    await chooseOption(page.getByRole('button', { name: 'AWS Region' }), region);
    await job.next('Sign in');
    await job.toReview();
    await job.createAndImport();
    await job.heading('Hand over').waitFor({ timeout: 60_000 });

    const told = page.locator('.wanted-facts > div');
    const shown = await told.evaluateAll((lines) =>
      lines.map(
        (line) =>
          `${line.querySelector('dt')?.textContent ?? ''} = ${line.querySelector('.wanted-value')?.textContent ?? ''}`,
      ),
    );
    expect(shown).toEqual(facts.map((fact) => expect.stringMatching(new RegExp(`^${fact}$`)) as string));
    expect(await page.locator('.role-policy .to-do-line').count()).toBe(policies.length);
    for (const policy of policies) await page.getByText(policy, { exact: true }).waitFor();
    const steps = page.getByRole('list', { name: wantsWords.stepsName }).getByRole('listitem');
    expect(await steps.allInnerTexts()).toEqual(
      expect.arrayContaining(terms.steps.map((step) => expect.stringContaining(step) as string)),
    );
    for (const text of terms.aftercare) await page.getByText(text, { exact: true }).waitFor();
    if (terms.where !== undefined) {
      await page.getByText(`${wantsWords.where}: ${terms.where}`, { exact: true }).waitFor();
    }
    expect(await screenFaults(page)).toEqual([]);
    expect(await standingOut(page)).toHaveLength(1);
    if (policies.length > 0) expect(await axeViolations(page)).toEqual([]);

    const first = told.first();
    await first.getByRole('button', { name: /^Copy/ }).click();
    const value = (await first.locator('.wanted-value').textContent()) ?? '';
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(value);
    if (terms.blanks.every(({ kind }) => kind === 'account')) actions.set(id, await counted());
  },
);

it('a service of which only the account is typed costs no more actions than Bluescape', () => {
  expect([...actions.keys()]).toEqual(expect.arrayContaining(['zoom', 'contrast-security']));
  const most = actions.get('bluescape') ?? 0;
  console.log(`from the choice of the service to the first copy: ${most} actions`);
  for (const [id, count] of actions) expect([id, count <= most]).toEqual([id, true]);
});
