import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  channelOf,
  helpChannel,
  keyListChannel,
  openedChannel,
  progressChannel,
  runProgressChannel,
  verbs,
  type ResultOf,
  type Verb,
} from './shared/contract';
import type { PageApi, PageEvents, PageVerb, PageVerbs } from './shared/page-api';

// SECURITY: a path is resolved here and traded for a handle in main; the page only holds File objects. A File that
// the page made itself has no path, and main refuses the empty one.
const pathsOf = (files: readonly File[]): string[] => files.map((file) => webUtils.getPathForFile(file));

/** SECURITY: whatever the page puts into a list of files is resolved, or refused; its own text is never a path. */
function onWire(request: object): object {
  // Anything in the list that is no File makes getPathForFile throw.
  return 'files' in request && Array.isArray(request.files)
    ? { ...request, files: pathsOf(request.files as readonly File[]) }
    : request;
}

function callOf<V extends Verb>(verb: V): PageVerb<V, File> {
  // `invoke` is untyped; main's register.ts answers each channel with exactly this type.
  return (request) => ipcRenderer.invoke(channelOf(verb), onWire(request)) as Promise<ResultOf<V>>;
}

function subscribe(channel: string, listener: (payload: never) => void): () => void {
  // SECURITY: the listener only gets our payload; Electron's event would hand the page an ipcRenderer.
  const forward = (_event: unknown, payload: unknown): void => listener(payload as never); // as main sends it there
  ipcRenderer.on(channel, forward);
  return () => void ipcRenderer.removeListener(channel, forward);
}

const events: PageEvents = {
  onProgress: (listener) => subscribe(progressChannel, listener),
  onRunProgress: (listener) => subscribe(runProgressChannel, listener),
  onKeyList: (listener) => subscribe(keyListChannel, listener),
  onOpened: (listener) => subscribe(openedChannel, listener),
  onHelp: (listener) => subscribe(helpChannel, listener),
};
// Each verb is there, because `verbs` is what the type is made of.
const calls = Object.fromEntries(verbs.map((verb) => [verb, callOf(verb)])) as unknown as PageVerbs<File>;
const api: PageApi<File> = { ...calls, ...events };

contextBridge.exposeInMainWorld('keyferry', api);
