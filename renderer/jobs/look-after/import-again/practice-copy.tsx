import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { ResultOf } from '../../../../main/shared/contract';
import { api } from '../../../base/api';
import { Failure } from '../../../base/failure';
import { SavedPlace } from '../../../run/saved-place';
import { practiceCopyWords } from '../../../words/look-after/practice-copy';

type Answer = ResultOf<'savePracticeCopy'>;

/** The copy that somebody would have kept of a key that the practice account came with. */
export function PracticeCopy({ arn }: { readonly arn: string }) {
  const [isSaving, setSaving] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const save = async (): Promise<void> => {
    setSaving(true);
    const next = await api.savePracticeCopy({ arn });
    setSaving(false);
    // A dialog that was dismissed leaves what was saved before.
    if (!next.ok || next.value.picked) setAnswer(next);
  };
  const saved = answer?.ok === true && answer.value.picked ? answer.value.value : undefined;
  return (
    <SpaceBetween size="xs">
      <Box color="text-body-secondary">{practiceCopyWords.text}</Box>
      <Button
        iconName="download"
        loading={isSaving}
        loadingText={practiceCopyWords.saving}
        onClick={() => void save()}
      >
        {practiceCopyWords.save}
      </Button>
      {answer?.ok === false && <Failure error={answer.error} takesFocus />}
      <div role="status">
        {saved && (
          <StatusIndicator type="success">
            {practiceCopyWords.saved(saved.fileName, saved.folderName, saved.passphrase)}
          </StatusIndicator>
        )}
      </div>
      {saved && <SavedPlace saved={saved.saved} fileName={saved.fileName} />}
    </SpaceBetween>
  );
}
