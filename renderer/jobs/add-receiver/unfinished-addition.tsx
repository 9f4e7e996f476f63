import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useEffect, useRef, useState } from 'react';
import type { UnfinishedAdditionView } from '../../../main/shared/views/unfinished';
import { api } from '../../base/api';
import { useFocusOnAsking } from '../../base/use-screen';
import { useSignIn } from '../../sign-in/use-sign-in';
import { addReceiverPage } from '../../words/add-receiver/add-receiver';
import { unfinishedName, type Discarded } from '../../words/resume-work/unfinished';
import { Discard } from '../resume-work/discard';
import { DiscardedPage } from '../resume-work/discarded-page';
import { OlderNote, UnconfirmedNote } from '../resume-work/note-alerts';
import { AddReceiver } from './add-receiver';

export interface UnfinishedAdditionProps {
  readonly work: UnfinishedAdditionView;
  readonly onLeave: () => void;
}

/** A receiver that is still to be added, on another day than the key was made. */
export function UnfinishedAddition({ work, onLeave }: UnfinishedAdditionProps) {
  const [signIn, signInIntents] = useSignIn('aws');
  const [discarded, setDiscarded] = useState<Discarded>();
  useEffect(() => () => void api.leaveJob({}), []);
  if (discarded) {
    return <DiscardedPage name={unfinishedName(work)} discarded={discarded} onLeave={onLeave} />;
  }
  return (
    <AddReceiver
      addition={work}
      signIn={signIn}
      signInIntents={signInIntents}
      notices={
        <>
          <OlderNote work={work} />
          <UnconfirmedNote work={work} />
        </>
      }
      otherWay={<Removal work={work} onDiscarded={setDiscarded} />}
      onLeave={onLeave}
    />
  );
}

interface RemovalProps {
  readonly work: UnfinishedAdditionView;
  readonly onDiscarded: (discarded: Discarded) => void;
}

/** In two steps: nothing in AWS changes by it. */
function Removal({ work, onDiscarded }: RemovalProps) {
  const opener = useRef<ButtonProps.Ref>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [timesKept, setTimesKept] = useState(0);
  useFocusOnAsking(timesKept, opener);
  if (!isOpen) {
    return (
      <Button ref={opener} onClick={() => setIsOpen(true)}>
        {addReceiverPage.discard}
      </Button>
    );
  }
  return (
    <Discard
      work={work}
      session={undefined}
      onKeep={() => {
        setIsOpen(false);
        setTimesKept(timesKept + 1);
      }}
      onDiscarded={onDiscarded}
    />
  );
}
