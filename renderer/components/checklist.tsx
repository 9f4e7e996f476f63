import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';

export interface ChecklistItem {
  readonly key: string;
  readonly text: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
}

const indicators: Record<ChecklistItem['state'], StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  done: 'success',
  failed: 'error',
};

export function Checklist({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly ChecklistItem[];
}) {
  return (
    <ol className="checklist" aria-label={label}>
      {items.map(({ key, text, state }) => (
        <li key={key}>
          <StatusIndicator type={indicators[state]}>{text}</StatusIndicator>
        </li>
      ))}
    </ol>
  );
}
