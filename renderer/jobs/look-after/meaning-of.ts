import type { KeyView } from '../../../main/shared/views/keys';
import { meanings, missingWords, type Meaning } from '../../words/look-after/meaning';
import { missingMaterials } from './materials';
import { daysUntil, mayBeInUse, standingOf } from './standing';

/** What the state of a key means for those who use it, in words. @param now by AWS's clock */
export function meaningOf(view: KeyView, now: Date): Meaning {
  const { row } = view;
  const { current, former, isWaiting } = missingMaterials(view);
  return meanings[standingOf(row, now)]({
    row,
    days: row.validTo === undefined ? undefined : daysUntil(row.validTo, now),
    missing: [
      ...(current ? [missingWords.current] : []),
      ...(former > 0 ? [missingWords.former(former)] : []),
    ],
    isOlderMissing: former > 0 && !current,
    isWaiting,
    isRotating: view.rotationStartedAt !== undefined,
    isYoung: mayBeInUse(row, now),
    otherRegions: view.otherRegions ?? [],
  });
}
