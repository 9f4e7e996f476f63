import Box from '@cloudscape-design/components/box';
import type { ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState, type ReactNode } from 'react';
import type { HandOverView } from '../../main/shared/views/aws';
import { Term } from '../components/term';
import { CopyText } from '../base/copy-text';
import { handOverPage, receiverOf } from '../words/run/hand-over';
import { ownRecordText } from '../words/run/hand-over-record';
import { handOverText } from '../words/run/hand-over-summary';
import { SaveCard } from './save-card';
import { SaveRecord } from './save-record';
import { SaveSummary } from './save-summary';
import { SummaryPdf } from './summary-pdf';

export interface HandOverListProps {
  readonly run: string;
  readonly handOver: HandOverView;
  readonly onRecordSaved: () => void;
}

type Item = keyof typeof handOverPage.items;

/** What is left to do with the key, one item for each of those who get something. */
export function HandOverList({ run, handOver, onRecordSaved }: HandOverListProps) {
  const menu = useRef<ButtonDropdownProps.Ref>(null);
  const [asksContact, setAsksContact] = useState(false);
  const [asksPeople, setAsksPeople] = useState(false);
  const [done, setDone] = useState<ReadonlySet<Item>>(new Set());
  const finish = (item: Item): void => setDone((before) => new Set([...before, item]));
  const receiver = receiverOf(handOver);
  const summary = handOverText(handOver);
  const { items } = handOverPage;
  const cancelPdf = (): void => {
    setAsksContact(false);
    menu.current?.focus();
  };
  return (
    <Container
      header={
        <Header variant="h2" description={handOverPage.listText}>
          {handOverPage.listTitle}
        </Header>
      }
    >
      <ol className="to-do">
        <ToDo
          title={items.arn.title(receiver)}
          text={items.arn.text}
          isDone={done.has('arn')}
          actions={
            <CopyText
              label={handOverPage.copyArn}
              text={handOver.keyArn}
              // One action is at hand: the first of the list, until it is done or a form is open.
              variant={done.has('arn') || asksContact || asksPeople ? 'normal' : 'primary'}
              onCopied={() => finish('arn')}
            />
          }
        />
        <ToDo
          title={items.summary.title(receiver)}
          text={items.summary.text}
          isDone={done.has('summary')}
          actions={
            <>
              <SaveSummary
                run={run}
                text={summary}
                menu={menu}
                onPdf={() => setAsksContact(true)}
                onSaved={() => finish('summary')}
              />
              <CopyText
                label={handOverPage.copySummary}
                text={summary}
                variant="normal"
                onCopied={() => finish('summary')}
              />
            </>
          }
        >
          {asksContact && <SummaryPdf run={run} onCancel={cancelPdf} onSaved={() => finish('summary')} />}
        </ToDo>
        <ToDo
          title={items.card.title}
          text={items.card.text}
          isDone={done.has('card')}
          actions={<SaveCard of={run} onSaved={() => finish('card')} />}
        >
          <Term name="successorCard" />
        </ToDo>
        <SaveRecord
          of={run}
          onAsking={setAsksPeople}
          onSaved={() => {
            finish('record');
            onRecordSaved();
          }}
          frame={(action, content) => (
            <ToDo
              title={items.record.title}
              text={items.record.text}
              isDone={done.has('record')}
              actions={
                <>
                  {action}
                  <CopyText label={handOverPage.copyRecord} text={ownRecordText(handOver)} variant="normal" />
                </>
              }
            >
              {content}
            </ToDo>
          )}
        />
      </ol>
    </Container>
  );
}

interface ToDoProps {
  readonly title: string;
  readonly text: string;
  readonly isDone: boolean;
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

function ToDo({ title, text, isDone, actions, children }: ToDoProps) {
  return (
    <li>
      <div className="to-do-line">
        <div>
          <Box variant="h3" padding="n">
            {title}
          </Box>
          <Box color="text-body-secondary">{text}</Box>
          <StatusIndicator type={isDone ? 'success' : 'pending'}>
            {isDone ? handOverPage.itemDone : handOverPage.itemOpen}
          </StatusIndicator>
        </div>
        <div className="to-do-actions">{actions}</div>
      </div>
      {children}
    </li>
  );
}
