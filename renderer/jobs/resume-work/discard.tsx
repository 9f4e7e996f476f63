import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { AppError } from '../../../main/shared/errors';
import type { UnfinishedView } from '../../../main/shared/views/unfinished';
import { api } from '../../base/api';
import { Failure } from '../../base/failure';
import { useFocusWhenLost } from '../../base/use-screen';
import { discardText, unfinishedPage, type Discarded } from '../../words/resume-work/unfinished';

/** Whether this work made a key that nobody else relies on yet. The key of an offline import existed before. */
export const hasOwnKey = (work: UnfinishedView): boolean =>
  work.job === 'create-and-import' && work.keyArn !== undefined;

export interface DiscardProps {
  readonly work: UnfinishedView;
  /** The session in the account that the work began in; without it the key cannot be deleted. */
  readonly session: string | undefined;
  readonly onKeep: () => void;
  readonly onDiscarded: (discarded: Discarded) => void;
}

/** The second of two steps: forgets the work, and deletes its key if a person wants that. */
export function Discard({ work, session, onKeep, onDiscarded }: DiscardProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [wantsDeletion, setWantsDeletion] = useState(false);
  // The button that opened this is gone.
  useFocusWhenLost('opened', panel);
  const deletesKey = wantsDeletion && session !== undefined;
  const discard = async (): Promise<void> => {
    setIsWorking(true);
    const result = await api.discardRun({ run: work.run, ...(deletesKey ? { session } : {}) });
    setIsWorking(false);
    if (result.ok) onDiscarded(result.value);
    else setFailure(result.error);
  };
  return (
    <div ref={panel} tabIndex={-1} role="group" aria-label={unfinishedPage.discardTitle}>
      <Container header={<Header variant="h2">{unfinishedPage.discardTitle}</Header>}>
        <SpaceBetween size="m">
          {failure && <Failure error={failure} takesFocus />}
          <Box variant="p">{discardText(work, deletesKey)}</Box>
          {hasOwnKey(work) && (
            <Checkbox
              checked={deletesKey}
              disabled={session === undefined}
              description={
                session === undefined ? unfinishedPage.deleteKeyNeedsSignIn : unfinishedPage.deleteKeyText
              }
              onChange={({ detail }) => setWantsDeletion(detail.checked)}
            >
              {unfinishedPage.deleteKey}
            </Checkbox>
          )}
          <SpaceBetween direction="horizontal" size="xs">
            <Button loading={isWorking} onClick={() => void discard()}>
              {unfinishedPage.discardNow}
            </Button>
            <Button variant="link" disabled={isWorking} onClick={onKeep}>
              {unfinishedPage.keep}
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </Container>
    </div>
  );
}
