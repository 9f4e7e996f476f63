import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  runProgressChannel,
  channelOf,
  openedChannel,
  progressChannel,
  type RequestOf,
  type ResultOf,
  type Verb,
} from './shared/contract';
import type { RunProgress } from './shared/views/aws';
import type { PageApi } from './shared/page-api';
import type { WrapProgress } from './shared/progress';
import type { Result } from './shared/result';
import type { ParametersView } from './shared/views/app';

function call<V extends Verb>(verb: V, request: RequestOf<V>): Promise<ResultOf<V>> {
  // `invoke` is untyped; main's register.ts answers each channel with exactly this type.
  return ipcRenderer.invoke(channelOf(verb), request) as Promise<ResultOf<V>>;
}

// SECURITY: a path is resolved here and traded for a handle in main; the page holds File objects alone. A File that
// the page made itself has no path, and main refuses the empty one.
const pathsOf = (files: readonly File[]): string[] => files.map((file) => webUtils.getPathForFile(file));

interface EventOn {
  [progressChannel]: WrapProgress;
  [runProgressChannel]: RunProgress;
  [openedChannel]: Result<ParametersView>;
}

/** What main sends on a channel is what the table above says; nothing else is sent there. */
function subscribe<C extends keyof EventOn>(channel: C, listener: (payload: EventOn[C]) => void): () => void {
  // SECURITY: the listener gets our payload alone; Electron's event would hand the page an ipcRenderer.
  const forward = (_event: unknown, payload: EventOn[C]): void => listener(payload);
  ipcRenderer.on(channel, forward);
  return () => void ipcRenderer.removeListener(channel, forward);
}

const api: PageApi<File> = {
  describeApp: (request) => call('describeApp', request),
  chooseParameters: (request) => call('chooseParameters', request),
  dropParameters: (files) => call('dropParameters', { paths: pathsOf(files) }),
  chooseMaterialFile: (request) => call('chooseMaterialFile', request),
  dropMaterialFile: (expectation, files) =>
    call('dropMaterialFile', { ...expectation, paths: pathsOf(files) }),
  makeCopy: (request) => call('makeCopy', request),
  chooseCopy: (request) => call('chooseCopy', request),
  dropCopy: (files) => call('dropCopy', { paths: pathsOf(files) }),
  openCopy: (request) => call('openCopy', request),
  rehearseRestore: (request) => call('rehearseRestore', request),
  cancelCopy: (request) => call('cancelCopy', request),
  chooseRecord: (request) => call('chooseRecord', request),
  dropRecord: (files) => call('dropRecord', { paths: pathsOf(files) }),
  releaseMaterial: (request) => call('releaseMaterial', request),
  suggestPassphrase: (request) => call('suggestPassphrase', request),
  measurePassphrase: (request) => call('measurePassphrase', request),
  wrapAndSave: (request) => call('wrapAndSave', request),
  showSavedFiles: (request) => call('showSavedFiles', request),
  copyText: (request) => call('copyText', request),
  describeSignIn: (request) => call('describeSignIn', request),
  changeConnection: (request) => call('changeConnection', request),
  chooseAuthorities: (request) => call('chooseAuthorities', request),
  signIn: (request) => call('signIn', request),
  checkAccess: (request) => call('checkAccess', request),
  searchPrincipals: (request) => call('searchPrincipals', request),
  planKey: (request) => call('planKey', request),
  createAndImport: (request) => call('createAndImport', request),
  continueRun: (request) => call('continueRun', request),
  cancelRun: (request) => call('cancelRun', request),
  chooseReturnPackage: (request) => call('chooseReturnPackage', request),
  dropReturnPackage: (files) => call('dropReturnPackage', { paths: pathsOf(files) }),
  finishImport: (request) => call('finishImport', request),
  saveSummary: (request) => call('saveSummary', request),
  savePdf: (request) => call('savePdf', request),
  saveRecord: (request) => call('saveRecord', request),
  chooseCeremonyRecord: (request) => call('chooseCeremonyRecord', request),
  dropCeremonyRecord: (files) => call('dropCeremonyRecord', { paths: pathsOf(files) }),
  chooseReceiverCard: (request) => call('chooseReceiverCard', request),
  dropReceiverCard: (files) => call('dropReceiverCard', { paths: pathsOf(files) }),
  listUnfinished: (request) => call('listUnfinished', request),
  resumeRun: (request) => call('resumeRun', request),
  resumeOffline: (request) => call('resumeOffline', request),
  discardRun: (request) => call('discardRun', request),
  discardNote: (request) => call('discardNote', request),
  leaveJob: (request) => call('leaveJob', request),
  onProgress: (listener) => subscribe(progressChannel, listener),
  onRunProgress: (listener) => subscribe(runProgressChannel, listener),
  onOpened: (listener) => subscribe(openedChannel, listener),
};

contextBridge.exposeInMainWorld('keyferry', api);
