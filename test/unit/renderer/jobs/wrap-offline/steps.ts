import type { ParametersView } from '../../../../../main/shared/views/app';
import { reduce } from '../../../../../renderer/jobs/wrap-offline/reduce';
import {
  initialState,
  type WrapOfflineAction,
  type WrapOfflineState,
} from '../../../../../renderer/jobs/wrap-offline/state';
import type { CustodyAction } from '../../../../../renderer/custody/state';
import * as custodySteps from '../../custody/steps';
import { parametersView } from '../../views';

/** What happens in the offline job, one name a thing that a person or main does. */
export const now = new Date('2026-11-23T12:00:00.000Z');
export const { dismissed, picked } = custodySteps;

export const after = (
  actions: readonly WrapOfflineAction[],
  from: WrapOfflineState = initialState,
): WrapOfflineState => actions.reduce(reduce, from);
export const taken = (requestId: number, view: ParametersView): readonly WrapOfflineAction[] => [
  { type: 'parametersAsked', requestId },
  { type: 'parametersAnswered', requestId, result: picked(view) },
];
export const next: WrapOfflineAction = { type: 'nextChosen', now };
export const custody = (...actions: readonly CustodyAction[]): readonly WrapOfflineAction[] =>
  actions.map((action) => ({ type: 'custody', action }));
export const fileTaken = (requestId: number): readonly WrapOfflineAction[] =>
  custody(...custodySteps.fileTaken(requestId));
export const held = (requestId: number): readonly WrapOfflineAction[] =>
  custody(...custodySteps.held(requestId));
export const inChina: ParametersView = { ...parametersView, region: 'cn-north-1' };
export const atMaterial = after([...taken(1, parametersView), next]);
/** Ready to be wrapped, without a copy. */
export const confirmed = after(custody(custodySteps.noCopy), atMaterial);
