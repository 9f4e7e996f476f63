import type { SavedRemindersView } from '../../../main/shared/views/saved';

export const remindPanel = {
  title: 'Remind me',
  lead: 'AWS warns nobody before key material expires. Its own event comes afterwards, when the key has already stopped.',
  calendar: 'Save calendar reminders',
  calendarText:
    'A calendar file with entries 30 days, 7 days and 1 day before, and at the expiry. Open it with your calendar program; a file that you save later replaces its entries.',
  alarms: 'Save alarms for AWS',
  alarmsText:
    'A CloudFormation template for each Region. It makes alarms that send an e-mail 30 days, 7 days and 1 day before. Create a stack of it in the CloudFormation console. AWS bills each alarm; there are three for each key.',
  none: 'No key material that is there expires.',
} as const;

/** What was saved, and where. */
export function savedWords({ fileNames, folderName, keys }: SavedRemindersView): string {
  const [only, ...others] = fileNames;
  const of = keys === 1 ? '1 key' : `${keys} keys`;
  return only !== undefined && others.length === 0
    ? `“${only}” for ${of} was saved in “${folderName}”.`
    : `${fileNames.length} files for ${of} were saved in “${folderName}”: ${fileNames.join(', ')}.`;
}
