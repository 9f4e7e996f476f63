import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AppError } from '../../../main/shared/errors';
import { Failure } from '../../base/failure';
import { reviewWords } from '../../words/create-and-import/review';

export interface PlanFailureProps {
  readonly error: AppError;
  readonly takesFocus: boolean;
  readonly onRetry: () => void;
}

/** What is wrong with the draft; what may pass by itself can be tried again. */
export function PlanFailure({ error, takesFocus, onRetry }: PlanFailureProps) {
  return (
    <SpaceBetween size="s">
      <Failure key={error.code} error={error} takesFocus={takesFocus} />
      {error.retry !== 'change-input' && (
        <Button iconName="refresh" onClick={onRetry}>
          {reviewWords.checkAgain}
        </Button>
      )}
    </SpaceBetween>
  );
}
