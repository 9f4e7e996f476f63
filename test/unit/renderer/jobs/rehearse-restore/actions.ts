import type { FoundCopyView, RecordView } from '../../../../../main/shared/views/custody';
import { ok } from '../../../../../main/shared/result';
import { reduce } from '../../../../../renderer/jobs/rehearse-restore/reduce';
import {
  nothingChosen,
  type RehearseAction,
  type RehearseForm,
  type RehearseState,
} from '../../../../../renderer/jobs/rehearse-restore/state';
import { foundSealed, recordView } from '../../views';

export const after = (
  actions: readonly RehearseAction[],
  from: RehearseState = nothingChosen,
): RehearseState => actions.reduce(reduce, from);

/** The form after actions that do not leave it. */
export function formAfter(
  actions: readonly RehearseAction[],
  from: RehearseState = nothingChosen,
): RehearseForm {
  const state = after(actions, from);
  if (state.step !== 'form') throw new Error(`The form is not showing: ${state.step}`);
  return state;
}

export const copyTaken = (requestId: number, value: FoundCopyView): readonly RehearseAction[] => [
  { type: 'copyAsked', requestId },
  { type: 'copyAnswered', requestId, result: ok({ picked: true, value }) },
];
export const recordTaken = (requestId: number, value: RecordView): readonly RehearseAction[] => [
  { type: 'recordAsked', requestId },
  { type: 'recordAnswered', requestId, result: ok({ picked: true, value }) },
];

export const passphrase = 'correct horse battery staple';
export const complete: readonly RehearseAction[] = [
  ...copyTaken(1, foundSealed),
  ...recordTaken(2, recordView),
  { type: 'passphraseTyped', passphrase },
];
