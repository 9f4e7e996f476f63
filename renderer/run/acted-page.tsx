import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import type { ActedView } from '../../main/shared/views/acts';
import { Facts } from '../base/facts';
import { Page } from '../base/page';
import { actedText, actedTitle, actPage, changeFact } from '../words/look-after/acts';
import { replicaDone } from '../words/look-after/acts-replica';
import { afterActWords } from '../words/look-after/acts-stop';
import { handOverLabels } from '../words/run/hand-over';
import { bothInstants } from '../words/shell/instants';
import type { Row } from '../words/shell/rows';
import { FinishedBefore, type EarlierWork } from './finished-before';
import { isStillOpen, RevokedPart } from './revoked-part';
import { LeaveFinished } from './leave-finished';
import { OwnItems } from './own-items';
import { useLeaveFinished } from './use-leave-finished';
import { useToDo } from './use-to-do';

/** What is offered after an act. */
export type AfterAct = keyof typeof afterActWords;

function nextAfter({ act, state }: ActedView): AfterAct | undefined {
  if (act.do === 'schedule-deletion') return 'cancel-deletion';
  const isStopped = act.do === 'delete-material' || act.do === 'cancel-deletion';
  if (isStopped && state === 'PendingImport') return 'import-again';
  return act.do === 'cancel-deletion' && state === 'Disabled' ? 'enable-key' : undefined;
}

export interface ActedPageProps {
  readonly run: string;
  readonly acted: ActedView;
  /** Set where the work was finished before, and is opened once more. */
  readonly earlier?: EarlierWork | undefined;
  /** What there is to do next, beside the record. */
  readonly children?: ReactNode;
  /** To what comes after it; absent where the key was not opened from a list. */
  readonly onNext?: ((next: AfterAct) => void) | undefined;
  /** To the replica that was made, to import its material. */
  readonly onToReplica?: ((arn: string) => void) | undefined;
  /** To the key, read anew; absent where it was not opened from a list. */
  readonly onToKey?: (() => void) | undefined;
  readonly onLeave: () => void;
}

/** How an act on a key ended, and the record of it. */
export function ActedPage({
  run,
  acted,
  earlier,
  children,
  onNext,
  onToReplica,
  onToKey,
  onLeave,
}: ActedPageProps) {
  const { mode, keyArn, state, checkedAt, changes } = acted;
  const toDo = useToDo<'card' | 'record'>(['record'], earlier);
  const [asksPeople, setAsksPeople] = useState(false);
  const leaving = useLeaveFinished(mode === 'practice' || earlier !== undefined);
  const next = onNext && nextAfter(acted);
  return (
    <Page title={actedTitle(acted)}>
      {earlier ? (
        <FinishedBefore work={earlier} />
      ) : (
        <Alert type={isStillOpen(acted) ? 'info' : 'success'}>
          {changes.length === 0 && actPage.nothingChanged} {actedText(acted)}{' '}
          {mode === 'practice' && actPage.practice}
        </Alert>
      )}
      {acted.revoked && <RevokedPart revoked={acted.revoked} />}
      {children}
      {next && <Button onClick={() => leaving.leave(() => onNext(next))}>{afterActWords[next]}</Button>}
      {acted.replica && (
        <Container header={<Header variant="h2">{replicaDone.next}</Header>}>
          <SpaceBetween size="s">
            <Box>{replicaDone.nextText(acted.replica.region)}</Box>
            <span className="breakable quiet">{acted.replica.arn}</span>
            {onToReplica && (
              <Button
                variant={asksPeople ? 'normal' : 'primary'}
                onClick={() => leaving.leave(() => toReplica(acted, onToReplica))}
              >
                {replicaDone.nextButton}
              </Button>
            )}
          </SpaceBetween>
        </Container>
      )}
      <Container header={<Header variant="h2">{actPage.changedTitle}</Header>}>
        <SpaceBetween size="m">
          {changes.length === 0 && <Box>{actPage.nothingChanged}</Box>}
          <Facts
            rows={[
              ...changes.map(changeFact).map(({ label, value }): Row => [label, value]),
              [handOverLabels.arn, keyArn],
              [actPage.stateNow, `${state}, ${bothInstants(new Date(checkedAt))}`],
            ]}
            copyFiles={[]}
          />
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description={actPage.listText}>
            {actPage.listTitle}
          </Header>
        }
      >
        <ol className="to-do">
          <OwnItems
            of={run}
            hasCard={false}
            toDo={toDo}
            next={asksPeople || (acted.replica && onToReplica) ? undefined : toDo.next}
            onAsking={setAsksPeople}
            onRecordSaved={leaving.recordSaved}
          />
        </ol>
      </Container>
      <LeaveFinished leaving={leaving} back={actPage.toKey} onBack={onToKey} onLeave={onLeave} />
    </Page>
  );
}

function toReplica({ replica }: ActedView, open: (arn: string) => void): void {
  if (replica) open(replica.arn);
}
