import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { ReleaseNewsView } from '../../main/shared/views/release';
import { api } from '../base/api';
import { Failure } from '../base/failure';
import { useFileDrops } from '../base/use-file-drops';
import { answered, idle, shownOf, startWork, type Brought, type Work } from '../base/work';
import { DropZone } from '../components/drop-zone';
import { releaseWords } from '../words/shell/release';
import { ReleaseNews } from './release-news';

/** Takes a release file, and says whether there is a newer version. */
export function ReleaseCheck() {
  const [work, setWork] = useState<Work<ReleaseNewsView>>(idle);
  const lastRequest = useRef(0);
  const take = async (files: Brought): Promise<void> => {
    const requestId = ++lastRequest.current;
    setWork((before) => startWork(before, requestId));
    const result = await api.readReleaseFile({ files });
    setWork((current) => answered(current, { requestId, result }));
  };
  const isDragging = useFileDrops((files) => void take(files), 'over-all');
  // What a good file said does not stand beside one that was refused.
  const news = work.at === 'failed' ? undefined : shownOf(work);
  return (
    <SpaceBetween size="s">
      <Box color="text-body-secondary">{releaseWords.lead}</Box>
      {work.at === 'failed' && <Failure error={work.error} takesFocus />}
      <div role="status">{news && <ReleaseNews news={news} />}</div>
      <DropZone
        text={releaseWords.drop}
        releaseText={releaseWords.dropNow}
        isDragging={isDragging}
        isCompact
        busyText={work.at === 'working' ? releaseWords.checking : ''}
        errorText=""
      >
        <Button iconName="file" onClick={() => void take('ask')}>
          {releaseWords.choose}
        </Button>
      </DropZone>
    </SpaceBetween>
  );
}
