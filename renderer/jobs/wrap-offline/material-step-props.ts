import type { MaterialStep } from './state';
import type { WrapOfflineIntents } from './use-wrap-offline';

/** What the step and each of its parts are given. */
export interface MaterialStepContentProps {
  readonly state: MaterialStep;
  readonly intents: WrapOfflineIntents;
}
