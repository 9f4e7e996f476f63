import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import type { Picked } from '../../main/shared/contract';
import type { Result } from '../../main/shared/result';
import type { SavedOneView } from '../../main/shared/views/saved';
import { Failure } from '../base/failure';
import { SavedPlace } from './saved-place';

export interface SaveOneProps<Saved extends SavedOneView> {
  readonly words: {
    readonly save: string;
    readonly saving: string;
    readonly saved: (fileName: string, folder: string) => string;
  };
  readonly ask: () => Promise<Result<Picked<Saved>>>;
  /** What stands below, once it is saved. */
  readonly children?: (saved: Saved) => ReactNode;
}

/** Saves one file where a dialog says, and then tells where it is. */
export function SaveOne<Saved extends SavedOneView>({ words, ask, children }: SaveOneProps<Saved>) {
  const [isSaving, setSaving] = useState(false);
  const [answer, setAnswer] = useState<Result<Picked<Saved>>>();
  const save = async (): Promise<void> => {
    setSaving(true);
    const next = await ask();
    setSaving(false);
    // A dialog that was dismissed leaves what was saved before.
    if (!next.ok || next.value.picked) setAnswer(next);
  };
  const saved = answer?.ok === true && answer.value.picked ? answer.value.value : undefined;
  return (
    <SpaceBetween size="xs">
      <Button iconName="download" loading={isSaving} loadingText={words.saving} onClick={() => void save()}>
        {words.save}
      </Button>
      {answer?.ok === false && <Failure error={answer.error} takesFocus />}
      <div role="status">
        {saved && (
          <StatusIndicator type="success">
            <span className="breakable">{words.saved(saved.fileName, saved.folderName)}</span>
          </StatusIndicator>
        )}
      </div>
      {saved && children?.(saved)}
      {saved && <SavedPlace saved={saved.saved} fileName={saved.fileName} />}
    </SpaceBetween>
  );
}
