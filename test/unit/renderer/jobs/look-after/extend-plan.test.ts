import { describe, expect, it } from 'vitest';
import { localError } from '../../../../../main/shared/errors';
import { without } from '../../../../../main/shared/without';
import type { KeyMaterialView, KeyView } from '../../../../../main/shared/views/keys';
import {
  planOf,
  type CopyAtHand,
  type Wanted,
} from '../../../../../renderer/jobs/look-after/many/extend/extend-plan';
import { keyRow } from './rows';

const soon = '2027-01-10T00:00:00.000Z';
const later = { kind: 'on', validTo: '2027-11-01T23:59:59.000Z' } as const;

const materialOf = (id: string, changes: Partial<KeyMaterialView> = {}): KeyMaterialView => ({
  id,
  role: 'CURRENT',
  isThere: true,
  validTo: soon,
  ...changes,
});

/** An open key with these materials; without any, AWS does not list them. */
function viewOf(materials: readonly KeyMaterialView[], row = keyRow({ validTo: soon })): KeyView {
  return {
    key: 'open',
    row,
    ...(materials.length === 0 ? {} : { materials: { read: true, value: materials } }),
  } as KeyView;
}

const copyOf = (changes: Partial<CopyAtHand> = {}): CopyAtHand => ({
  copy: 'copy',
  file: 'a.age',
  of: [{ key: 'open', materialId: 'one' }],
  mayBeOfOthers: false,
  isOpened: true,
  ...changes,
});

function whys(view: KeyView, copies: Wanted['copies'], expiry: Wanted['expiry'] = later) {
  const plan = planOf([view.row], new Map([[view.row.arn, { view }]]), { expiry, copies });
  return plan.map(({ material, copy, why }) => [material?.id, copy?.copy, why]);
}

describe('a material of a chosen key', () => {
  const one = viewOf([materialOf('one')]);

  it('is extended where its copy was opened and holds it', () => {
    expect(whys(one, [copyOf()])).toEqual([['one', 'copy', undefined]]);
    expect(whys(one, [copyOf()], { kind: 'never' })).toEqual([['one', 'copy', undefined]]);
  });

  it('is extended with the copy that opens, of two', () => {
    const shut = copyOf({ copy: 'shut', isOpened: false });
    expect(whys(one, [shut, copyOf()])).toEqual([['one', 'copy', undefined]]);
  });

  it('waits for its copy: chosen, found, opened', () => {
    expect(whys(one, undefined)).toEqual([['one', undefined, 'no-folder']]);
    expect(whys(one, [copyOf({ isOpened: false })])).toEqual([['one', 'copy', 'not-opened']]);
    const unknown = copyOf({ of: [], mayBeOfOthers: true, isOpened: false });
    expect(whys(one, [unknown])).toEqual([['one', undefined, 'maybe-unopened']]);
  });

  it('is left alone where every copy belongs elsewhere', () => {
    expect(whys(one, [])).toEqual([['one', undefined, 'no-copy']]);
    expect(whys(one, [copyOf({ of: [{ key: 'other', materialId: 'one' }] })])).toEqual([
      ['one', undefined, 'no-copy'],
    ]);
    expect(whys(one, [copyOf({ of: [{ key: 'open', materialId: 'two' }] })])).toEqual([
      ['one', undefined, 'no-copy'],
    ]);
  });

  it('is never given an earlier expiration, or one where it has none', () => {
    const past = { kind: 'on', validTo: soon } as const;
    expect(whys(one, [copyOf()], past)).toEqual([['one', undefined, 'not-later']]);
    const lasting = without(materialOf('one'), 'validTo');
    expect(whys(viewOf([lasting]), [copyOf()])).toEqual([['one', undefined, 'never-expires']]);
  });

  it('has a line of its own where the key has several; one that waits for a rotation has none', () => {
    const several = viewOf([
      materialOf('one'),
      materialOf('two', { role: 'NON_CURRENT' }),
      materialOf('next', { role: 'PENDING_ROTATION' }),
    ]);
    expect(whys(several, [copyOf()])).toEqual([
      ['one', 'copy', undefined],
      ['two', undefined, 'no-copy'],
    ]);
    expect(whys(several, [copyOf({ of: [{ key: 'open' }] })])).toEqual([
      ['one', undefined, 'which-material'],
      ['two', undefined, 'which-material'],
    ]);
  });

  it('is the only one of a key whose materials AWS does not list', () => {
    expect(whys(viewOf([]), [copyOf({ of: [{ key: 'open' }] })])).toEqual([[undefined, 'copy', undefined]]);
  });
});

describe('a chosen key', () => {
  it.each([
    ['PendingImport', 'not-there'],
    ['PendingDeletion', 'cancel-deletion-first'],
    ['Updating', 'busy'],
    ['Unavailable', 'unknown-state'],
  ])('that is %s is left alone as a whole: %s', (state, why) => {
    const view = viewOf([materialOf('one'), materialOf('two')], keyRow({ state, validTo: soon }));
    expect(whys(view, [copyOf()])).toEqual([[undefined, undefined, why]]);
  });

  it('with unfinished work is left alone: nothing is begun twice', () => {
    const view = viewOf([materialOf('one')], keyRow({ validTo: soon, unfinished: 'run' }));
    expect(whys(view, [copyOf()])).toEqual([[undefined, undefined, 'unfinished']]);
  });

  it('that could not be read is named with the reason, and one that is being read has no line yet', () => {
    const error = localError('key', 'aws.accessDenied');
    const [row, other] = [keyRow({ arn: 'a' }), keyRow({ arn: 'b' })];
    expect(planOf([row, other], new Map([['a', { error }]]), { expiry: later, copies: [] })).toEqual([
      { id: 'a', row, why: 'not-read', error },
    ]);
  });
});
