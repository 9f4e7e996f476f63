import { describe, expect, it } from 'vitest';
import { localError, type AppError } from '../../../../main/shared/errors';
import { err, ok } from '../../../../main/shared/result';
import { afterOpening, reduceCopy, withoutShares } from '../../../../renderer/intake/copy-work';
import { idle, type Work } from '../../../../renderer/base/work';
import type { FoundCopyView } from '../../../../main/shared/views/custody';
import { foundSealed, foundShares } from '../views';

const ready = (view: FoundCopyView): Work<FoundCopyView> => ({ at: 'ready', view });
const gone = localError('custody', 'copy.gone');
const twice = localError('custody', 'copy.shareTwice');
const answer = (result: AppError | FoundCopyView) =>
  reduceCopy(reduceCopy(ready(foundShares), { type: 'copyAsked', requestId: 1 }), {
    type: 'copyAnswered',
    requestId: 1,
    result: 'code' in result ? err(result) : ok({ picked: true, value: result }),
  });

describe('shares on the page', () => {
  it('stay when one is refused, and go when main holds them no longer', () => {
    expect(answer(twice)).toEqual({ at: 'failed', error: twice, kept: foundShares });
    expect(answer(gone)).toEqual({ at: 'failed', error: gone });
    expect(answer(foundSealed)).toEqual(ready(foundSealed));
    expect(reduceCopy(ready(foundShares), { type: 'copyLost' })).toEqual(idle);
  });

  it('go once they were used or their process has ended, and stay when they did not open', () => {
    const cancelled = localError('custody', 'copy.cancelled');
    const other = localError('custody', 'copy.otherMaterial');
    const after = (view: FoundCopyView, error?: typeof other) => afterOpening(ready(view), error).at;
    expect([undefined, gone, cancelled, other].map((error) => after(foundShares, error))).toEqual([
      'idle',
      'idle',
      'idle',
      'ready',
    ]);
    expect([undefined, gone, cancelled, other].map((error) => after(foundSealed, error))).toEqual([
      'ready',
      'idle',
      'ready',
      'ready',
    ]);
  });

  it('go when their place is left, which a sealed copy does not', () => {
    expect(withoutShares(ready(foundShares))).toEqual(idle);
    expect(withoutShares(ready(foundSealed))).toEqual(ready(foundSealed));
  });
});
