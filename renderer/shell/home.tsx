import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { FinishedView } from '../../main/shared/views/finished';
import type { UnfinishedView } from '../../main/shared/views/unfinished';
import { JobTile } from '../components/job-tile';
import { FinishedWork } from './finished-work';
import { UnfinishedWork } from './unfinished-work';
import { useHomeLists } from './use-home-lists';
import { Page } from '../base/page';
import { useScreenTitle } from '../base/use-screen';
import {
  checkRecordJob,
  createAndImportJob,
  finishImportJob,
  home,
  promises,
  rehearseRestoreJob,
  wrapOfflineJob,
} from '../words/shell/home';

export interface HomeProps {
  readonly onCreateAndImport: () => void;
  readonly onPractise: () => void;
  readonly onWrapOffline: () => void;
  readonly onFinishImport: () => void;
  readonly onRehearseRestore: () => void;
  readonly onCheckRecord: () => void;
  readonly onUnfinished: (work: UnfinishedView) => void;
  readonly onFinished: (work: FinishedView) => void;
}

export function Home(props: HomeProps) {
  useScreenTitle(home.title);
  const [lists, lookAgain] = useHomeLists();
  return (
    <Page title={home.title} description={home.lead}>
      {lists && <UnfinishedWork lists={lists} onOpen={props.onUnfinished} onRemoved={lookAgain} />}
      {lists && <FinishedWork works={lists.finished} onOpen={props.onFinished} onRemoved={lookAgain} />}
      <JobTile
        {...createAndImportJob}
        needsTitle={home.needs}
        isWide
        onOpen={props.onCreateAndImport}
        footer={
          <>
            <Button onClick={props.onPractise}>{createAndImportJob.practise}</Button>
            <span>{createAndImportJob.practiseText}</span>
          </>
        }
      />
      <div className="job-pair">
        <JobTile {...wrapOfflineJob} needsTitle={home.needs} isWide={false} onOpen={props.onWrapOffline} />
        <JobTile {...finishImportJob} needsTitle={home.needs} isWide={false} onOpen={props.onFinishImport} />
      </div>
      <div className="job-pair">
        <JobTile
          {...rehearseRestoreJob}
          needsTitle={home.needs}
          isWide={false}
          onOpen={props.onRehearseRestore}
        />
        <JobTile {...checkRecordJob} needsTitle={home.needs} isWide={false} onOpen={props.onCheckRecord} />
      </div>
      <Container header={<Header variant="h2">{promises.title}</Header>}>
        <div className="promises">
          {promises.items.map(({ label, text }) => (
            <div key={label}>
              <Box variant="h3" fontSize="heading-xs">
                {label}
              </Box>
              <Box variant="p" color="text-body-secondary">
                {text}
              </Box>
            </div>
          ))}
        </div>
      </Container>
    </Page>
  );
}
