import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Picked } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';
import type { SavedOneView } from '../../main/shared/views/saved';
import { errorWords } from '../words/errors';
import { handOverPage } from '../words/run/hand-over';
import { SavedPlace } from './saved-place';

export interface SaveStatusProps {
  readonly answer: Result<Picked<SavedOneView>> | undefined;
  /** A PDF takes a moment. */
  readonly isPreparing?: boolean;
}

/** What became of saving one file, said aloud as well. */
export function SaveStatus({ answer, isPreparing = false }: SaveStatusProps) {
  const saved = !isPreparing && answer?.ok === true && answer.value.picked ? answer.value.value : undefined;
  return (
    <SpaceBetween size="xxs">
      <div role="status">
        {isPreparing && <StatusIndicator type="in-progress">{handOverPage.preparing}</StatusIndicator>}
        {saved && (
          <StatusIndicator type="success">
            <span className="breakable">{handOverPage.saved(saved.fileName, saved.folderName)}</span>
          </StatusIndicator>
        )}
        {!isPreparing && answer?.ok === false && (
          <StatusIndicator type="error">{errorWords(answer.error, new Date()).title}</StatusIndicator>
        )}
      </div>
      {saved && <SavedPlace saved={saved.saved} fileName={saved.fileName} />}
    </SpaceBetween>
  );
}
