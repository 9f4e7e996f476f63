import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { KeyView } from '../../../main/shared/views/keys';
import { nextWords } from '../../words/look-after/states';
import { meaningOf } from './meaning-of';
import { actionBeside, neededAction, standingOf, type NextAction, type Standing } from './standing';

export interface StatePanelProps {
  readonly view: KeyView;
  /** By AWS's clock. */
  readonly now: Date;
  readonly onAct: (action: NextAction) => void;
}

const types: Partial<Record<Standing, AlertProps.Type>> = {
  works: 'success',
  stopped: 'error',
  'expiry-reached': 'error',
  busy: 'info',
  other: 'info',
};

/** What the state of the key means, and the one thing to do next. */
export function StatePanel({ view, now, onAct }: StatePanelProps) {
  const { row } = view;
  const standing = standingOf(row, now);
  const { title, text } = meaningOf(view, now);
  const action = neededAction(row, standing, now);
  const beside = actionBeside(row, standing);
  return (
    <SpaceBetween size="s">
      <Alert type={types[standing] ?? 'warning'} header={title}>
        {text}
      </Alert>
      <SpaceBetween direction="horizontal" size="xs">
        {action !== undefined && action !== 'look' && (
          <Button variant="primary" onClick={() => onAct(action)}>
            {nextWords[action]}
          </Button>
        )}
        {beside && <Button onClick={() => onAct(beside)}>{nextWords[beside]}</Button>}
      </SpaceBetween>
    </SpaceBetween>
  );
}
