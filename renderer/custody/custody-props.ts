import type { CustodyState } from './state';
import type { CustodyIntents } from './use-custody';

/** What each part of custody is given. */
export interface CustodyProps {
  readonly state: CustodyState;
  readonly intents: CustodyIntents;
}
