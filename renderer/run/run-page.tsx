import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState, type ReactNode } from 'react';
import type { AppError } from '../../main/shared/errors';
import { Announcement } from '../components/announcement';
import { Failure } from '../base/failure';
import { Page } from '../base/page';
import { useFocusOnAsking } from '../base/use-screen';
import { chrome } from '../words/shell/app';
import { ceremonyRunPage, retryText, runAnnouncement } from '../words/run/run';
import { errorWords } from '../words/errors';
import { RowList } from './row-list';
import type { PausedRun, RunState } from './state';
import { FactValue } from '../base/fact-value';

export interface RunPageProps {
  readonly state: Extract<RunState, { at: 'running' | 'paused' }>;
  readonly runningTitle: string;
  /** Pauses the run after the step that it is at. */
  readonly onStop: () => void;
  /** The one next action after a failure. */
  readonly resume: ReactNode;
  /** What there is to do instead of it. */
  readonly instead?: ReactNode;
  readonly onLeave: () => void;
}

/** The run as it goes; after a failure, what is done, what went wrong, and the one next action. */
export function RunPage({ state, runningTitle, onStop, resume, instead, onLeave }: RunPageProps) {
  const isRunning = state.at === 'running';
  const isWaiting = isRunning && state.rows.some(({ leftMs }) => leftMs !== undefined);
  const lead = isWaiting ? ceremonyRunPage.waitLead : ceremonyRunPage.lead;
  return (
    <>
      <Announcement text={runAnnouncement(state.rows)} />
      <Page
        title={isRunning ? runningTitle : ceremonyRunPage.paused}
        description={isRunning ? lead : ceremonyRunPage.pausedLead}
      >
        {state.at === 'paused' && (
          <Stopped key={state.failures} run={state} resume={resume} onLeave={onLeave} />
        )}
        {instead}
        <Container>
          {state.rows.length === 0 ? (
            <StatusIndicator type="loading">{ceremonyRunPage.starting}</StatusIndicator>
          ) : (
            <RowList rows={state.rows.filter((row) => row.state !== 'skipped')} />
          )}
        </Container>
        {state.at === 'running' && (
          <Stop isStopping={state.isStopping} isWaiting={isWaiting} onStop={onStop} />
        )}
      </Page>
    </>
  );
}

interface StopProps {
  readonly isStopping: boolean;
  /** Nothing is sent at the moment. */
  readonly isWaiting: boolean;
  readonly onStop: () => void;
}

function Stop({ isStopping, isWaiting, onStop }: StopProps) {
  return (
    <SpaceBetween size="xxs">
      <Button loading={isStopping} loadingText={ceremonyRunPage.stopping} onClick={onStop}>
        {isStopping
          ? ceremonyRunPage.stopping
          : isWaiting
            ? ceremonyRunPage.stopWaiting
            : ceremonyRunPage.stop}
      </Button>
      <Box color="text-body-secondary" fontSize="body-s">
        {isWaiting ? ceremonyRunPage.waitText : ceremonyRunPage.stopText}
      </Box>
    </SpaceBetween>
  );
}

interface StoppedProps {
  readonly run: PausedRun;
  readonly resume: ReactNode;
  readonly onLeave: () => void;
}

function Stopped({ run, resume, onLeave }: StoppedProps) {
  return (
    <SpaceBetween size="m">
      {run.error.code === 'run.cancelled' ? (
        <AsAsked error={run.error} />
      ) : (
        <Failure error={run.error} takesFocus verdict={retryText(run.error.retry)} />
      )}
      {run.keyArn !== undefined && (
        <Alert type="info" header={ceremonyRunPage.keyExists}>
          {ceremonyRunPage.keyArn}: <FactValue label={ceremonyRunPage.keyArn} value={run.keyArn} />
        </Alert>
      )}
      {resume}
      {run.next !== 'stop' && (
        <Button variant="normal" onClick={onLeave}>
          {chrome.backToHome}
        </Button>
      )}
    </SpaceBetween>
  );
}

/** A stop that the person asked for is not a failure. */
function AsAsked({ error }: { readonly error: AppError }) {
  const [at] = useState(() => new Date());
  const alert = useRef<AlertProps.Ref>(null);
  useFocusOnAsking(1, alert);
  const { title, meaning, next } = errorWords(error, at);
  return (
    <Alert ref={alert} type="info" header={title}>
      {meaning} {next}
    </Alert>
  );
}
