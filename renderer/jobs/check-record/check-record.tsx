import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { DropZone } from '../../components/drop-zone';
import { IntakeFailure } from '../../intake/intake-failure';
import { useFileDrops } from '../../base/use-file-drops';
import { Page } from '../../base/page';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { checkRecordPage } from '../../words/check-record/check-record';
import { shownOf } from '../../base/work';
import { HeadOnPaper } from './head-on-paper';
import { RecordSections } from './record-sections';
import { useCheck } from './use-check';

/** Checks a ceremony record: whether it is whole, and what it says. */
export function CheckRecord({ onLeave }: { readonly onLeave: () => void }) {
  useScreenTitle(checkRecordPage.title);
  useHelp('check-record');
  const [work, intents] = useCheck();
  const isDragging = useFileDrops(intents.drop);
  // A record that failed its check does not stand beside one that passed.
  const isRefused = work.at === 'failed' && work.error.code.startsWith('record.');
  const shown: typeof work = isRefused ? { at: 'failed', error: work.error } : work;
  const file = shownOf(shown);
  return (
    <Page title={checkRecordPage.title} description={checkRecordPage.lead}>
      <IntakeFailure work={shown} />
      <DropZone
        text={checkRecordPage.dropTitle}
        hint={checkRecordPage.dropText}
        releaseText={checkRecordPage.dropNow}
        isDragging={isDragging}
        isCompact={file !== undefined}
        busyText={work.at === 'working' ? checkRecordPage.checking : ''}
        errorText=""
      >
        <Button iconName="file" onClick={intents.choose}>
          {file === undefined ? checkRecordPage.choose : checkRecordPage.another}
        </Button>
      </DropZone>
      <div role="status">
        {file && (
          <SpaceBetween size="l">
            <Alert type="success" header={checkRecordPage.whole}>
              {checkRecordPage.wholeText}
            </Alert>
            {file.record.ceremony.mode === 'practice' && (
              <Alert type="warning" header={checkRecordPage.practiceTitle}>
                {checkRecordPage.practiceText}
              </Alert>
            )}
          </SpaceBetween>
        )}
      </div>
      {file && <HeadOnPaper key={file.record.head} head={file.record.head} />}
      {file && <RecordSections file={file} />}
      <Button onClick={onLeave}>{chrome.backToHome}</Button>
    </Page>
  );
}
