import type { Dialogs } from '../../platform/dialogs';
import { saveOneFile } from '../../platform/files/save-one-file';
import type { SavedFiles } from '../../platform/files/saved-files';
import type { RequestOf, ResultOf } from '../../shared/contract';
import { localError } from '../../shared/errors';
import { fileNamed } from '../../shared/file-names';
import { err, ok } from '../../shared/result';
import type { KeyList } from './key-list';
import { keyListCsv } from './key-list-csv';

export interface SaveKeyListPorts {
  readonly findList: (handle: string) => KeyList | undefined;
  readonly dialogs: Pick<Dialogs, 'pickListFile'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly now: () => Date;
}

/** The list as a file, of what main read itself. */
export function createSaveKeyList(ports: SaveKeyListPorts) {
  /** Asks for a place and saves every key of the list there. Errors: session.gone, save.*. */
  async function saveKeyList({ list: handle }: RequestOf<'saveKeyList'>): Promise<ResultOf<'saveKeyList'>> {
    const list = ports.findList(handle);
    if (list === undefined) return err(localError('save', 'session.gone', undefined, 'no'));
    const day = ports.now().toISOString().slice(0, 10);
    const name = fileNamed(`Imported keys ${list.accountId} ${day}.csv`, list.mode === 'practice');
    const path = await ports.dialogs.pickListFile(name);
    if (path === undefined) return ok({ picked: false });
    const rows = [...list.regions.values()].flatMap((keys) => [...keys.rows.values()]);
    return await saveOneFile(path, keyListCsv(rows), ports.savedFiles);
  }

  return { verbs: { saveKeyList } };
}
