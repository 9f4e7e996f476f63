import { describe, expect, it } from 'vitest';
import { offerOf, type ActingKey } from '../../../../main/shared/acts-by-state';

const actions = ['rotate', 'rotate-now', 'remove-waiting'] as const;

function offersOf(key: Partial<ActingKey>): readonly string[] {
  return actions.map((action) => {
    const offer = offerOf(action, { state: 'Enabled', keySpec: 'SYMMETRIC_DEFAULT', ...key });
    if (offer === undefined) return 'absent';
    return offer.offered ? 'offered' : offer.because;
  });
}

describe('what is offered of rotating', () => {
  it.each([
    ['a key that works', {}, ['offered', 'absent', 'absent']],
    ['new material that waits', { newMaterialWaits: true }, ['waiting-first', 'offered', 'offered']],
    ['a disabled key', { state: 'Disabled' }, ['enable-first', 'absent', 'absent']],
    [
      'a disabled key with new material',
      { state: 'Disabled', newMaterialWaits: true },
      ['enable-first', 'enable-first', 'offered'],
    ],
    ['a key that stopped', { state: 'PendingImport' }, ['import-first', 'absent', 'absent']],
    ['a key to be deleted', { state: 'PendingDeletion' }, ['cancel-deletion-first', 'absent', 'absent']],
    ['a key that AWS changes', { state: 'Updating' }, ['busy', 'absent', 'absent']],
    ['a key that signs', { keySpec: 'RSA_2048' }, ['new-key-instead', 'absent', 'absent']],
    [
      'a replica',
      { multiRegion: 'replica', newMaterialWaits: true },
      ['on-the-primary', 'on-the-primary', 'on-the-primary'],
    ],
  ] as const)('for %s', (_, key, offers) => {
    expect(offersOf(key)).toEqual(offers);
  });
});
