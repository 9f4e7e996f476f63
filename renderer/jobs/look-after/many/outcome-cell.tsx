import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { errorWords } from '../../../words/errors';
import { manyPage, type OutcomeWords } from '../../../words/look-after/many';
import type { Outcome } from './one-after-another';

export interface OutcomeCellProps {
  readonly words: OutcomeWords;
  /** Absent before the work begins, and for what is left out of it. */
  readonly outcome: Outcome | undefined;
  /** Why it is left out, if it is. */
  readonly whyNot: string | undefined;
}

const indicators: Record<keyof OutcomeWords, StatusIndicatorProps.Type> = {
  waits: 'pending',
  queued: 'pending',
  working: 'in-progress',
  done: 'success',
  failed: 'error',
  'not-begun': 'stopped',
  'left-out': 'info',
};

/** What becomes of one of several keys, or why it is left out. */
export function OutcomeCell({ words, outcome, whyNot }: OutcomeCellProps) {
  const at = outcome?.at ?? (whyNot === undefined ? 'waits' : 'left-out');
  const error = outcome?.at === 'failed' ? errorWords(outcome.error, new Date()) : undefined;
  return (
    <>
      <StatusIndicator type={indicators[at]}>{words[at]}</StatusIndicator>
      {at === 'left-out' && <div className="cell-more">{whyNot}</div>}
      {error && (
        <div className="cell-more">
          {error.title}. {error.meaning} {error.next}
          {outcome?.at === 'failed' && outcome.isKept && ` ${manyPage.unfinished}`}
        </div>
      )}
    </>
  );
}
