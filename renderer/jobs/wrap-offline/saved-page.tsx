import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { travellingNames } from '../../../main/shared/file-names';
import type { SavedView } from '../../../main/shared/views/saved';
import { api } from '../../base/api';
import { FinishedBefore, type EarlierWork } from '../../run/finished-before';
import { useLeaveFinished } from '../../run/use-leave-finished';
import { Page } from '../../base/page';
import { chrome } from '../../words/shell/app';
import { noCopy } from '../../words/custody/copies';
import {
  consoleSteps,
  refusedRequestsLine,
  savedPage,
  whereaboutsLine,
} from '../../words/wrap-offline/saved';
import { summaryText } from '../../words/wrap-offline/summary';
import { SavedCopy } from './saved-copy';
import { SavedFiles } from './saved-files';
import { SavedList } from './saved-list';
import { TransferCode } from './transfer-code';

export interface SavedPageProps {
  readonly saved: SavedView;
  /** Absent where the work was finished before, and is opened once more. */
  readonly onStartOver?: () => void;
  readonly earlier?: EarlierWork;
  readonly onRehearse: () => void;
  readonly onLeave: () => void;
}

export function SavedPage({ saved, earlier, onStartOver, onRehearse, onLeave }: SavedPageProps) {
  const isPractice = saved.parameters.practice === true;
  const leaving = useLeaveFinished(isPractice || earlier !== undefined);
  const { returnPackage } = travellingNames(isPractice);
  return (
    <Page title={savedPage.title} actions={earlier ? undefined : <ShowFiles saved={saved.handle} />}>
      {earlier ? (
        <FinishedBefore work={earlier} />
      ) : (
        <Alert type="success" header={savedPage.doneTitle}>
          {savedPage.done(saved.folderName)} {whereaboutsLine(saved)}{' '}
          {refusedRequestsLine(saved.refusedRequests)}
        </Alert>
      )}
      {saved.custody.kept === 'none' && (
        <Alert type="warning" header={noCopy.title}>
          {noCopy.text}
        </Alert>
      )}
      {saved.plaintextExported && (
        <Alert type="warning" header={savedPage.plainTitle}>
          {savedPage.plain}
        </Alert>
      )}
      <Container header={<Header variant="h2">{savedPage.carryTitle}</Header>}>
        <ol className="console-steps">
          {savedPage.carry(returnPackage).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Container>
      {saved.transferCode === undefined ? (
        <Alert type="info" header={savedPage.noCode.title}>
          {savedPage.noCode.text}
        </Alert>
      ) : (
        <TransferCode code={saved.transferCode} />
      )}
      <SavedList saved={saved} earlier={earlier} onRecordSaved={leaving.recordSaved} />
      <Container header={<Header variant="h2">{savedPage.files}</Header>}>
        <SavedFiles files={saved.files} />
      </Container>
      {saved.custody.kept !== 'none' && (
        <SavedCopy custody={saved.custody} checkValue={saved.checkValue} onRehearse={onRehearse} />
      )}
      <ExpandableSection variant="container" headerText={savedPage.summary}>
        <pre className="text-block">{summaryText(saved)}</pre>
      </ExpandableSection>
      {!isPractice && !saved.parameters.forRotation && (
        <Container
          header={
            <Header variant="h2" description={savedPage.consoleText}>
              {savedPage.console}
            </Header>
          }
        >
          <ol className="console-steps">
            {consoleSteps(saved).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Container>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        {onStartOver && <Button onClick={() => leaving.leave(onStartOver)}>{savedPage.startOver}</Button>}
        <Button onClick={() => leaving.leave(onLeave)}>{chrome.backToHome}</Button>
      </SpaceBetween>
      {leaving.question}
    </Page>
  );
}

function ShowFiles({ saved }: { readonly saved: string }) {
  const [failed, setFailed] = useState(false);
  const show = async (): Promise<void> => setFailed(!(await api.showSavedFiles({ saved })).ok);
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <div role="status">
        {failed && <StatusIndicator type="error">{savedPage.notShown}</StatusIndicator>}
      </div>
      <Button iconName="folder-open" onClick={() => void show()}>
        {savedPage.showFiles}
      </Button>
    </SpaceBetween>
  );
}
