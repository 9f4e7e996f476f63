import Box from '@cloudscape-design/components/box';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { toDoStates } from '../words/run/hand-over';

/** `unknown`: of work that was finished before, where nothing noted it. */
export type ToDoState = 'open' | 'done' | 'unknown';

export interface ToDoProps {
  readonly title: string;
  readonly text: string;
  readonly state: ToDoState;
  /** Explains a word of the text. */
  readonly info?: ReactNode;
  /** Beside the text; absent where what follows has its own. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

const icons: Record<ToDoState, StatusIndicatorProps.Type> = {
  open: 'pending',
  done: 'success',
  unknown: 'info',
};

/** One item of a list of what is left to do: what it is for, how it stands, and its action. */
export function ToDo({ title, text, state, info, actions, children }: ToDoProps) {
  return (
    <li>
      <div className="to-do-line">
        <div>
          <Box variant="h3" padding="n">
            {title}
          </Box>
          <Box color="text-body-secondary">
            {text} {info}
          </Box>
          <StatusIndicator type={icons[state]}>{toDoStates[state]}</StatusIndicator>
        </div>
        {actions !== undefined && <div className="to-do-actions">{actions}</div>}
      </div>
      {children}
    </li>
  );
}
