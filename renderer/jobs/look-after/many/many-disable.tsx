import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { Page } from '../../../base/page';
import { disabledWords, manyPage } from '../../../words/look-after/many';
import { ManyEnded } from './many-ended';
import { ManyRunning } from './many-running';
import { ManyTable, whyNot } from './many-table';
import { actOnOne } from './one-after-another';
import { useMany } from './use-many';

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
  const { many, start, stop } = useMany();
  const { outcomes } = many;
  const disable = (row: KeyRow) => () =>
    actOnOne(signedIn.session, row, { do: 'disable-key' }, ({ state }) => onDone({ ...row, state }));
  switch (many.at) {
    case 'review':
      return (
        <Review
          rows={rows}
          onStart={(able) => start(able.map((row) => ({ id: row.arn, work: disable(row) })))}
          onBack={onBack}
        />
      );
    case 'running':
      return (
        <ManyRunning title={manyPage.running} many={many} onStop={stop}>
          <ManyTable rows={rows} outcomes={outcomes} onOpen={undefined} />
        </ManyRunning>
      );
    case 'ended':
      return (
        <ManyEnded
          words={disabledWords}
          many={many}
          all={rows.length}
          isPractice={signedIn.mode === 'practice'}
          onOpen={onOpen}
          onBack={onBack}
        >
          {(open) => <ManyTable rows={rows} outcomes={outcomes} onOpen={open} />}
        </ManyEnded>
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
