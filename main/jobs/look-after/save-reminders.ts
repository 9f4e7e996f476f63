import { join } from 'node:path';
import type { Dialogs } from '../../platform/dialogs';
import { discardFiles, readBack, saveFiles, type FileToSave } from '../../platform/files/save-files';
import type { SavedFiles } from '../../platform/files/saved-files';
import { alarmTemplates } from '../../records/reminders/alarms';
import { reminderCalendar } from '../../records/reminders/calendar';
import type { ExpiringKey, Reminders } from '../../records/reminders/expiring-key';
import type { OpenKey } from '../../run/open-key';
import type { RequestOf, ResultOf } from '../../shared/contract';
import { isToBeDeleted } from '../../shared/acts-by-state';
import { localError } from '../../shared/errors';
import { fileNamed, inFileName } from '../../shared/file-names';
import { err, ok } from '../../shared/result';
import type { Mode } from '../../shared/views/aws';
import type { KeyRow } from '../../shared/views/keys';
import type { KeyList } from './key-list';

export interface SaveRemindersPorts {
  readonly keysAtHand: ReadonlyMap<string, OpenKey>;
  readonly findList: (handle: string) => KeyList | undefined;
  readonly dialogs: Pick<Dialogs, 'pickSaveFolder'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly now: () => Date;
  readonly appVersion: string;
}

/** The keys of a request, as main itself read them, and what the files are named after. */
interface Expiring {
  readonly mode: Mode;
  readonly of: string;
  readonly keys: readonly ExpiringKey[];
}

/** Files that remind people of imported keys whose key material expires. */
export function createSaveReminders(ports: SaveRemindersPorts) {
  function find(of: RequestOf<'saveReminders'>['of']): Expiring | undefined {
    if ('key' in of) {
      const open = ports.keysAtHand.get(of.key);
      return open && expiringOf(open);
    }
    const list = ports.findList(of.list);
    return list && expiringIn(list, of.only && new Set(of.only));
  }

  /** Asks for a folder. Errors: session.gone, save.nothingExpires, those of saveFiles and readBack. */
  async function saveReminders(request: RequestOf<'saveReminders'>): Promise<ResultOf<'saveReminders'>> {
    const found = find(request.of);
    if (found === undefined) return err(localError('save', 'session.gone', undefined, 'no'));
    const madeAt = ports.now();
    const keys = found.keys.filter(({ validTo }) => validTo > madeAt);
    if (keys.length === 0) return err(localError('save', 'save.nothingExpires', undefined, 'no'));
    const folder = await ports.dialogs.pickSaveFolder('reminders');
    if (folder === undefined) return ok({ picked: false });
    const isPractice = found.mode === 'practice';
    const reminders = { keys, isPractice, madeAt, madeBy: `Keyferry ${ports.appVersion}` };
    const files = filesOf(request.format, reminders, found.of);
    const saved = await saveFiles(folder, files);
    if (!saved.ok) return saved;
    const fileNames = files.map(({ name }) => name);
    const same = await readBack(folder, files);
    if (!same.ok) {
      await discardFiles(folder, fileNames);
      return same;
    }
    const place = ports.savedFiles.keep(join(folder, fileNames[0] ?? ''));
    return ok({ picked: true, value: { fileNames, keys: keys.length, ...place } });
  }

  return { verbs: { saveReminders } };
}

function expiringOf({ mode, accountId, region, facts, aliases }: OpenKey): Expiring {
  const { arn, keyId, state, validTo } = facts;
  const name = aliases[0] ?? keyId;
  // Key material of a key that AWS deletes anyway needs no reminder.
  const isExpiring = validTo !== undefined && !isToBeDeleted(state);
  return { mode, of: name, keys: isExpiring ? [{ arn, keyId, accountId, region, name, validTo }] : [] };
}

/** @param only ARNs; those that the list does not have count for nothing */
function expiringIn({ mode, accountId, regions }: KeyList, only?: ReadonlySet<string>): Expiring {
  const rows = [...regions.values()]
    .flatMap((read) => [...read.rows.values()])
    .filter(({ arn }) => only === undefined || only.has(arn));
  const keys = rows.flatMap(({ arn, keyId, region, aliases, state, validTo }: KeyRow) =>
    validTo === undefined || isToBeDeleted(state)
      ? []
      : [{ arn, keyId, accountId, region, name: aliases[0] ?? keyId, validTo: new Date(validTo) }],
  );
  return {
    mode,
    of: only === undefined ? `account ${accountId}` : `${keys.length} keys of account ${accountId}`,
    keys: keys.toSorted((one, other) => one.validTo.getTime() - other.validTo.getTime()),
  };
}

/** Each name has the minute, so that later files stand beside earlier ones. */
function filesOf(
  format: RequestOf<'saveReminders'>['format'],
  reminders: Reminders,
  of: string,
): readonly FileToSave[] {
  const minute = reminders.madeAt.toISOString().slice(0, 16).replace(':', '').replace('T', ' ');
  const named = (what: string, where: string, extension: string): string =>
    fileNamed(`${what} ${inFileName(of)}${where} ${minute}Z.${extension}`, reminders.isPractice);
  if (format === 'ics') {
    return [{ name: named('Reminders', '', 'ics'), bytes: Buffer.from(reminderCalendar(reminders)) }];
  }
  return alarmTemplates(reminders).map(({ region, part, text }) => ({
    name: named(
      'Alarms',
      ` ${region}${part === undefined ? '' : ` ${part.number} of ${part.count}`}`,
      'json',
    ),
    bytes: Buffer.from(text),
  }));
}
