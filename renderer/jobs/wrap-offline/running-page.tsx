import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Announcement } from '../../components/announcement';
import { Checklist } from '../../components/checklist';
import { useHeadingFocus } from '../../base/use-screen';
import { progressText, runPage } from '../../words/wrap-offline/run';
import { checklist } from './selectors';
import type { RunningStep } from './state';

/** Nothing to click: the run takes seconds and ends by itself. */
export function RunningPage({ state }: { readonly state: RunningStep }) {
  const screen = useHeadingFocus<HTMLDivElement>();
  const rows = checklist(state.progress);
  const current = rows.find((row) => row.state === 'running');
  return (
    <div ref={screen} className="page">
      <SpaceBetween size="l">
        <Header variant="h1" description={runPage.lead}>
          {runPage.title}
        </Header>
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
      </SpaceBetween>
    </div>
  );
}
