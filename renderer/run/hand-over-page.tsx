import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import type { OpenAdditionView } from '../../main/shared/views/addition';
import type { HandOverView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { Page } from '../base/page';
import { chrome } from '../words/shell/app';
import { noCopy } from '../words/custody/copies';
import { handOverPage, receiverOf } from '../words/run/hand-over';
import { handOverText } from '../words/run/hand-over-summary';
import { AgainPage } from './again-page';
import { HandOverFacts } from './hand-over-facts';
import { HandOverList } from './hand-over-list';
import { FinishedBefore, type EarlierWork } from './finished-before';
import { HandOverRecord } from './hand-over-record';
import { ReceiverSteps } from './receiver-steps';
import { useLeaveFinished } from './use-leave-finished';

export interface HandOverPageProps {
  readonly run: string;
  readonly handOver: HandOverView;
  /** Set where the work was finished before, and is opened once more. */
  readonly earlier?: EarlierWork;
  /** What is said of a receiver that is still to be added. `leave`: asks first while the record is not saved. */
  readonly toBeAdded?:
    ((addition: OpenAdditionView, leave: (then: () => void) => void) => ReactNode) | undefined;
  /** What is said of it where the work was finished before. */
  readonly addition?: ReactNode;
  /** From practice to the real job. */
  readonly onForReal?: (() => void) | undefined;
  /** To the next material that is missing, where some was imported once more. */
  readonly onNextMaterial?: (() => void) | undefined;
  /** Back to the list of keys, where the work began there. */
  readonly onKeys?: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** How a run ended that imports: with a key to hand over, or with one that was handed over before. */
export function HandOverPage({ onNextMaterial, onKeys, ...props }: HandOverPageProps) {
  const { run, handOver, earlier, onLeave } = props;
  const { again } = handOver;
  return again === undefined ? (
    <NewKeyPage {...props} />
  ) : (
    <AgainPage
      run={run}
      handOver={handOver}
      again={again}
      earlier={earlier}
      onNext={onNextMaterial}
      onKeys={onKeys}
      onLeave={onLeave}
    />
  );
}

type NewKeyPageProps = Omit<HandOverPageProps, 'onNextMaterial' | 'onKeys'>;

/** Everything that the receiver asked for, ready to be sent, and what your own records need. */
function NewKeyPage(props: NewKeyPageProps) {
  const { run, handOver, earlier, toBeAdded, onForReal, onLeave } = props;
  const { mode, receiverStatement } = handOver;
  const leaving = useLeaveFinished(mode === 'practice' || earlier !== undefined);
  const receiver = receiverOf(handOver);
  return (
    <Page title={handOverPage.title}>
      <Done handOver={handOver} receiver={receiver} earlier={earlier} onForReal={onForReal} />
      {handOver.custody?.kept === 'none' && (
        <Alert type="warning" header={noCopy.title}>
          {noCopy.text}
        </Alert>
      )}
      {handOver.toBeAdded && toBeAdded?.(handOver.toBeAdded, leaving.leave)}
      {props.addition}
      <HandOverList run={run} handOver={handOver} earlier={earlier} onRecordSaved={leaving.recordSaved} />
      <ReceiverSteps handOver={handOver} />
      <Container header={<Header variant="h2">{handOverPage.keyTitle}</Header>}>
        <HandOverFacts handOver={handOver} />
      </Container>
      {receiverStatement !== undefined && (
        <ExpandableSection variant="container" headerText={handOverPage.statementTitle(receiver)}>
          <Box variant="p">{handOverPage.statementText}</Box>
          <pre className="text-block">{receiverStatement}</pre>
          <CopyText label={handOverPage.copyStatement} text={receiverStatement} variant="inline-link" />
        </ExpandableSection>
      )}
      <ExpandableSection variant="container" headerText={handOverPage.recordTitle}>
        <HandOverRecord handOver={handOver} />
      </ExpandableSection>
      <ExpandableSection variant="container" headerText={handOverPage.summaryTitle}>
        <pre className="text-block">{handOverText(handOver)}</pre>
      </ExpandableSection>
      <Button variant="normal" onClick={() => leaving.leave(onLeave)}>
        {chrome.backToHome}
      </Button>
      {leaving.question}
    </Page>
  );
}

interface DoneProps {
  readonly handOver: HandOverView;
  readonly receiver: string;
  readonly earlier: EarlierWork | undefined;
  readonly onForReal: (() => void) | undefined;
}

/** How the work ended. */
function Done({ handOver, receiver, earlier, onForReal }: DoneProps) {
  if (earlier !== undefined) return <FinishedBefore work={earlier} />;
  return handOver.mode === 'practice' ? (
    <Alert
      type="info"
      header={handOverPage.practiceDone}
      action={onForReal && <Button onClick={onForReal}>{handOverPage.forReal}</Button>}
    >
      {handOverPage.practiceText}
    </Alert>
  ) : (
    <Alert type="success" header={handOverPage.done}>
      {handOverPage.doneText(receiver, handOver.untested)}
    </Alert>
  );
}
