import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { RequestOf, ResultOf } from '../../../../main/shared/contract';
import { api } from '../../../base/api';
import { errorWords } from '../../../words/errors';
import { remindPanel, savedWords } from '../../../words/look-after/remind';
import { SavedPlace } from '../../../run/saved-place';

export interface RemindProps {
  /** One key, or every key of a list. */
  readonly of: RequestOf<'saveReminders'>['of'];
  /** How many of them have key material that expires. */
  readonly expiring: number;
}

type Format = RequestOf<'saveReminders'>['format'];

/** Saves reminders of key material that expires: for a calendar, or as alarms that AWS sends. */
export function Remind({ of, expiring }: RemindProps) {
  const [saving, setSaving] = useState<Format>();
  const [answer, setAnswer] = useState<ResultOf<'saveReminders'>>();
  const save = async (format: Format): Promise<void> => {
    setSaving(format);
    const saved = await api.saveReminders({ of, format });
    setAnswer(saved);
    setSaving(undefined);
  };
  return (
    <Container
      header={
        <Header variant="h2" description={remindPanel.lead}>
          {remindPanel.title}
        </Header>
      }
    >
      {expiring === 0 ? (
        <Box>{remindPanel.none}</Box>
      ) : (
        <SpaceBetween size="m">
          {formats.map(({ format, button, text }) => (
            <SpaceBetween key={format} size="xxs">
              <Button
                iconName={format === 'ics' ? 'calendar' : 'notification'}
                disabled={saving !== undefined}
                loading={saving === format}
                onClick={() => void save(format)}
              >
                {button}
              </Button>
              <Box color="text-body-secondary">{text}</Box>
            </SpaceBetween>
          ))}
          <SavedReminders answer={answer} />
        </SpaceBetween>
      )}
    </Container>
  );
}

const formats = [
  { format: 'ics', button: remindPanel.calendar, text: remindPanel.calendarText },
  { format: 'cloudformation', button: remindPanel.alarms, text: remindPanel.alarmsText },
] as const;

/** What became of it, said aloud as well. */
function SavedReminders({ answer }: { readonly answer: ResultOf<'saveReminders'> | undefined }) {
  const saved = answer?.ok === true && answer.value.picked ? answer.value.value : undefined;
  return (
    <SpaceBetween size="xxs">
      <div role="status">
        {saved && (
          <StatusIndicator type="success">
            <span className="breakable">{savedWords(saved)}</span>
          </StatusIndicator>
        )}
        {answer?.ok === false && (
          <StatusIndicator type="error">{errorWords(answer.error, new Date()).title}</StatusIndicator>
        )}
      </div>
      {saved && <SavedPlace saved={saved.saved} fileName={saved.fileNames[0] ?? ''} />}
    </SpaceBetween>
  );
}
