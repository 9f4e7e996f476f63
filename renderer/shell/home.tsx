import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useState } from 'react';
import type { FinishedView } from '../../main/shared/views/finished';
import type { UnfinishedView } from '../../main/shared/views/unfinished';
import { JobTile } from '../components/job-tile';
import { FinishedWork } from './finished-work';
import { jobOfFiles, type JobWithFiles } from './job-of-files';
import { Notice } from './notice';
import { RefusedSettings } from './refused-settings';
import { UnfinishedWork } from './unfinished-work';
import { useHomeLists } from './use-home-lists';
import { useAppView } from '../base/app-view';
import { SetByOrganisation, useOrganisation } from '../base/set-by-organisation';
import { Page } from '../base/page';
import { leaveFilesForNext, useFileDrops } from '../base/use-file-drops';
import { useHelp } from '../base/help';
import { useScreenTitle } from '../base/use-screen';
import {
  checkRecordJob,
  createAndImportJob,
  finishImportJob,
  home,
  lookAfterJob,
  promises,
  rehearseRestoreJob,
  wrapOfflineJob,
} from '../words/shell/home';
import { organisation } from '../words/shell/organisation';

export interface HomeProps {
  readonly onOpen: (job: JobWithFiles | 'practise' | 'look-after') => void;
  readonly onUnfinished: (work: UnfinishedView) => void;
  readonly onFinished: (work: FinishedView) => void;
}

const otherJobs = [
  ['wrap-offline', wrapOfflineJob],
  ['finish-import', finishImportJob],
  ['rehearse-restore', rehearseRestoreJob],
  ['check-record', checkRecordJob],
] as const;

/** What needs attention first, then every job. */
export function Home({ onOpen, onUnfinished, onFinished }: HomeProps) {
  useScreenTitle(home.title);
  useHelp('home');
  const [lists, lookAgain] = useHomeLists();
  const [unknown, setUnknown] = useState<string>();
  const settings = useAppView()?.organisation;
  const { practiceOnly } = useOrganisation();
  const isRefused = settings?.state === 'refused';
  const isDragging = useFileDrops((files) => {
    if (isRefused) return;
    const job = jobOfFiles(files.map(({ name }) => name));
    setUnknown(job === undefined ? files[0]?.name : undefined);
    if (job === undefined) return;
    leaveFilesForNext(files);
    onOpen(job);
  });
  if (isRefused) {
    return (
      <Page title={organisation.refusedTitle} description={organisation.refusedLead}>
        <RefusedSettings settings={settings} />
      </Page>
    );
  }
  return (
    <Page title={home.title} description={isDragging ? home.release : `${home.lead} ${home.drop}`}>
      {isDragging && <div className="drop-frame" aria-hidden="true" />}
      <Notice
        title={home.unknownFile.title}
        text={home.unknownFile.text(unknown ?? '')}
        type="warning"
        isShown={unknown !== undefined}
        onDismiss={() => setUnknown(undefined)}
      />
      {lists && <UnfinishedWork lists={lists} onOpen={onUnfinished} onRemoved={lookAgain} />}
      {lists && <FinishedWork works={lists.finished} onOpen={onFinished} onRemoved={lookAgain} />}
      {practiceOnly && <SetByOrganisation text={organisation.practiceOnly} />}
      <JobTile
        {...createAndImportJob}
        needsTitle={home.needs}
        onOpen={() => onOpen(practiceOnly ? 'practise' : 'create-and-import')}
        footer={
          <>
            <Button onClick={() => onOpen('practise')}>{createAndImportJob.practise}</Button>
            <span>{createAndImportJob.practiseText}</span>
          </>
        }
      />
      <JobTile {...lookAfterJob} needsTitle={home.needs} onOpen={() => onOpen('look-after')} />
      <div className="job-pair">
        {otherJobs.map(([job, words]) => (
          <JobTile key={job} {...words} needsTitle={home.needs} onOpen={() => onOpen(job)} />
        ))}
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
