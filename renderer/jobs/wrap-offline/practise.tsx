import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { ResultOf } from '../../../main/shared/contract';
import { api } from '../../base/api';
import { Failure } from '../../base/failure';
import { SavedPlace } from '../../run/saved-place';
import { practiseWords } from '../../words/wrap-offline/practise';

type Answer = ResultOf<'savePracticeParameters'>;

/** Import parameters of the practice AWS, to go the whole way once before the real one. */
export function Practise() {
  const [isSaving, setSaving] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const save = async (): Promise<void> => {
    setSaving(true);
    const next = await api.savePracticeParameters({});
    setSaving(false);
    // A dialog that was dismissed leaves what was saved before.
    if (!next.ok || next.value.picked) setAnswer(next);
  };
  const saved = answer?.ok === true && answer.value.picked ? answer.value.value : undefined;
  return (
    <SpaceBetween size="s">
      <div>
        <Box variant="h2" fontSize="heading-s">
          {practiseWords.title}
        </Box>
        <Box color="text-body-secondary">{practiseWords.text}</Box>
      </div>
      <Button
        iconName="download"
        loading={isSaving}
        loadingText={practiseWords.saving}
        onClick={() => void save()}
      >
        {practiseWords.save}
      </Button>
      {answer?.ok === false && <Failure error={answer.error} takesFocus />}
      <div role="status">
        {saved && (
          <StatusIndicator type="success">
            {practiseWords.saved(saved.fileName, saved.folderName)}
          </StatusIndicator>
        )}
      </div>
      {saved && (
        <SpaceBetween size="xs">
          <Box>{practiseWords.next(saved.region)}</Box>
          <SavedPlace saved={saved.saved} fileName={saved.fileName} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
