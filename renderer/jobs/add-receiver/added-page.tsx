import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { presetById } from '../../../main/receivers/presets';
import type { AddedView } from '../../../main/shared/views/addition';
import { Facts } from '../../base/facts';
import { Page } from '../../base/page';
import { FinishedBefore, type EarlierWork } from '../../run/finished-before';
import { LeaveFinished } from '../../run/leave-finished';
import { OwnItems } from '../../run/own-items';
import { useToDo } from '../../run/use-to-do';
import { useLeaveFinished } from '../../run/use-leave-finished';
import { addedPage } from '../../words/add-receiver/add-receiver';
import { actPage } from '../../words/look-after/acts';
import { handOverLabels } from '../../words/run/hand-over';
import { StepsThere } from './key-box';

export interface AddedPageProps {
  readonly work: string;
  readonly added: AddedView;
  /** Set where the work was finished before, and is opened once more. */
  readonly earlier?: EarlierWork;
  /** To the key that a person has opened; absent where it was not opened from a list. */
  readonly onToKey?: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** The receiver is let in: what is left to do there, and the record. */
export function AddedPage({ work, added, earlier, onToKey, onLeave }: AddedPageProps) {
  const { mode, receiver, keyArn, alias } = added;
  const toDo = useToDo<'card' | 'record'>(['record'], earlier);
  const [asksPeople, setAsksPeople] = useState(false);
  const leaving = useLeaveFinished(mode === 'practice' || earlier !== undefined);
  return (
    <Page title={addedPage.title}>
      {earlier === undefined ? <Done added={added} /> : <FinishedBefore work={earlier} />}
      <Container header={<Header variant="h2">{addedPage.next(receiver.name)}</Header>}>
        <SpaceBetween size="m">
          <Facts
            rows={[
              [handOverLabels.arn, keyArn],
              ...(alias === '' ? [] : ([[handOverLabels.alias, `alias/${alias}`]] as const)),
            ]}
            copyFiles={[]}
          />
          <AtTheReceiver added={added} />
        </SpaceBetween>
      </Container>
      <Container>
        <ol className="to-do">
          <OwnItems
            of={work}
            hasCard={false}
            toDo={toDo}
            next={asksPeople ? undefined : toDo.next}
            onAsking={setAsksPeople}
            onRecordSaved={leaving.recordSaved}
          />
        </ol>
      </Container>
      <LeaveFinished leaving={leaving} back={actPage.toKey} onBack={onToKey} onLeave={onLeave} />
    </Page>
  );
}

function Done({ added }: { readonly added: AddedView }) {
  const { mode, by, wasThere, receiver } = added;
  if (mode === 'practice') {
    return (
      <Alert type="info" header={addedPage.practiceDone}>
        {addedPage.practiceText}
      </Alert>
    );
  }
  return (
    <Alert type="success" header={addedPage.done(receiver.name)}>
      {wasThere ? addedPage.wasThereText : addedPage.doneText[by]}
    </Alert>
  );
}

function AtTheReceiver({ added: { receiver } }: { readonly added: AddedView }) {
  const terms = presetById(receiver.preset)?.terms;
  if (terms === undefined) return null;
  return (
    <>
      <StepsThere receiver={receiver.name} steps={terms.steps} />
      {terms.aftercare.length > 0 && (
        <div>
          <Box variant="awsui-key-label">{addedPage.aftercare}</Box>
          <ul>
            {terms.aftercare.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
