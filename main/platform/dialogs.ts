import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';

/** What goes into a folder; the dialog says so, as a person may be asked twice. */
export type SavedInFolder = 'shares' | 'sealed copies' | 'wrapped files' | 'record' | 'reminders';

/** The system's own dialogs, for the jobs. Undefined when the person cancelled. */
export interface Dialogs {
  readonly pickParameters: (what: 'files' | 'folder') => Promise<readonly string[] | undefined>;
  readonly pickMaterialFile: () => Promise<readonly string[] | undefined>;
  readonly pickSaveFolder: (saved: SavedInFolder) => Promise<string | undefined>;
  /** The files from the offline computer: a return package, or two loose files. */
  readonly pickReturnPackage: () => Promise<readonly string[] | undefined>;
  /** A PEM file with certificate authorities. */
  readonly pickCertificates: () => Promise<string | undefined>;
  /** A sealed copy, or shares. */
  readonly pickCopy: () => Promise<readonly string[] | undefined>;
  /** A sealed copy, shares, or a record that says which key material it is of. */
  readonly pickCopyOrRecord: () => Promise<readonly string[] | undefined>;
  /** A folder with copies of several keys. */
  readonly pickCopyFolder: () => Promise<readonly string[] | undefined>;
  /** A place and a name for a sealed copy. */
  readonly pickCopyFile: (suggestedName: string) => Promise<string | undefined>;
  /** A document that contains the check value. */
  readonly pickRecord: () => Promise<readonly string[] | undefined>;
  /** A place and a name for a printed document. */
  readonly pickPdfFile: (suggestedName: string) => Promise<string | undefined>;
  /** A receiver card, one JSON file. */
  readonly pickReceiverCard: () => Promise<readonly string[] | undefined>;
  /** A signed release file, one JSON file. */
  readonly pickReleaseFile: () => Promise<readonly string[] | undefined>;
  /** A place and a name for import parameters of the practice AWS. */
  readonly pickParametersFile: (suggestedName: string) => Promise<string | undefined>;
  /** A place and a name for a list of keys. */
  readonly pickListFile: (suggestedName: string) => Promise<string | undefined>;
  /** A place and a name for a report for support. */
  readonly pickReportFile: (suggestedName: string) => Promise<string | undefined>;
  /** A place and a name for one file. */
  readonly pickSaveFile: (suggestedName: string) => Promise<string | undefined>;
}

export function createDialogs(window: BrowserWindow): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[] | undefined> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled || filePaths.length === 0 ? undefined : filePaths;
  };
  const save = async (title: string, suggestedName: string): Promise<string | undefined> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: suggestedName,
      properties: ['createDirectory'],
    });
    return canceled || filePath === '' ? undefined : filePath;
  };
  return {
    pickParameters: (what) =>
      open(
        what === 'files'
          ? { title: 'Choose the import parameters', properties: ['openFile', 'multiSelections'] }
          : { title: 'Choose the folder of the import parameters', properties: ['openDirectory'] },
      ),
    pickMaterialFile: () => open({ title: 'Choose your key material', properties: ['openFile'] }),
    pickSaveFolder: async (saved) => {
      const picked = await open({
        title: `Choose where to save the ${saved}`,
        buttonLabel: `Save ${saved} here`,
        properties: ['openDirectory', 'createDirectory'],
      });
      return picked?.[0];
    },
    pickReturnPackage: () =>
      open({
        title: 'Choose what came back from the offline computer',
        properties: ['openFile', 'multiSelections'],
      }),
    pickCertificates: async () => {
      const picked = await open({
        title: 'Choose the certificate authorities',
        filters: [
          { name: 'PEM certificates', extensions: ['pem', 'crt', 'cer'] },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['openFile'],
      });
      return picked?.[0];
    },
    pickCopy: () =>
      open({
        title: 'Choose the sealed copy or the shares',
        properties: ['openFile', 'multiSelections'],
      }),
    pickCopyOrRecord: () =>
      open({
        title: 'Choose a sealed copy, shares or a record',
        properties: ['openFile', 'multiSelections'],
      }),
    pickCopyFolder: () =>
      open({ title: 'Choose the folder of the sealed copies', properties: ['openDirectory'] }),
    pickCopyFile: (suggestedName) => save('Save the sealed copy', suggestedName),
    pickReceiverCard: () => open({ title: 'Choose the receiver card', properties: ['openFile'] }),
    pickReleaseFile: () => open({ title: 'Choose release.json', properties: ['openFile'] }),
    pickRecord: () => open({ title: 'Choose the record', properties: ['openFile'] }),
    pickPdfFile: (suggestedName) => save('Save the PDF', suggestedName),
    pickParametersFile: (suggestedName) => save('Save the import parameters', suggestedName),
    pickListFile: (suggestedName) => save('Save the list of keys', suggestedName),
    pickReportFile: (suggestedName) => save('Save the report for support', suggestedName),
    pickSaveFile: (suggestedName) => save('Save the summary', suggestedName),
  };
}
