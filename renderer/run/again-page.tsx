import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import { useState } from 'react';
import type { AgainView, HandOverView } from '../../main/shared/views/aws';
import { CopyText } from '../base/copy-text';
import { Facts } from '../base/facts';
import { Page } from '../base/page';
import { keyPage } from '../words/look-after/one-key';
import { againEnd, againPage, againRows } from '../words/run/again';
import { handOverPage } from '../words/run/hand-over';
import { ownRecordText } from '../words/run/hand-over-record';
import { knownRows } from '../words/shell/rows';
import { FinishedBefore, type EarlierWork } from './finished-before';
import { HandOverRecord } from './hand-over-record';
import { LeaveFinished } from './leave-finished';
import { OwnItems } from './own-items';
import { useLeaveFinished } from './use-leave-finished';
import { useToDo } from './use-to-do';

export interface AgainPageProps {
  readonly run: string;
  readonly handOver: HandOverView;
  readonly again: AgainView;
  /** Set where the work was finished before, and is opened once more. */
  readonly earlier: EarlierWork | undefined;
  /** To the next material that is missing. */
  readonly onNext: (() => void) | undefined;
  /** To the list of keys that the work began in. */
  readonly onKeys: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** How importing material once more ended, and what is to be kept of it. */
export function AgainPage({ run, handOver, again, earlier, onNext, onKeys, onLeave }: AgainPageProps) {
  const isPractice = handOver.mode === 'practice';
  const leaving = useLeaveFinished(isPractice || earlier !== undefined);
  const [asksPeople, setAsksPeople] = useState(false);
  const toDo = useToDo<'card' | 'record'>(['card', 'record'], earlier);
  const isStopped = (again.materials?.missing.length ?? 0) > 0;
  const next = asksPeople || (isStopped && onNext) ? undefined : toDo.next;
  return (
    <Page title={againPage.title[again.aim]}>
      {earlier ? (
        <FinishedBefore work={earlier} />
      ) : (
        <End handOver={handOver} again={again} onNext={onNext && (() => leaving.leave(onNext))} />
      )}
      <Container
        header={
          <Header variant="h2" description={againPage.listText}>
            {againPage.listTitle}
          </Header>
        }
      >
        <ol className="to-do">
          <OwnItems
            of={run}
            toDo={toDo}
            next={next}
            onAsking={setAsksPeople}
            onRecordSaved={leaving.recordSaved}
          >
            <CopyText label={handOverPage.copyRecord} text={ownRecordText(handOver)} variant="inline-link" />
          </OwnItems>
        </ol>
      </Container>
      <Container header={<Header variant="h2">{handOverPage.keyTitle}</Header>}>
        <Facts rows={knownRows(againRows(handOver, again))} copyFiles={[]} />
      </Container>
      <ExpandableSection variant="container" headerText={handOverPage.recordTitle}>
        <HandOverRecord handOver={handOver} />
      </ExpandableSection>
      <LeaveFinished leaving={leaving} back={keyPage.back} onBack={onKeys} onLeave={onLeave} />
    </Page>
  );
}

function End({ handOver, again, onNext }: Pick<AgainPageProps, 'handOver' | 'again' | 'onNext'>) {
  const { type, title, text } = againEnd(handOver, again);
  return (
    <>
      <Alert type={type} header={title}>
        {text} {handOver.mode === 'practice' && againPage.practiceText}
      </Alert>
      {type === 'warning' && onNext && (
        <Button variant="primary" onClick={onNext}>
          {againPage.next}
        </Button>
      )}
    </>
  );
}
