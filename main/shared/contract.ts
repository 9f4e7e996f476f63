import type { WrappingAlgorithm } from './kms-words';
import type { WrapProgress } from './progress';
import type { Result } from './result';
import type { AppView, MaterialView, ParametersView, SavedView } from './views';

/** A dialog may be dismissed: that is an answer, not a failure. */
export type Picked<T> = { readonly picked: false } | { readonly picked: true; readonly value: T };

export type MaterialChoice =
  | { readonly from: 'generate'; readonly lengthBytes: 32 | 16 }
  | { readonly from: 'file'; readonly handle: string };

/** What a material file is checked against as soon as it is picked. */
export interface MaterialExpectation {
  readonly parameters: string;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  /** Of symmetric material; a private key has its own length. */
  readonly lengthBytes: 32 | 16;
}

/**
 * Every verb the page may call: what it sends over the wire, and what it gets. main/ipc/schemas.ts holds one zod
 * schema a verb, and main/ipc/register.ts one handler a verb; a missing one does not compile.
 */
export interface Contract {
  describeApp: { request: Record<string, never>; result: AppView };
  /** Opens the dialog for import parameters: files, or one folder. */
  chooseParameters: { request: { readonly what: 'files' | 'folder' }; result: Picked<ParametersView> };
  /** The preload turns dropped File objects into paths; the page never sees a path. */
  dropParameters: { request: { readonly paths: readonly string[] }; result: ParametersView };
  chooseMaterialFile: {
    request: MaterialExpectation;
    result: Picked<MaterialView>;
  };
  dropMaterialFile: {
    request: MaterialExpectation & { readonly paths: readonly string[] };
    result: MaterialView;
  };
  /** Asks for a folder, then generates or reads, self-tests, wraps, saves and reads back. */
  wrapAndSave: {
    request: {
      readonly parameters: string;
      readonly wrappingAlgorithm: WrappingAlgorithm;
      readonly material: MaterialChoice;
      readonly exportPlaintext: boolean;
    };
    result: Picked<SavedView>;
  };
  /** Opens the system's file browser at the saved files. */
  showSavedFiles: { request: { readonly saved: string }; result: null };
  copyText: { request: { readonly text: string }; result: null };
  /** Forgets every handle of the job that is being left. */
  leaveJob: { request: Record<string, never>; result: null };
}

export type Verb = keyof Contract;
export type RequestOf<V extends Verb> = Contract[V]['request'];
export type ResultOf<V extends Verb> = Result<Contract[V]['result']>;

export const verbs = [
  'describeApp',
  'chooseParameters',
  'dropParameters',
  'chooseMaterialFile',
  'dropMaterialFile',
  'wrapAndSave',
  'showSavedFiles',
  'copyText',
  'leaveJob',
] as const satisfies readonly Verb[];

export const channelOf = (verb: Verb): string => `keyferry:${verb}`;
export const progressChannel = 'keyferry:progress';

/** What the page calls: like the wire, but dropped files stay DOM `File`s until the preload
 * resolves them. */
export type PageApi<DroppedFile> = {
  readonly [V in Exclude<Verb, 'dropParameters' | 'dropMaterialFile'>]: (
    request: RequestOf<V>,
  ) => Promise<ResultOf<V>>;
} & {
  readonly dropParameters: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropParameters'>>;
  readonly dropMaterialFile: (
    request: MaterialExpectation,
    files: readonly DroppedFile[],
  ) => Promise<ResultOf<'dropMaterialFile'>>;
  /** Returns the function that ends the subscription. */
  readonly onProgress: (listener: (progress: WrapProgress) => void) => () => void;
};
