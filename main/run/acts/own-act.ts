import type { ActName, KeyAct } from '../../schemas/act';
import type { ActRun } from '../run';

type Named<D extends ActName> = Extract<KeyAct, { do: D }>;

const isNamed = <D extends ActName>(act: KeyAct, names: readonly D[]): act is Named<D> =>
  (names as readonly ActName[]).includes(act.do);

/** What a person decided. Only a bug throws: each recipe has the steps of its own act. */
export function ownAct<D extends ActName>({ act }: ActRun, ...names: readonly D[]): Named<D> {
  if (!isNamed(act, names)) throw new Error('The step is of another act.');
  return act;
}
