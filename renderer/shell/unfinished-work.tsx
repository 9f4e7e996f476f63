import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';
import type { UnfinishedView, UnfinishedWorkView } from '../../main/shared/views/unfinished';
import { api } from '../base/api';
import { UnusableNotes } from './unusable-notes';
import { useFocusWhenLost } from '../base/use-screen';
import { unusableNotes } from '../words/shell/unusable-notes';
import { bothInstants } from '../words/shell/instants';
import { sweptWords } from '../words/shell/swept';
import { standLine, unfinishedName, unfinishedWork } from '../words/resume-work/unfinished';

/** Work that stopped on the way, listed on the home screen; renders nothing when there is none. */
export function UnfinishedWork({ onOpen }: { readonly onOpen: (work: UnfinishedView) => void }) {
  const [found, setFound] = useState<UnfinishedWorkView & { readonly at: Date }>();
  const [timesRemoved, setTimesRemoved] = useState(0);
  const removed = useRef<HTMLDivElement>(null);
  // The button that had the focus goes with its note.
  useFocusWhenLost(`${found?.unusable.length ?? 0}`, removed);
  useEffect(() => {
    void api.listUnfinished({}).then((result) => {
      if (result.ok) setFound({ ...result.value, at: new Date() });
    });
  }, [timesRemoved]);
  // Not even a gap: the screen was painted before the answer came.
  const isEmpty = found?.runs.length === 0 && found.unusable.length === 0 && !found.swept;
  if (found === undefined || (isEmpty && timesRemoved === 0)) return null;
  return (
    <SpaceBetween size="l">
      {timesRemoved > 0 && (
        <div ref={removed} tabIndex={-1} role="status">
          <Alert type="success">{unusableNotes.removed}</Alert>
        </div>
      )}
      {found.swept &&
        sweptWords(found.swept).map(({ title, text }) => (
          <Alert key={title} type="warning" header={title}>
            {text}
          </Alert>
        ))}
      {found.unusable.length > 0 && (
        <UnusableNotes notes={found.unusable} onRemoved={() => setTimesRemoved(timesRemoved + 1)} />
      )}
      {found.runs.length > 0 && (
        <Container
          header={
            <Header variant="h2" description={unfinishedWork.lead}>
              {unfinishedWork.title}
            </Header>
          }
        >
          <ul className="unfinished-list">
            {found.runs.map((work) => (
              <li key={work.run}>
                <div>
                  <Box fontWeight="bold">{unfinishedName(work)}</Box>
                  <Box color="text-body-secondary">
                    {standLine(work, found.at)} {unfinishedWork.started}:{' '}
                    {bothInstants(new Date(work.startedAt))}.
                  </Box>
                </div>
                <Button
                  ariaLabel={unfinishedWork.openNamed(unfinishedName(work))}
                  onClick={() => onOpen(work)}
                >
                  {unfinishedWork.open}
                </Button>
              </li>
            ))}
          </ul>
        </Container>
      )}
    </SpaceBetween>
  );
}
