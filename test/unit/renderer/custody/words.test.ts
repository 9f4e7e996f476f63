import { describe, expect, it } from 'vitest';
import { noCopyConfirmation, type HeldView } from '../../../../main/shared/custody-views';
import {
  announceHeld,
  heldUntilText,
  noCopyWords,
  passphraseFaultText,
  repeatFaultText,
  strengthText,
} from '../../../../renderer/words/custody';
import { outcomeSentence } from '../../../../renderer/words/review';
import { planView, regions } from '../ceremony-views';
import { heldView } from '../views';
import { strong } from './steps';

describe('the strength of a passphrase', () => {
  it('is said in other words for each score', () => {
    const said = ([0, 1, 2, 3, 4] as const).map((score) => strengthText(strong, score));
    expect(new Set(said).size).toBe(5);
  });

  it.each([
    ['', undefined, ''],
    ['lockstep', 4, '4 more characters'],
    ['lockstep ma', 4, 'One more character'],
    [strong, undefined, ''],
  ] as const)('of %j, measured as %s: %j', (passphrase, score, text) => {
    expect(strengthText(passphrase, score)).toBe(text);
  });
});

describe('what is wrong', () => {
  it('is said for each fault by itself, and not where nothing is', () => {
    const said = [
      ...(['empty', 'short', 'long', 'weak'] as const).map((passphrase) =>
        passphraseFaultText({ passphrase }),
      ),
      ...(['empty', 'differs'] as const).map((repeated) => repeatFaultText({ repeated })),
    ];
    expect(new Set(said).size).toBe(6);
    expect(said).not.toContain('');
    expect(passphraseFaultText({}) + repeatFaultText({})).toBe('');
  });

  it('can be mended by typing what main compares with', () => {
    expect(noCopyWords.label).toContain(noCopyConfirmation);
  });
});

describe('material that is held', () => {
  const from = (source: HeldView['source']): HeldView => ({ ...heldView, source });

  it('is announced in other words for each source', () => {
    const said = (['generated', 'file', 'restored'] as const).map((source) => announceHeld(from(source)));
    expect(new Set(said).size).toBe(3);
  });

  it('says how long', () => {
    expect(heldUntilText(heldView)).toContain('23 Nov 2026');
  });

  it('is told apart in the sentence of the review', () => {
    const plan = {
      ...planView,
      draft: { ...planView.draft, material: { from: 'held', handle: 'held-1' } },
    } as const;
    const said = (source: HeldView['source']): string => outcomeSentence(plan, regions, from(source));
    expect(said('generated')).toContain('generated on this computer');
    expect(said('file')).toContain('your own file');
    expect(said('restored')).toContain('restored from its copy');
  });
});
