import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PracticeOptions } from '../../main/practice/options';
import { startCounting } from '../helpers/count-actions';
import { answerDialogs } from '../helpers/dialogs';
import { keptReceiver, keptRegion, loseNamed } from '../helpers/kept-keys';
import { atTheList, besideKeys, lookAfterJob } from '../helpers/look-after-window';

const byUrgency = [
  'billing',
  'wiki',
  'reports',
  'archive',
  'going',
  'left-over',
  'mac',
  'off',
  'crm',
  'global',
  'orders',
];

const dayMs = 86_400_000;

/** A replica, and a key that may not be described, have no name. */
const named = (names: readonly string[]): readonly string[] =>
  names.filter((name) => byUrgency.includes(name));

describe('the list', () => {
  it('is read within 3 deliberate actions from home, with what needs attention first', async () => {
    await besideKeys(async (life) => {
      const launched = await life.launch();
      const { page } = launched;
      const job = lookAfterJob(launched);
      await job.heading('What do you want to do?').waitFor();
      const actions = await startCounting(page);
      await job.open();
      await job.isRead();
      expect(await actions()).toBeLessThanOrEqual(3);
      expect(named(await job.names())).toEqual(byUrgency);
      const said = async (name: string): Promise<string> =>
        (await job.row(name).innerText()).replace(/\s+/g, ' ');
      expect(await said('billing')).toMatch(
        /Stopped: material missing .*1 of 1 missing.*Import the material again/,
      );
      expect(await said('wiki')).toMatch(/1 of 2 missing.*Import the material again/);
      expect(await said('reports')).toMatch(
        /It stops for everybody in 3 days.* 3 days left .*urgent.* Extend/,
      );
      expect(await said('archive')).toMatch(/20 days left .*soon.* Extend/);
      expect(await said('crm')).toMatch(/Works 200 days left /);
      expect(await said('orders')).toContain(keptReceiver);
      expect(await said('left-over')).toMatch(/Never had material .* Remove/);
      await page.getByText('One key is not visible to you (1 in eu-central-1)').waitFor();
      expect(life.wire.came.filter((operation) => !/^(?:other|List|Get|Describe)/.test(operation))).toEqual(
        [],
      );
    });
  });

  it('is filtered, sorted, and shown without columns', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      await job.button('Expires within 30 days').click();
      await expect.poll(job.names).toEqual(['reports', 'archive']);
      await job.button('Waiting for deletion').click();
      await expect.poll(job.names).toEqual(['going']);
      await job.button('All keys').click();
      const field = page.getByRole('searchbox', { name: 'Find keys' });
      await field.fill(`bluescape ${keptReceiver}`);
      await expect.poll(job.names).toEqual(['orders']);
      await page.getByText('1 of 13 keys').waitFor();
      await field.fill('nowhere');
      await job.button('Show all keys').click();
      await expect.poll(async () => (await job.names()).length).toBe(13);
      const sortBy = page.getByRole('columnheader', { name: 'Name' });
      await sortBy.getByRole('button').press('Enter');
      expect(await sortBy.getAttribute('aria-sort')).toBe('ascending');
      expect(named(await job.names())).toEqual(byUrgency.toSorted());
      await sortBy.getByRole('button').press('Enter');
      expect(await sortBy.getAttribute('aria-sort')).toBe('descending');
      await job.button('Columns').click();
      await page.getByRole('checkbox', { name: 'Created' }).uncheck();
      expect(await page.getByRole('columnheader', { name: 'Created' }).count()).toBe(0);
      await job.openKey('crm');
      await job.toList();
      expect(await sortBy.getAttribute('aria-sort')).toBe('descending');
    });
  });

  it('is saved as CSV, of what main read, whatever the filter shows', async () => {
    await besideKeys(async (life) => {
      const { app, page, job } = await atTheList(life);
      await job.button('Expires within 30 days').click();
      const path = join(mkdtempSync(join(life.home, 'out-')), 'keys.csv');
      await answerDialogs(app, [[path]]);
      await job.button('Save as CSV').click();
      await page.getByText('Saved as keys.csv in the folder').waitFor();
      const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
      expect(lines.length).toBe(1 + 13);
      expect(lines[1]).toMatch(/^reports,.*,Enabled,20/);
      expect(
        lines.some((line) => line.startsWith('billing,') && line.includes(',PendingImport,,,0,1,')),
      ).toBe(true);
    });
  });

  it('has pages of 25 keys', async () => {
    await besideKeys(
      async (life) => {
        const { page, job } = await atTheList(life);
        await page.getByText('Page 1 of 3').waitFor();
        expect((await job.names()).length).toBe(25);
        await job.button('Next page').click();
        await job.button('Next page').click();
        await page.getByText('Page 3 of 3').waitFor();
        expect((await job.names()).length).toBe(20);
      },
      { fill: (kept, practice) => kept.fillMany(practice, 70) },
    );
  });
});

describe('reading the list', () => {
  it('stops when it is told to, and keeps what it has', async () => {
    const options: Partial<PracticeOptions> = {
      fault: (operation, phase) =>
        operation === 'GetKeyPolicy' && phase === 'before' ? { kind: 'hang' } : undefined,
    };
    await besideKeys(
      async (life) => {
        const launched = await life.launch();
        const job = lookAfterJob(launched);
        await job.open();
        await job.row('billing').waitFor();
        await job.button('Stop').click();
        await launched.page.getByText('Reading was stopped. What was read stays.').last().waitFor();
        expect(named(await job.names())).toEqual(byUrgency);
      },
      { options },
    );
  });

  it('pauses when the sign-in ends, and goes on after another one', async () => {
    let hasEnded = false;
    const options: Partial<PracticeOptions> = {
      fault: (operation, phase) =>
        hasEnded && operation === 'GetKeyPolicy' && phase === 'before'
          ? { kind: 'error', code: 'ExpiredTokenException', message: 'The security token is expired' }
          : undefined,
    };
    await besideKeys(
      async (life) => {
        const launched = await life.launch();
        const { page } = launched;
        const job = lookAfterJob(launched);
        hasEnded = true;
        await job.open();
        await page.getByText('Your sign-in has ended').waitFor();
        await page.getByText('The list is as of').waitFor();
        expect(named(await job.names())).toEqual(byUrgency);
        hasEnded = false;
        await job.button('Sign in again').click();
        await job.signIn();
        await job.heading('Keys').waitFor();
        await page.getByText('All keys are read').waitFor({ state: 'attached' });
        expect(await job.row('orders').innerText()).toContain(keptReceiver);
      },
      { options },
    );
  });

  it('names the Regions that may not be read, and goes on with all others', async () => {
    await besideKeys(
      async (life) => {
        const { page, job } = await atTheList(life);
        await page.getByText('2 Regions could not be read').waitFor();
        await page.getByText(/^sa-east-1, us-west-2|^us-west-2, sa-east-1/).waitFor();
        expect(named(await job.names())).toEqual(byUrgency);
      },
      {
        options: {
          denies: (action, _resource, region) =>
            ['kms:ListKeys', 'kms:ListAliases'].includes(action) &&
            ['sa-east-1', 'us-west-2'].includes(region),
        },
      },
    );
  });

  it('asks for the permission and for an ARN where nobody may list', async () => {
    await besideKeys(
      async (life) => {
        const launched = await life.launch();
        const { page } = launched;
        const job = lookAfterJob(launched);
        await job.open();
        await page.getByText('You may not list keys').waitFor({ timeout: 60_000 });
        await page.getByText('"kms:ListKeys"').waitFor();
        const field = page.getByRole('textbox', { name: 'ARN of a key' });
        await field.fill('alias/orders');
        await job.button('Open this key').click();
        await page.getByText('This is not the ARN of a key.').waitFor();
        await field.fill(`arn:aws:kms:${keptRegion}:111122223333:key/00000000-0000-4000-8000-000000000000`);
        await job.button('Open this key').click();
        await page.getByText('AWS does not find the key').waitFor();
      },
      { options: { denied: ['kms:ListKeys', 'kms:ListAliases'] } },
    );
  });
});

describe('an expiry that comes while it is shown', () => {
  it('makes the list, and the page of the key, ask AWS once by itself', async () => {
    await besideKeys(async (life) => {
      const launched = await life.launch();
      const { page } = launched;
      const job = lookAfterJob(launched);
      await page.clock.install();
      await job.open();
      await job.isRead();
      const described = (): number =>
        life.wire.came.filter((operation) => operation === 'DescribeKey').length;
      const before = described();
      await loseNamed(life.practice, 'reports');
      await page.clock.setSystemTime(Date.now() + 4 * dayMs);
      await job.row('reports').getByText('Stopped: material missing').waitFor();
      await job.button('Import the material again: reports').waitFor();
      expect(described()).toBe(before + 1);

      await job.openKey('archive');
      await page.getByText('The key works, and stops soon').waitFor();
      await loseNamed(life.practice, 'archive');
      await page.clock.setSystemTime(Date.now() + 21 * dayMs);
      await page.getByText('The key has stopped').waitFor();
      expect(described()).toBe(before + 3);
    });
  });
});

describe('one key', () => {
  it('says what its state means, what is missing, and who may use it', async () => {
    await besideKeys(async (life) => {
      const { page, job } = await atTheList(life);
      await job.openKey('wiki');
      await page.getByText('The key has stopped because of an older material').waitFor();
      await page
        .getByText('Role reader of account 210987654321 may use it for Decrypt and DescribeKey.')
        .waitFor();
      await page.getByText('It stays when its holder is removed from the policy').waitFor();
      await page.getByText('24 rotations of 25 left').waitFor();
      expect(await page.getByRole('row').filter({ hasText: 'Former' }).innerText()).toContain('Missing');
      await job.toList();
      await job.openKey('orders');
      await page.getByText(`The key policy lets these accounts use the key: ${keptReceiver}.`).waitFor();
      await page.getByText('That does not mean that nobody needs the key.').waitFor();
      await job.toList();
      await job.openKey('going');
      await page.getByText('AWS leaves the key disabled then, so it has to be enabled as well.').waitFor();
    });
  });

  it('says which of its parts may not be read, and shows the rest', async () => {
    await besideKeys(
      async (life) => {
        const { page, job } = await atTheList(life);
        await job.openKey('orders');
        await page.getByText('The key policy could not be read. AWS denied a permission.').waitFor();
        await page.getByText('The grants could not be read. AWS denied a permission.').waitFor();
        await page.getByText('The last use could not be read. AWS denied a permission.').waitFor();
        await page.getByText('Encrypts and decrypts').waitFor();
      },
      { options: { denied: ['kms:GetKeyPolicy', 'kms:ListGrants', 'kms:GetKeyLastUsage'] } },
    );
  });
});
