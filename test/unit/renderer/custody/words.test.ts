import { describe, expect, it } from 'vitest';
import { noCopyConfirmation, type HeldView } from '../../../../main/shared/views/custody';
import {
  announceHeld,
  heldUntilText,
  noCopyWords,
  passphraseFaultText,
  repeatFaultText,
} from '../../../../renderer/words/custody/custody';
import { strengthText, weaknessReasons } from '../../../../renderer/words/custody/passphrase-strength';
import { outcomeSentence } from '../../../../renderer/words/create-and-import/review';
import { planView, regions } from '../ceremony-views';
import { heldView } from '../views';

describe('the strength of a passphrase', () => {
  it('is said in bits beside the bits that are needed, with the reason where it is too weak (audit 12)', () => {
    expect(strengthText({ bits: 71 })).toMatch(/^Strong: .*71 bits.*60/);
    const known = strengthText({ bits: 14, weakness: 'known' });
    expect(known).toMatch(/^Too easy to guess: 14 of the 60 bits/);
    expect(known).toContain(weaknessReasons.known);
    expect(new Set(Object.values(weaknessReasons)).size).toBe(8);
  });

  it('is not said before it is known', () => {
    expect(strengthText(undefined)).toBe('');
  });
});

describe('what is wrong', () => {
  it('is said for each fault by itself, and not where nothing is', () => {
    const said = [
      ...(['empty', 'long', 'weak'] as const).map((passphrase) => passphraseFaultText({ passphrase })),
      ...(['empty', 'differs'] as const).map((repeated) => repeatFaultText({ repeated })),
    ];
    expect(new Set(said).size).toBe(5);
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
