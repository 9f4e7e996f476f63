import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Picked } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';
import { errorWords } from '../words/errors';
import { handOverPage } from '../words/run/hand-over';

export interface SaveStatusProps {
  readonly answer: Result<Picked<{ readonly fileName: string }>> | undefined;
  /** A PDF takes a moment. */
  readonly isPreparing?: boolean;
}

/** What became of saving one file, said aloud as well. */
export function SaveStatus({ answer, isPreparing = false }: SaveStatusProps) {
  return (
    <div role="status">
      {isPreparing && <StatusIndicator type="in-progress">{handOverPage.preparing}</StatusIndicator>}
      {!isPreparing && answer?.ok === true && answer.value.picked && (
        <StatusIndicator type="success">{handOverPage.saved(answer.value.value.fileName)}</StatusIndicator>
      )}
      {!isPreparing && answer?.ok === false && (
        <StatusIndicator type="error">{errorWords(answer.error, new Date()).title}</StatusIndicator>
      )}
    </div>
  );
}
