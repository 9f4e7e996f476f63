import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { ResultOf } from '../../main/shared/contract';
import { api } from '../api';
import { handOverPage } from '../words/hand-over';
import { errorWords } from '../words/errors';

export interface SaveSummaryProps {
  readonly run: string;
  readonly text: string;
}

export function SaveSummary({ run, text }: SaveSummaryProps) {
  const [answer, setAnswer] = useState<ResultOf<'saveSummary'>>();
  const save = async (format: 'text' | 'json'): Promise<void> =>
    setAnswer(await api.saveSummary({ run, format, text }));
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <ButtonDropdown
        items={[
          { id: 'text', text: handOverPage.saveText },
          { id: 'json', text: handOverPage.saveJson },
        ]}
        onItemClick={({ detail }) => void save(detail.id === 'json' ? 'json' : 'text')}
      >
        {handOverPage.saveSummary}
      </ButtonDropdown>
      <div role="status">
        {answer?.ok === true && answer.value.picked && (
          <StatusIndicator type="success">{handOverPage.saved(answer.value.value.fileName)}</StatusIndicator>
        )}
        {answer?.ok === false && (
          <StatusIndicator type="error">{errorWords(answer.error, new Date()).title}</StatusIndicator>
        )}
      </div>
    </SpaceBetween>
  );
}
