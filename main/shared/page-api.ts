import type { RequestOf, ResultOf, Verb } from './contract';
import type { WrapProgress } from './progress';
import type { Result } from './result';
import type { ParametersView } from './views/app';
import type { RunProgress } from './views/aws';
import type { KeyListUpdate } from './views/keys';

/** A request as the page makes it: dropped files are still DOM `File`s, and no path is in it. */
type OnPage<Request, DroppedFile> = Request extends { readonly files: infer Files }
  ? Omit<Request, 'files'> & {
      readonly files: Exclude<Files, readonly string[]> | readonly DroppedFile[];
    }
  : Request;

export type PageVerb<V extends Verb, DroppedFile> = (
  request: OnPage<RequestOf<V>, DroppedFile>,
) => Promise<ResultOf<V>>;

export type PageVerbs<DroppedFile> = { readonly [V in Verb]: PageVerb<V, DroppedFile> };

/** The page of the screen that is shown, the report for support, or what runs here. */
export type HelpWanted = 'guide' | 'report' | 'about';

/** What main tells without being asked. Each gives the function that ends the subscription. */
export interface PageEvents {
  readonly onProgress: (listener: (progress: WrapProgress) => void) => () => void;
  readonly onRunProgress: (listener: (progress: RunProgress) => void) => () => void;
  readonly onKeyList: (listener: (update: KeyListUpdate) => void) => () => void;
  /** Files that the app was started with, read as import parameters. */
  readonly onOpened: (listener: (opened: Result<ParametersView>) => void) => () => void;
  /** Somebody chose it in the menu. */
  readonly onHelp: (listener: (wanted: HelpWanted) => void) => () => void;
}

/** What the page calls. */
export type PageApi<DroppedFile> = PageVerbs<DroppedFile> & PageEvents;
