import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { api } from '../base/api';
import { errorWords } from '../words/errors';
import { handOverPage } from '../words/run/hand-over';

export interface SavedPlaceProps {
  /** Names the file for main. */
  readonly saved: string;
  readonly fileName: string;
}

/** What can be done with a file that was saved: show it, and print it if it is a PDF. */
export function SavedPlace({ saved, fileName }: SavedPlaceProps) {
  const [said, setSaid] = useState<{ readonly type: 'success' | 'error'; readonly text: string }>();
  const show = async (): Promise<void> => {
    const shown = await api.showSavedFiles({ saved });
    setSaid(shown.ok ? undefined : { type: 'error', text: handOverPage.notShown });
  };
  const print = async (): Promise<void> => {
    const opened = await api.openSavedPdf({ saved });
    setSaid(
      opened.ok
        ? { type: 'success', text: handOverPage.opened }
        : { type: 'error', text: errorWords(opened.error, new Date()).title },
    );
  };
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      <Button variant="inline-link" ariaLabel={handOverPage.showNamed(fileName)} onClick={() => void show()}>
        {handOverPage.show}
      </Button>
      {fileName.endsWith('.pdf') && (
        <Button
          variant="inline-link"
          ariaLabel={handOverPage.printNamed(fileName)}
          onClick={() => void print()}
        >
          {handOverPage.print}
        </Button>
      )}
      <div role="status">{said && <StatusIndicator type={said.type}>{said.text}</StatusIndicator>}</div>
    </SpaceBetween>
  );
}
