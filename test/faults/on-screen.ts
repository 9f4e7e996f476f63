import type { RunView } from '../../main/shared/contract';
import type { KeyView } from '../../main/shared/views/keys';
import { meaningOf } from '../../renderer/jobs/look-after/meaning-of';
import { isPermanent } from '../../main/shared/rotation';
import { errorWords } from '../../renderer/words/errors';
import { wantedLine } from '../../renderer/words/look-after/import-again';
import { againEnd } from '../../renderer/words/run/again';

/** The headline above a key: what its state means. */
export const stateTitle = (view: KeyView): string => meaningOf(view, new Date(view.asOf)).title;

/** Which copies are wanted, as the page says it where material is imported again. */
export function wantedOnPage({ materials }: KeyView): readonly string[] {
  const known = materials?.read === true ? materials.value : [];
  return known.filter((each) => isPermanent(each) && !each.isThere).map(wantedLine);
}

/** The headline of a run that paused. */
export function failureTitle({ failure }: RunView): string {
  if (failure === undefined) throw new Error('The run did not pause.');
  return errorWords(failure.error, new Date()).title;
}

/** The headline of a run that imported once more, and has ended. */
export function endTitle({ failure, handOver }: RunView): string {
  if (handOver?.again === undefined) throw new Error(`It did not end: ${JSON.stringify(failure)}`);
  return againEnd(handOver, handOver.again).title;
}
