import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { UnfinishedView } from '../../../main/shared/views/unfinished';
import { useFocusOnAsking } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { unfinishedPage, type Discarded } from '../../words/resume-work/unfinished';
import { Discard } from './discard';

export interface WaysOnProps {
  readonly work: UnfinishedView;
  /** The session that can delete the key; undefined where it cannot be deleted. */
  readonly session: string | undefined;
  /** Undefined when the work cannot go on. */
  readonly onResume: (() => void) | undefined;
  readonly onDiscarded: (discarded: Discarded) => void;
  readonly onLeave: () => void;
}

/** The ways on: resume, discard in two steps, or leave it for later. */
export function WaysOn({ work, session, onResume, onDiscarded, onLeave }: WaysOnProps) {
  const discardButton = useRef<ButtonProps.Ref>(null);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const [timesKept, setTimesKept] = useState(0);
  useFocusOnAsking(timesKept, discardButton);
  const keep = (): void => {
    setIsDiscarding(false);
    setTimesKept(timesKept + 1);
  };
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="xs">
        {onResume && (
          <Button variant="primary" onClick={onResume}>
            {unfinishedPage.resume}
          </Button>
        )}
        {!isDiscarding && (
          <Button ref={discardButton} onClick={() => setIsDiscarding(true)}>
            {unfinishedPage.discard}
          </Button>
        )}
        <Button variant="link" onClick={onLeave}>
          {chrome.backToHome}
        </Button>
      </SpaceBetween>
      {isDiscarding && <Discard work={work} session={session} onKeep={keep} onDiscarded={onDiscarded} />}
    </SpaceBetween>
  );
}
