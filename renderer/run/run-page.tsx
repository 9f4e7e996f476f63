import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { Announcement } from '../components/announcement';
import { Failure } from '../failure';
import { useHeadingFocus } from '../use-screen';
import { ceremonyRunPage, retryText, runAnnouncement } from '../words/ceremony-run';
import { RowList } from './row-list';
import type { PausedRun, RunState } from './state';

export interface RunPageProps {
  readonly state: Extract<RunState, { at: 'running' | 'paused' }>;
  readonly runningTitle: string;
  /** The one next action after a failure. */
  readonly resume: ReactNode;
}

/** The run as it goes; after a failure, what is done, what went wrong, and the one next action. */
export function RunPage({ state, runningTitle, resume }: RunPageProps) {
  const isRunning = state.at === 'running';
  const screen = useHeadingFocus<HTMLDivElement>();
  return (
    <div ref={screen} className="page">
      <Announcement text={runAnnouncement(state.rows)} />
      <SpaceBetween size="l">
        <Header variant="h1" description={isRunning ? ceremonyRunPage.lead : ceremonyRunPage.pausedLead}>
          {isRunning ? runningTitle : ceremonyRunPage.paused}
        </Header>
        {state.at === 'paused' && <Stopped key={state.failures} run={state} resume={resume} />}
        <Container>
          {state.rows.length === 0 ? (
            <StatusIndicator type="loading">{ceremonyRunPage.starting}</StatusIndicator>
          ) : (
            <RowList rows={state.rows.filter((row) => row.state !== 'skipped')} />
          )}
        </Container>
      </SpaceBetween>
    </div>
  );
}

interface StoppedProps {
  readonly run: PausedRun;
  readonly resume: ReactNode;
}

function Stopped({ run, resume }: StoppedProps) {
  return (
    <SpaceBetween size="m">
      <Failure error={run.error} takesFocus verdict={retryText(run.error.retry)} />
      {run.keyArn !== undefined && (
        <Alert type="info" header={ceremonyRunPage.keyExists}>
          {ceremonyRunPage.keyArn}: <span className="breakable">{run.keyArn}</span>
        </Alert>
      )}
      {resume}
    </SpaceBetween>
  );
}
