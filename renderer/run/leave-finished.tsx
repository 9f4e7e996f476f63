import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { chrome } from '../words/shell/app';
import type { useLeaveFinished } from './use-leave-finished';

export interface LeaveFinishedProps {
  readonly leaving: Pick<ReturnType<typeof useLeaveFinished>, 'leave' | 'question'>;
  /** What the way back is called. */
  readonly back: string;
  /** Absent where the work did not begin on another page. */
  readonly onBack: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** The ways out of the last page of a job; each asks once while the record is not saved. */
export function LeaveFinished({ leaving, back, onBack, onLeave }: LeaveFinishedProps) {
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        {onBack && <Button onClick={() => leaving.leave(onBack)}>{back}</Button>}
        <Button variant={onBack ? 'link' : 'normal'} onClick={() => leaving.leave(onLeave)}>
          {chrome.backToHome}
        </Button>
      </SpaceBetween>
      {leaving.question}
    </>
  );
}
