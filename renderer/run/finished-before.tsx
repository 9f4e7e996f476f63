import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { UnconfirmedReason } from '../../main/shared/views/unfinished';
import { finishedBefore } from '../words/run/finished-before';

/** Work that was finished before, and is opened once more. */
export interface EarlierWork {
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly isRecordSaved: boolean;
  /** Set if nothing proves that this app wrote the note. */
  readonly needsConfirming?: UnconfirmedReason;
}

/** Says that the page tells of the past. */
export function FinishedBefore({ work }: { readonly work: EarlierWork }) {
  return (
    <SpaceBetween size="m">
      <Alert type="info" header={finishedBefore.title(work.finishedAt)}>
        {finishedBefore.text(work.isRecordSaved)}
      </Alert>
      {work.needsConfirming && (
        <Alert type="warning" header={finishedBefore.unprovenTitle}>
          {finishedBefore.unproven}
        </Alert>
      )}
    </SpaceBetween>
  );
}
