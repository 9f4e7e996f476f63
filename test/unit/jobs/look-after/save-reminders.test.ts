import { CreateAliasCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, createBench, shownOf, valueOf } from '../../../helpers/ceremony-bench';
import { lookAfterIn } from '../../../helpers/opened-key';
import { newFolder } from '../../../helpers/saved-record';

type Bench = Awaited<ReturnType<typeof createBench>>;

const dayMs = 24 * 60 * 60 * 1000;
const inDays = ({ clock }: Bench, days: number) =>
  ({ kind: 'on', validTo: new Date(clock.now().getTime() + days * dayMs).toISOString() }) as const;

/** A key that expires in 90 days, one in 20, and two that do not; and the folder that reminders go into. */
async function account() {
  const bench = await createBench();
  const soon = await bench.create({ alias: 'soon', expiry: inDays(bench, 20) });
  const later = await bench.create({ alias: 'later', expiry: inDays(bench, 90) });
  const never = await bench.create({ alias: 'never' });
  const waiting = await bench.outside.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  const TargetKeyId = waiting.KeyMetadata?.KeyId;
  await bench.outside.send(new CreateAliasCommand({ AliasName: 'alias/waiting', TargetKeyId }));
  const folder = newFolder();
  const after = lookAfterIn(bench, { folder });
  const { session, region } = bench.session.view;
  const { list } = valueOf(await after.listKeys({ session, regions: [region] }));
  const textOf = (name = ''): string => readFileSync(join(folder, name), 'utf8');
  return { bench, after, folder, list, textOf, keys: { soon, later, never } };
}

describe('reminders', () => {
  it('of a list are for every key that expires, and for no other', async () => {
    const { after, list, textOf, keys } = await account();
    const saved = shownOf(await after.saveReminders({ of: { list }, format: 'ics' }));
    expect(saved).toMatchObject({ keys: 2, folderName: 'folder' });
    const [name = ''] = saved.fileNames;
    expect(name).toMatch(/^PRACTICE Reminders account-111122223333 \d{4}-\d\d-\d\d \d{4}Z\.ics$/);
    const calendar = textOf(name).replaceAll('\r\n ', '');
    // Of the key that expires in 20 days, 30 days before are over.
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3 + 4);
    expect(calendar).toContain(`Key: ${keys.soon.keyArn ?? ''}`);
    expect(calendar).toContain('SUMMARY:PRACTICE: Key material of later expires in 30 days');
    expect(calendar).not.toContain('never');
    expect(calendar).not.toContain('waiting');
  });

  it('of chosen keys are for those of the list only', async () => {
    const { after, list, textOf, keys } = await account();
    const only = [keys.later.keyArn ?? '', keys.never.keyArn ?? '', 'arn:aws:kms:eu-central-1:1:key/other'];
    const saved = shownOf(await after.saveReminders({ of: { list, only }, format: 'ics' }));
    expect(saved.keys).toBe(1);
    const calendar = textOf(saved.fileNames[0]).replaceAll('\r\n ', '');
    expect(calendar).toContain(keys.later.keyArn);
    expect(calendar).not.toContain(keys.soon.keyArn);
  });

  it('of a list are alarms for its Region', async () => {
    const { after, list, textOf, keys } = await account();
    const { fileNames } = shownOf(await after.saveReminders({ of: { list }, format: 'cloudformation' }));
    expect(fileNames).toHaveLength(1);
    const [name = ''] = fileNames;
    expect(name).toMatch(/^PRACTICE Alarms account-111122223333 eu-central-1 /);
    expect(textOf(name).match(/AWS::CloudWatch::Alarm/g)).toHaveLength(6);
    expect(textOf(name)).toContain(keys.later.keyArn);
  });

  it('of one key are for this one, and come again beside what is there', async () => {
    const { bench, after, folder, keys, textOf } = await account();
    const { key } = await after.open(keys.soon.keyArn);
    const first = shownOf(await after.saveReminders({ of: { key }, format: 'ics' }));
    const calendar = textOf(first.fileNames[0]).replaceAll('\r\n ', '');
    expect(calendar).toContain(keys.soon.keyArn);
    expect(calendar).not.toContain(keys.later.keyArn);
    await bench.clock.sleep(60_000);
    shownOf(await after.saveReminders({ of: { key }, format: 'ics' }));
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('replace no file', async () => {
    const { after, folder, keys, textOf } = await account();
    const { key } = await after.open(keys.soon.keyArn);
    const [name = ''] = shownOf(await after.saveReminders({ of: { key }, format: 'ics' })).fileNames;
    writeFileSync(join(folder, name), 'mine');
    expect(codeOf(await after.saveReminders({ of: { key }, format: 'ics' }))).toBe('save.exists');
    expect(textOf(name)).toBe('mine');
  });

  it('are of nothing where nothing expires, or where nobody knows the list', async () => {
    const { after, folder, keys } = await account();
    const { key } = await after.open(keys.never.keyArn);
    expect(codeOf(await after.saveReminders({ of: { key }, format: 'ics' }))).toBe('save.nothingExpires');
    const unknown = { of: { list: key }, format: 'ics' } as const;
    expect(codeOf(await after.saveReminders(unknown))).toBe('session.gone');
    expect(readdirSync(folder)).toEqual([]);
  });
});
