import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { KeyView } from '../../../main/shared/views/keys';
import { meanings, missingWords } from '../../words/look-after/meaning';
import { nextWords } from '../../words/look-after/states';
import { missingMaterials } from './materials';
import { daysUntil, isFresh, neededAction, standingOf, type NextAction, type Standing } from './standing';

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
  const { current, former, isWaiting } = missingMaterials(view);
  const { title, text } = meanings[standing]({
    row,
    days: row.validTo === undefined ? undefined : daysUntil(row.validTo, now),
    missing: [
      ...(current ? [missingWords.current] : []),
      ...(former > 0 ? [missingWords.former(former)] : []),
    ],
    isOlderMissing: former > 0 && !current,
    isWaiting,
    isRotating: view.rotationStartedAt !== undefined,
    otherRegions: view.otherRegions ?? [],
    isFresh: isFresh(row, now),
  });
  const action = neededAction(row, standing, now);
  return (
    <SpaceBetween size="s">
      <Alert type={types[standing] ?? 'warning'} header={title}>
        {text}
      </Alert>
      {action !== undefined && action !== 'look' && (
        <Button variant="primary" onClick={() => onAct(action)}>
          {nextWords[action]}
        </Button>
      )}
    </SpaceBetween>
  );
}
