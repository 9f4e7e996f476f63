import type { Dialogs } from '../../main/platform/dialogs';

const dismissed = (): Promise<undefined> => Promise.resolve(undefined);

/** Dialogs that nobody answers. */
export const noDialogs: Dialogs = {
  pickParameters: dismissed,
  pickMaterialFile: dismissed,
  pickSaveFolder: dismissed,
  pickCertificates: dismissed,
  pickReturnPackage: dismissed,
  pickSaveFile: dismissed,
  pickReportFile: dismissed,
  pickParametersFile: dismissed,
  pickListFile: dismissed,
  pickPdfFile: dismissed,
  pickCopy: dismissed,
  pickCopyOrRecord: dismissed,
  pickCopyFolder: dismissed,
  pickCopyFile: dismissed,
  pickReleaseFile: dismissed,
  pickRecord: dismissed,
  pickReceiverCard: dismissed,
};
