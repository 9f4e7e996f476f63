import type { Picked } from '../../../../main/shared/contract';
import type { FoundCopyView, HeldView } from '../../../../main/shared/views/custody';
import { ok, type Result } from '../../../../main/shared/result';
import { reduce } from '../../../../renderer/custody/reduce';
import { newCustody, type CustodyAction, type CustodyState } from '../../../../renderer/custody/state';
import { heldView, materialView } from '../views';

/** What happens to key material and its copy, one name a thing that a person or main does. */
export const dismissed = ok({ picked: false } as const);
export const picked = <T>(value: T): Result<Picked<T>> => ok({ picked: true, value });

export const fresh = newCustody('generate');
export const after = (actions: readonly CustodyAction[], from: CustodyState = fresh): CustodyState =>
  actions.reduce(reduce, from);

export const strong = 'lockstep marmalade quartz';
export const typed: CustodyAction = {
  type: 'fieldsChanged',
  change: { passphrase: strong, repeated: strong },
};
export const noCopy: CustodyAction = { type: 'confirmationTyped', text: 'no copy' };
export const fileTaken = (requestId: number): readonly CustodyAction[] => [
  { type: 'sourceChosen', source: 'file' },
  { type: 'fileAsked', requestId },
  { type: 'fileAnswered', requestId, result: picked(materialView) },
];
export const copyTaken = (requestId: number, view: FoundCopyView): readonly CustodyAction[] => [
  { type: 'sourceChosen', source: 'restore' },
  { type: 'copyAsked', requestId },
  { type: 'copyAnswered', requestId, result: picked(view) },
];
export const held = (requestId: number, view: HeldView = heldView): readonly CustodyAction[] => [
  { type: 'holdAsked', requestId },
  { type: 'holdAnswered', requestId, result: picked(view) },
];
