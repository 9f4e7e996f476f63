import type { Picked } from '../../../../../main/shared/contract';
import { ok, type Result } from '../../../../../main/shared/result';
import type { ParametersView } from '../../../../../main/shared/views';
import { reduce } from '../../../../../renderer/jobs/wrap-offline/reduce';
import {
  initialState,
  type WrapOfflineAction,
  type WrapOfflineState,
} from '../../../../../renderer/jobs/wrap-offline/state';
import { materialView, parametersView } from '../../views';

/** What happens in job 2, one name a thing that a person or main does. */
export const now = new Date('2026-11-23T12:00:00.000Z');
export const dismissed = ok({ picked: false } as const);
export const picked = <T>(value: T): Result<Picked<T>> => ok({ picked: true, value });

export const after = (
  actions: readonly WrapOfflineAction[],
  from: WrapOfflineState = initialState,
): WrapOfflineState => actions.reduce(reduce, from);
export const taken = (requestId: number, view: ParametersView): readonly WrapOfflineAction[] => [
  { type: 'parametersAsked', requestId },
  { type: 'parametersAnswered', requestId, result: picked(view) },
];
export const next: WrapOfflineAction = { type: 'nextChosen', now };
export const fileTaken = (requestId: number): readonly WrapOfflineAction[] => [
  { type: 'sourceChosen', source: 'file' },
  { type: 'materialAsked', requestId },
  { type: 'materialAnswered', requestId, result: picked(materialView) },
];
export const inChina: ParametersView = { ...parametersView, region: 'cn-north-1' };
export const atMaterial = after([...taken(1, parametersView), next]);
