import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  channelOf,
  progressChannel,
  type PageApi,
  type RequestOf,
  type ResultOf,
  type Verb,
} from './shared/contract';
import type { WrapProgress } from './shared/progress';

function call<V extends Verb>(verb: V, request: RequestOf<V>): Promise<ResultOf<V>> {
  // `invoke` is untyped; main's register.ts answers each channel with exactly this type.
  return ipcRenderer.invoke(channelOf(verb), request) as Promise<ResultOf<V>>;
}

// SECURITY: a path is resolved here and traded for a handle in main; the page holds File objects alone. A File that
// the page made itself has no path, and main refuses the empty one.
const pathsOf = (files: readonly File[]): string[] => files.map((file) => webUtils.getPathForFile(file));

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
  leaveJob: (request) => call('leaveJob', request),
  onProgress: (listener) => {
    // SECURITY: the listener gets our payload alone; Electron's event would hand the page an ipcRenderer.
    const forward = (_event: unknown, progress: WrapProgress): void => listener(progress);
    ipcRenderer.on(progressChannel, forward);
    return () => void ipcRenderer.removeListener(progressChannel, forward);
  },
};

contextBridge.exposeInMainWorld('keyferry', api);
