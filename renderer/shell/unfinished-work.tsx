import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { UnfinishedView } from '../../main/shared/views/unfinished';
import { UnusableNotes } from './unusable-notes';
import type { HomeLists } from './use-home-lists';
import { useFocusWhenLost } from '../base/use-screen';
import { unusableNotes } from '../words/shell/unusable-notes';
import { bothInstants } from '../words/shell/instants';
import { sweptWords } from '../words/shell/swept';
import { openLabel, standLine, unfinishedName, unfinishedWork } from '../words/resume-work/unfinished';

export interface UnfinishedWorkProps {
  readonly lists: HomeLists;
  readonly onOpen: (work: UnfinishedView) => void;
  /** Something was removed from the lists. */
  readonly onRemoved: () => void;
}

/** Work that stopped on the way, listed on the home screen; renders nothing when there is none. */
export function UnfinishedWork({ lists, onOpen, onRemoved }: UnfinishedWorkProps) {
  const { runs, unusable, swept, at } = lists;
  const [hasRemoved, setHasRemoved] = useState(false);
  const removed = useRef<HTMLDivElement>(null);
  // The button that had the focus goes with its note.
  useFocusWhenLost(`${unusable.length}`, removed);
  if (runs.length === 0 && unusable.length === 0 && !swept && !hasRemoved) return null;
  return (
    <SpaceBetween size="l">
      {hasRemoved && (
        <div ref={removed} tabIndex={-1} role="status">
          <Alert type="success">{unusableNotes.removed}</Alert>
        </div>
      )}
      {swept &&
        sweptWords(swept).map(({ title, text }) => (
          <Alert key={title} type="warning" header={title}>
            {text}
          </Alert>
        ))}
      {unusable.length > 0 && (
        <UnusableNotes
          notes={unusable}
          onRemoved={() => {
            setHasRemoved(true);
            onRemoved();
          }}
        />
      )}
      {runs.length > 0 && (
        <Container
          header={
            <Header variant="h2" description={unfinishedWork.lead}>
              {unfinishedWork.title}
            </Header>
          }
        >
          <ul className="unfinished-list">
            {runs.map((work) => (
              <li key={work.run}>
                <div>
                  <Box fontWeight="bold">{unfinishedName(work)}</Box>
                  <Box color="text-body-secondary">
                    {standLine(work, at)} {unfinishedWork.started}: {bothInstants(new Date(work.startedAt))}.
                  </Box>
                </div>
                <Button ariaLabel={openLabel(work)} onClick={() => onOpen(work)}>
                  {work.job === 'add-receiver' ? unfinishedWork.add : unfinishedWork.open}
                </Button>
              </li>
            ))}
          </ul>
        </Container>
      )}
    </SpaceBetween>
  );
}
