import type { ActName, KeyAct } from '../../schemas/act';
import type { ActRun } from '../run';

type ActOf<N extends ActName> = Extract<KeyAct, { do: N }>;

/** The act of a run. Only a bug throws: each recipe is of one act. */
export function actAs<N extends ActName>({ act }: ActRun, name: N): ActOf<N> {
  if (act.do !== name) throw new Error(`A recipe of ${name} got ${act.do}.`);
  return act as ActOf<N>;
}
