import type { RunProgress } from './views/aws';
import type { MaterialExpectation, RequestOf, ResultOf, Verb } from './contract';
import type { WrapProgress } from './progress';
import type { Result } from './result';
import type { ParametersView } from './views/app';

type DropVerb =
  | 'dropParameters'
  | 'dropMaterialFile'
  | 'dropCopy'
  | 'dropRecord'
  | 'dropCeremonyRecord'
  | 'dropReceiverCard'
  | 'dropReturnPackage';

/** What the page calls: like the wire, but dropped files stay DOM `File`s until the preload
 * resolves them. */
export type PageApi<DroppedFile> = {
  readonly [V in Exclude<Verb, DropVerb>]: (request: RequestOf<V>) => Promise<ResultOf<V>>;
} & {
  readonly dropParameters: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropParameters'>>;
  readonly dropMaterialFile: (
    request: MaterialExpectation,
    files: readonly DroppedFile[],
  ) => Promise<ResultOf<'dropMaterialFile'>>;
  readonly dropCopy: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropCopy'>>;
  readonly dropRecord: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropRecord'>>;
  readonly dropCeremonyRecord: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropCeremonyRecord'>>;
  readonly dropReceiverCard: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropReceiverCard'>>;
  readonly dropReturnPackage: (files: readonly DroppedFile[]) => Promise<ResultOf<'dropReturnPackage'>>;
  /** Returns the function that ends the subscription. */
  readonly onProgress: (listener: (progress: WrapProgress) => void) => () => void;
  readonly onRunProgress: (listener: (progress: RunProgress) => void) => () => void;
  /** Files that the app was started with, read as import parameters. */
  readonly onOpened: (listener: (opened: Result<ParametersView>) => void) => () => void;
};
