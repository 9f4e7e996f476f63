import type { PageApi } from '../../main/shared/page-api';
import { localError } from '../../main/shared/errors';
import { err } from '../../main/shared/result';
import type { Result } from '../../main/shared/result';

declare global {
  interface Window {
    /** Put there by main/preload.ts. */
    readonly keyferry: PageApi<File>;
  }
}

/** A broken channel must end a wait like any other failure does. */
async function settled<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer;
  } catch {
    return err(localError('app', 'internal.unexpected', undefined, 'same'));
  }
}

/** Looked up late: where the first screen is rendered ahead, there is no window. */
const door = (): PageApi<File> => window.keyferry;

export const api: PageApi<File> = {
  describeApp: (request) => settled(door().describeApp(request)),
  chooseParameters: (request) => settled(door().chooseParameters(request)),
  dropParameters: (files) => settled(door().dropParameters(files)),
  chooseMaterialFile: (request) => settled(door().chooseMaterialFile(request)),
  dropMaterialFile: (request, files) => settled(door().dropMaterialFile(request, files)),
  makeCopy: (request) => settled(door().makeCopy(request)),
  chooseCopy: (request) => settled(door().chooseCopy(request)),
  dropCopy: (files) => settled(door().dropCopy(files)),
  openCopy: (request) => settled(door().openCopy(request)),
  rehearseRestore: (request) => settled(door().rehearseRestore(request)),
  cancelCopy: (request) => settled(door().cancelCopy(request)),
  chooseRecord: (request) => settled(door().chooseRecord(request)),
  dropRecord: (files) => settled(door().dropRecord(files)),
  releaseMaterial: (request) => settled(door().releaseMaterial(request)),
  suggestPassphrase: (request) => settled(door().suggestPassphrase(request)),
  measurePassphrase: (request) => settled(door().measurePassphrase(request)),
  wrapAndSave: (request) => settled(door().wrapAndSave(request)),
  showSavedFiles: (request) => settled(door().showSavedFiles(request)),
  copyText: (request) => settled(door().copyText(request)),
  describeSignIn: (request) => settled(door().describeSignIn(request)),
  changeConnection: (request) => settled(door().changeConnection(request)),
  chooseAuthorities: (request) => settled(door().chooseAuthorities(request)),
  signIn: (request) => settled(door().signIn(request)),
  checkAccess: (request) => settled(door().checkAccess(request)),
  searchPrincipals: (request) => settled(door().searchPrincipals(request)),
  planKey: (request) => settled(door().planKey(request)),
  createAndImport: (request) => settled(door().createAndImport(request)),
  continueRun: (request) => settled(door().continueRun(request)),
  cancelRun: (request) => settled(door().cancelRun(request)),
  chooseReturnPackage: (request) => settled(door().chooseReturnPackage(request)),
  dropReturnPackage: (files) => settled(door().dropReturnPackage(files)),
  finishImport: (request) => settled(door().finishImport(request)),
  saveSummary: (request) => settled(door().saveSummary(request)),
  savePdf: (request) => settled(door().savePdf(request)),
  saveRecord: (request) => settled(door().saveRecord(request)),
  chooseCeremonyRecord: (request) => settled(door().chooseCeremonyRecord(request)),
  dropCeremonyRecord: (files) => settled(door().dropCeremonyRecord(files)),
  chooseReceiverCard: (request) => settled(door().chooseReceiverCard(request)),
  dropReceiverCard: (files) => settled(door().dropReceiverCard(files)),
  listUnfinished: (request) => settled(door().listUnfinished(request)),
  resumeRun: (request) => settled(door().resumeRun(request)),
  resumeOffline: (request) => settled(door().resumeOffline(request)),
  discardRun: (request) => settled(door().discardRun(request)),
  discardNote: (request) => settled(door().discardNote(request)),
  leaveJob: (request) => settled(door().leaveJob(request)),
  onProgress: (listener) => door().onProgress(listener),
  onRunProgress: (listener) => door().onRunProgress(listener),
  onOpened: (listener) => door().onOpened(listener),
};
