import { verbs, type ResultOf, type Verb } from '../../main/shared/contract';
import { localError } from '../../main/shared/errors';
import type { PageApi, PageVerb, PageVerbs } from '../../main/shared/page-api';
import { err } from '../../main/shared/result';

declare global {
  interface Window {
    /** Put there by main/preload.ts. */
    readonly keyferry: PageApi<File>;
  }
}

/** Looked up late: where the first screen is rendered ahead, there is no window. */
const door = (): PageApi<File> => window.keyferry;

/** A broken channel must end a wait like any other failure does. */
function settled<V extends Verb>(verb: V): PageVerb<V, File> {
  return async (request): Promise<ResultOf<V>> => {
    try {
      return await (door()[verb] as PageVerb<V, File>)(request);
    } catch {
      return err(localError('app', 'internal.unexpected', undefined, 'same'));
    }
  };
}

// Each verb is there, because `verbs` is what the type is made of.
const calls = Object.fromEntries(verbs.map((verb) => [verb, settled(verb)])) as unknown as PageVerbs<File>;

export const api: PageApi<File> = {
  ...calls,
  onProgress: (listener) => door().onProgress(listener),
  onRunProgress: (listener) => door().onRunProgress(listener),
  onKeyList: (listener) => door().onKeyList(listener),
  onOpened: (listener) => door().onOpened(listener),
  onHelp: (listener) => door().onHelp(listener),
};
