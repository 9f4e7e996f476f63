import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { Page } from '../../../base/page';
import { Announcement } from '../../../components/announcement';
import { useLeaveFinished } from '../../../run/use-leave-finished';
import { manyPage } from '../../../words/look-after/many';
import { ManyTable, whyNot } from './many-table';
import { SaveRecords } from './save-records';
import { useMany, type Many } from './use-many';

export interface ManyDisableProps {
  readonly rows: readonly KeyRow[];
  readonly signedIn: SignedInView;
  /** One of them is in another state now. */
  readonly onDone: (row: KeyRow) => void;
  readonly onOpen: (row: KeyRow) => void;
  readonly onBack: () => void;
}

/** Several keys disabled one after another: what will happen, how far it is, and what became of each. */
export function ManyDisable({ rows, signedIn, onDone, onOpen, onBack }: ManyDisableProps) {
  const { many, start, stop } = useMany(signedIn.session, onDone);
  switch (many.at) {
    case 'review':
      return <Review rows={rows} onStart={(able) => start(able, { do: 'disable-key' })} onBack={onBack} />;
    case 'running':
      return <Running rows={rows} many={many} onStop={stop} />;
    case 'ended':
      return (
        <Ended
          rows={rows}
          many={many}
          isPractice={signedIn.mode === 'practice'}
          onOpen={onOpen}
          onBack={onBack}
        />
      );
  }
}

interface ReviewProps extends Pick<ManyDisableProps, 'rows' | 'onBack'> {
  readonly onStart: (rows: readonly KeyRow[]) => void;
}

function Review({ rows, onStart, onBack }: ReviewProps) {
  const able = rows.filter((row) => whyNot(row) === undefined);
  return (
    <Page title={manyPage.title(rows.length)} description={manyPage.lead}>
      <ManyTable rows={rows} outcomes={new Map()} onOpen={undefined} />
      <Container header={<Header variant="h2">{manyPage.reviewTitle}</Header>}>
        {able.length === 0 ? (
          <Box>{manyPage.nothing}</Box>
        ) : (
          <>
            <Box>{manyPage.review(able.length, rows.length)}</Box>
            <Box variant="p">{manyPage.each}</Box>
          </>
        )}
      </Container>
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" onClick={onBack}>
          {manyPage.back}
        </Button>
        <Button variant="primary" disabled={able.length === 0} onClick={() => onStart(able)}>
          {manyPage.start(able.length)}
        </Button>
      </SpaceBetween>
    </Page>
  );
}

interface RunningProps extends Pick<ManyDisableProps, 'rows'> {
  readonly many: Many;
  readonly onStop: () => void;
}

function Running({ rows, many: { outcomes, isStopping }, onStop }: RunningProps) {
  const [over, all] = [countOf(outcomes, 'done') + countOf(outcomes, 'failed'), outcomes.size];
  const progress = manyPage.progress(over, all);
  return (
    <Page title={manyPage.running} description={manyPage.runningText}>
      <Announcement text={progress} />
      <ProgressBar value={(100 * over) / all} label={manyPage.running} additionalInfo={progress} />
      <ManyTable rows={rows} outcomes={outcomes} onOpen={undefined} />
      <div>
        <Button disabled={isStopping} onClick={onStop}>
          {isStopping ? manyPage.stopping : manyPage.stop}
        </Button>
      </div>
    </Page>
  );
}

interface EndedProps extends Pick<ManyDisableProps, 'rows' | 'onOpen' | 'onBack'> {
  readonly many: Many;
  readonly isPractice: boolean;
}

function Ended({ rows, many: { outcomes }, isPractice, onOpen, onBack }: EndedProps) {
  const runs = [...outcomes.values()].flatMap((outcome) => (outcome.at === 'done' ? [outcome.run] : []));
  const leaving = useLeaveFinished(isPractice || runs.length === 0);
  const isWhole = runs.length === rows.length;
  return (
    <Page title={manyPage.ended(runs.length, rows.length)}>
      <Alert type={isWhole ? 'success' : 'warning'}>
        {isWhole ? manyPage.endedAll : manyPage.endedSome} {isPractice && manyPage.practice}
      </Alert>
      <ManyTable rows={rows} outcomes={outcomes} onOpen={(row) => leaving.leave(() => onOpen(row))} />
      {runs.length > 0 && <SaveRecords of={runs} onSaved={leaving.recordSaved} />}
      <div>
        <Button onClick={() => leaving.leave(onBack)}>{manyPage.back}</Button>
      </div>
      {leaving.question}
    </Page>
  );
}

const countOf = (outcomes: Many['outcomes'], at: 'done' | 'failed'): number =>
  [...outcomes.values()].filter((outcome) => outcome.at === at).length;
