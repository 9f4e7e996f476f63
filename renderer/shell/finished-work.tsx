import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { AppError } from '../../main/shared/errors';
import type { FinishedView } from '../../main/shared/views/finished';
import { api } from '../base/api';
import { Failure } from '../base/failure';
import { useQuestion } from '../base/use-question';
import { useFocusWhenLost } from '../base/use-screen';
import { finishedLine, finishedName, finishedWork } from '../words/run/finished-work';

export interface FinishedWorkProps {
  /** The last first. */
  readonly works: readonly FinishedView[];
  readonly onOpen: (work: FinishedView) => void;
  readonly onRemoved: () => void;
}

/** As many as are at hand without crowding out the jobs. */
const shortList = 3;

/** Work that is done, listed on the home screen; renders nothing when there is none. */
export function FinishedWork({ works, onOpen, onRemoved }: FinishedWorkProps) {
  const [isLong, setIsLong] = useState(false);
  const [hasRemoved, setHasRemoved] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const removed = useRef<HTMLDivElement>(null);
  // The button that had the focus goes with its row.
  useFocusWhenLost(`${works.length}`, removed);
  if (works.length === 0 && !hasRemoved) return null;

  const remove = async ({ work }: FinishedView): Promise<void> => {
    const answer = await api.removeFinished({ work });
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    setHasRemoved(true);
    onRemoved();
  };
  const shown = isLong ? works : works.slice(0, shortList);
  return (
    <Container
      header={
        <Header variant="h2" description={finishedWork.lead}>
          {finishedWork.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {failure && <Failure error={failure} takesFocus />}
        {hasRemoved && (
          <div ref={removed} tabIndex={-1} role="status">
            <Alert type="success">{finishedWork.removed}</Alert>
          </div>
        )}
        <ul className="unfinished-list">
          {shown.map((work) => (
            <li key={work.work}>
              <Work work={work} onOpen={onOpen} onRemove={() => void remove(work)} />
            </li>
          ))}
        </ul>
        {works.length > shown.length && (
          <Button variant="inline-link" onClick={() => setIsLong(true)}>
            {finishedWork.showAll(works.length)}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
}

interface WorkProps extends Pick<FinishedWorkProps, 'onOpen'> {
  readonly work: FinishedView;
  readonly onRemove: () => void;
}

function Work({ work, onOpen, onRemove }: WorkProps) {
  const name = finishedName(work);
  const [ask, question] = useQuestion(true, finishedWork.question);
  return (
    <>
      <div>
        <Box fontWeight="bold">{name}</Box>
        <Box color="text-body-secondary">{finishedLine(work)}</Box>
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        <Button ariaLabel={finishedWork.openNamed(name)} onClick={() => onOpen(work)}>
          {finishedWork.open}
        </Button>
        <Button variant="link" ariaLabel={finishedWork.removeNamed(name)} onClick={() => ask(onRemove)}>
          {finishedWork.remove}
        </Button>
      </SpaceBetween>
      {question}
    </>
  );
}
