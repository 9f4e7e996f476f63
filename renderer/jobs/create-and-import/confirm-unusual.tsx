import { statementOf } from './statement';
import type { DraftAction, DraftState } from './state';
import { UnusualThings } from './unusual-things';

export interface ConfirmUnusualProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
}

/** What is unusual in the statement of the draft, to be confirmed before the next step. */
export function ConfirmUnusual({ state, dispatch }: ConfirmUnusualProps) {
  return (
    <UnusualThings
      unusual={statementOf(state)?.unusual ?? []}
      confirmed={state.confirmed}
      askedTooEarly={state.askedTooEarly}
      onChange={(unusual, isConfirmed) => dispatch({ type: 'unusualConfirmed', unusual, isConfirmed })}
    />
  );
}
