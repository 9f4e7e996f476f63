import type { KeyAct } from '../../../schemas/act';
import type { ActRun } from '../../run';

/** What a person decided about revoking a receiver, and what the run remembers of it. */
export type Revoking = Omit<Extract<KeyAct, { readonly do: 'revoke-receiver' }>, 'do'> &
  NonNullable<ActRun['revoking']>;

/** Only a bug throws: such a run is begun with what the person was shown. */
export function revokingOf({ act, revoking }: ActRun): Revoking {
  if (act.do !== 'revoke-receiver' || revoking === undefined) {
    throw new Error('What was shown comes first.');
  }
  return { ...act, ...revoking };
}
