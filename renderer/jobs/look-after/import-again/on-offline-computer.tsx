import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { Picked } from '../../../../main/shared/contract';
import type { Result } from '../../../../main/shared/result';
import type { SavedOneView } from '../../../../main/shared/views/saved';
import { api } from '../../../base/api';
import { Failure } from '../../../base/failure';
import { againWords } from '../../../words/look-after/import-again';

export interface OnOfflineComputerProps {
  readonly keyHandle: string;
  readonly session: string;
}

/** The same without the copy on this computer: fresh import parameters to carry to an offline one. */
export function OnOfflineComputer({ keyHandle, session }: OnOfflineComputerProps) {
  const { offline } = againWords;
  const [isSaving, setIsSaving] = useState(false);
  const [answer, setAnswer] = useState<Result<Picked<SavedOneView>>>();
  const save = async (): Promise<void> => {
    setIsSaving(true);
    setAnswer(undefined);
    setAnswer(await api.saveFreshParameters({ key: keyHandle, session }));
    setIsSaving(false);
  };
  return (
    <ExpandableSection variant="container" headerText={offline.title}>
      <SpaceBetween size="s">
        <Box>{offline.text}</Box>
        <Button loading={isSaving} loadingText={offline.saving} onClick={() => void save()}>
          {offline.save}
        </Button>
        {answer?.ok === false && <Failure error={answer.error} takesFocus />}
        <div role="status">
          {answer?.ok === true && answer.value.picked && (
            <StatusIndicator type="success">{offline.saved(answer.value.value.fileName)}</StatusIndicator>
          )}
        </div>
      </SpaceBetween>
    </ExpandableSection>
  );
}
