import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { HandOverView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { Page } from '../base/page';
import { chrome } from '../words/shell/app';
import { noCopy } from '../words/custody/copies';
import { handOverPage, receiverOf } from '../words/run/hand-over';
import { ownRecordText } from '../words/run/hand-over-record';
import { handOverText } from '../words/run/hand-over-summary';
import { HandOverFacts } from './hand-over-facts';
import { FinishedBefore, type EarlierWork } from './finished-before';
import { HandOverRecord } from './hand-over-record';
import { SaveCard } from './save-card';
import { SaveRecord } from './save-record';
import { SaveSummary } from './save-summary';
import { SummaryPdf } from './summary-pdf';
import { useLeaveFinished } from './use-leave-finished';

export interface HandOverPageProps {
  readonly run: string;
  readonly handOver: HandOverView;
  /** Set where the work was finished before, and is opened once more. */
  readonly earlier?: EarlierWork;
  /** From practice to the real job. */
  readonly onForReal?: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** Everything that the receiver asked for, ready to be sent, and what your own records need. */
export function HandOverPage({ run, handOver, earlier, onForReal, onLeave }: HandOverPageProps) {
  const menu = useRef<ButtonDropdownProps.Ref>(null);
  const [asksContact, setAsksContact] = useState(false);
  const cancelPdf = (): void => {
    setAsksContact(false);
    menu.current?.focus();
  };
  const { mode, receiverStatement, keyArn } = handOver;
  const leaving = useLeaveFinished(mode === 'practice' || earlier !== undefined);
  const receiver = receiverOf(handOver);
  const summary = handOverText(handOver);
  return (
    <Page
      title={handOverPage.title}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyText label={handOverPage.copySummary} text={summary} variant="normal" />
          <SaveSummary run={run} text={summary} menu={menu} onPdf={() => setAsksContact(true)} />
        </SpaceBetween>
      }
    >
      {asksContact && <SummaryPdf run={run} onCancel={cancelPdf} />}
      <Done handOver={handOver} receiver={receiver} earlier={earlier} onForReal={onForReal} />
      {handOver.custody?.kept === 'none' && (
        <Alert type="warning" header={noCopy.title}>
          {noCopy.text}
        </Alert>
      )}
      <Container
        header={
          <Header
            variant="h2"
            actions={<CopyText label={handOverPage.copyArn} text={keyArn} variant="primary" />}
          >
            {handOverPage.receiverTitle(receiver)}
          </Header>
        }
      >
        <HandOverFacts handOver={handOver} />
      </Container>
      {receiverStatement !== undefined && (
        <Container header={<Header variant="h2">{handOverPage.statementTitle(receiver)}</Header>}>
          <Box variant="p">{handOverPage.statementText}</Box>
          <pre className="text-block">{receiverStatement}</pre>
          <CopyText label={handOverPage.copyStatement} text={receiverStatement} variant="inline-link" />
        </Container>
      )}
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                <SaveCard of={run} />
                <CopyText label={handOverPage.copyRecord} text={ownRecordText(handOver)} variant="normal" />
              </SpaceBetween>
            }
          >
            {handOverPage.recordTitle}
          </Header>
        }
      >
        <HandOverRecord handOver={handOver} />
      </Container>
      <SaveRecord of={run} onSaved={leaving.recordSaved} />
      <ExpandableSection variant="container" headerText={handOverPage.summaryTitle}>
        <pre className="text-block">{summary}</pre>
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
