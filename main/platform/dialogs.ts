import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';

/** The system's own dialogs, as the job needs them: undefined when the person dismissed one. */
export interface Dialogs {
  readonly pickParameters: (what: 'files' | 'folder') => Promise<readonly string[] | undefined>;
  readonly pickMaterialFile: () => Promise<readonly string[] | undefined>;
  readonly pickSaveFolder: () => Promise<string | undefined>;
}

export function createDialogs(window: BrowserWindow): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[] | undefined> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled || filePaths.length === 0 ? undefined : filePaths;
  };
  return {
    pickParameters: (what) =>
      open(
        what === 'files'
          ? { title: 'Choose the import parameters', properties: ['openFile', 'multiSelections'] }
          : { title: 'Choose the folder of the import parameters', properties: ['openDirectory'] },
      ),
    pickMaterialFile: () => open({ title: 'Choose your key material', properties: ['openFile'] }),
    pickSaveFolder: async () => {
      const picked = await open({
        title: 'Choose where to save',
        buttonLabel: 'Save here',
        properties: ['openDirectory', 'createDirectory'],
      });
      return picked?.[0];
    },
  };
}
