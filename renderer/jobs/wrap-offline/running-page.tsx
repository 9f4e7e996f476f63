import Container from '@cloudscape-design/components/container';
import { Announcement } from '../../components/announcement';
import { Checklist } from '../../components/checklist';
import { Page } from '../../base/page';
import { progressText, runPage } from '../../words/wrap-offline/run';
import { checklist } from './selectors';
import type { RunningStep } from './state';

/** Nothing to click: the run takes seconds and ends by itself. */
export function RunningPage({ state }: { readonly state: RunningStep }) {
  const rows = checklist(state.progress);
  const current = rows.find((row) => row.state === 'running');
  return (
    <Page title={runPage.title} description={runPage.lead}>
      <Announcement text={current ? progressText(current.stage, current.state) : ''} />
      <Container>
        <Checklist
          label={runPage.list}
          items={rows.map(({ stage, state: rowState }) => ({
            key: stage,
            text: progressText(stage, rowState),
            state: rowState,
          }))}
        />
      </Container>
    </Page>
  );
}
