import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  ceremonyProgressChannel,
  channelOf,
  progressChannel,
  type PageApi,
  type RequestOf,
  type ResultOf,
  type Verb,
} from './shared/contract';
import type { CeremonyProgress } from './shared/aws-views';
import type { WrapProgress } from './shared/progress';

function call<V extends Verb>(verb: V, request: RequestOf<V>): Promise<ResultOf<V>> {
  // `invoke` is untyped; main's register.ts answers each channel with exactly this type.
  return ipcRenderer.invoke(channelOf(verb), request) as Promise<ResultOf<V>>;
}

// SECURITY: a path is resolved here and traded for a handle in main; the page holds File objects alone. A File that
// the page made itself has no path, and main refuses the empty one.
const pathsOf = (files: readonly File[]): string[] => files.map((file) => webUtils.getPathForFile(file));

interface ProgressOn {
  [progressChannel]: WrapProgress;
  [ceremonyProgressChannel]: CeremonyProgress;
}

/** What main sends on a channel is what the table above says; nothing else is sent there. */
function subscribe<C extends keyof ProgressOn>(
  channel: C,
  listener: (progress: ProgressOn[C]) => void,
): () => void {
  // SECURITY: the listener gets our payload alone; Electron's event would hand the page an ipcRenderer.
  const forward = (_event: unknown, progress: ProgressOn[C]): void => listener(progress);
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
  wrapAndSave: (request) => call('wrapAndSave', request),
  showSavedFiles: (request) => call('showSavedFiles', request),
  copyText: (request) => call('copyText', request),
  describeSignIn: (request) => call('describeSignIn', request),
  changeConnection: (request) => call('changeConnection', request),
  signIn: (request) => call('signIn', request),
  checkAccess: (request) => call('checkAccess', request),
  searchPrincipals: (request) => call('searchPrincipals', request),
  planKey: (request) => call('planKey', request),
  createAndImport: (request) => call('createAndImport', request),
  continueRun: (request) => call('continueRun', request),
  chooseReturnPackage: (request) => call('chooseReturnPackage', request),
  dropReturnPackage: (files) => call('dropReturnPackage', { paths: pathsOf(files) }),
  finishImport: (request) => call('finishImport', request),
  saveSummary: (request) => call('saveSummary', request),
  leaveJob: (request) => call('leaveJob', request),
  onProgress: (listener) => subscribe(progressChannel, listener),
  onCeremonyProgress: (listener) => subscribe(ceremonyProgressChannel, listener),
};

contextBridge.exposeInMainWorld('keyferry', api);
