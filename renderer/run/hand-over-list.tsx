import type { ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useRef, useState } from 'react';
import type { HandOverView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { handOverPage, receiverOf } from '../words/run/hand-over';
import { ownRecordText } from '../words/run/hand-over-record';
import { handOverText } from '../words/run/hand-over-summary';
import { factsItem } from '../words/run/receiver-wants';
import type { EarlierWork } from './finished-before';
import { OwnItems } from './own-items';
import { OwnRole } from './own-role';
import { SaveSummary } from './save-summary';
import { SummaryPdf } from './summary-pdf';
import { ToDo } from './to-do';
import { useToDo } from './use-to-do';
import { WantedFacts } from './wanted-facts';

export interface HandOverListProps {
  readonly run: string;
  readonly handOver: HandOverView;
  readonly earlier: EarlierWork | undefined;
  readonly onRecordSaved: () => void;
}

type Item = 'role' | (typeof always)[number];
const always = ['facts', 'summary', 'card', 'record'] as const;

/** What is left to do with the key, one item for each of those who get something. */
export function HandOverList({ run, handOver, earlier, onRecordSaved }: HandOverListProps) {
  const menu = useRef<ButtonDropdownProps.Ref>(null);
  const [asksContact, setAsksContact] = useState(false);
  const [asksPeople, setAsksPeople] = useState(false);
  const { wants } = handOver;
  const { role } = wants;
  const toDo = useToDo<Item>([...(role ? (['role'] as const) : []), ...always], earlier);
  const next = asksContact || asksPeople ? undefined : toDo.next;
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
        <Header variant="h2" description={handOverPage.listText(role ? 5 : 4)}>
          {handOverPage.listTitle}
        </Header>
      }
    >
      <ol className="to-do">
        {role && (
          <OwnRole
            run={run}
            role={role}
            accountId={handOver.accountId}
            state={toDo.stateOf('role')}
            isNext={next === 'role'}
            onDone={() => toDo.finish('role')}
          />
        )}
        <ToDo {...factsItem(receiver, wants)} state={toDo.stateOf('facts')}>
          <WantedFacts wants={wants} isNext={next === 'facts'} onAllCopied={() => toDo.finish('facts')} />
        </ToDo>
        <ToDo
          title={items.summary.title(receiver)}
          text={items.summary.text}
          state={toDo.stateOf('summary')}
          actions={
            <>
              <SaveSummary
                run={run}
                text={summary}
                isNext={next === 'summary'}
                menu={menu}
                onPdf={() => setAsksContact(true)}
                onSaved={() => toDo.finish('summary')}
              />
              <CopyText
                label={handOverPage.copySummary}
                text={summary}
                variant="inline-link"
                onCopied={() => toDo.finish('summary')}
              />
            </>
          }
        >
          {asksContact && (
            <SummaryPdf run={run} onCancel={cancelPdf} onSaved={() => toDo.finish('summary')} />
          )}
        </ToDo>
        <OwnItems of={run} toDo={toDo} next={next} onAsking={setAsksPeople} onRecordSaved={onRecordSaved}>
          <CopyText label={handOverPage.copyRecord} text={ownRecordText(handOver)} variant="inline-link" />
        </OwnItems>
      </ol>
    </Container>
  );
}
