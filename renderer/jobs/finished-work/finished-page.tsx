import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { ResultOf } from '../../../main/shared/contract';
import type { FinishedView, FinishedWorkView } from '../../../main/shared/views/finished';
import { api } from '../../base/api';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { ActedPage } from '../../run/acted-page';
import { HandOverPage } from '../../run/hand-over-page';
import { finishedName, finishedWork } from '../../words/run/finished-work';
import { chrome } from '../../words/shell/app';
import { AddedSince } from '../add-receiver/added-since';
import { AddedPage } from '../add-receiver/added-page';
import { SavedPage } from '../wrap-offline/saved-page';

export interface FinishedPageProps {
  readonly work: FinishedView;
  readonly onRehearse: () => void;
  readonly onLeave: () => void;
}

/** The last page of work that was finished before, to save what was not saved then. */
export function FinishedPage({ work, onRehearse, onLeave }: FinishedPageProps) {
  const [opened, setOpened] = useState<ResultOf<'openFinished'>>();
  useScreenTitle(finishedName(work), finishedWork.title);
  useHelp('finished');
  useEffect(() => {
    void api.openFinished({ work: work.work }).then(setOpened);
    return () => void api.leaveJob({});
  }, [work.work]);
  if (opened?.ok) {
    return <LastPage work={work.work} opened={opened.value} onRehearse={onRehearse} onLeave={onLeave} />;
  }
  return (
    <Page title={finishedWork.title}>
      {opened ? (
        <Failure error={opened.error} takesFocus />
      ) : (
        <StatusIndicator type="loading">{finishedWork.opening}</StatusIndicator>
      )}
      <Button onClick={onLeave}>{chrome.backToHome}</Button>
    </Page>
  );
}

interface LastPageProps extends Omit<FinishedPageProps, 'work'> {
  readonly work: string;
  readonly opened: FinishedWorkView;
}

function LastPage({ work, opened, onRehearse, onLeave }: LastPageProps) {
  switch (opened.kind) {
    case 'run':
      return (
        <HandOverPage
          run={work}
          handOver={opened.handOver}
          earlier={opened}
          addition={opened.addition && <AddedSince {...opened.addition} />}
          onLeave={onLeave}
        />
      );
    case 'act':
      return <ActedPage run={work} acted={opened.acted} earlier={opened} onLeave={onLeave} />;
    case 'addition':
      return <AddedPage work={work} added={opened.added} earlier={opened} onLeave={onLeave} />;
    case 'offline':
      return <SavedPage saved={opened.saved} earlier={opened} onRehearse={onRehearse} onLeave={onLeave} />;
  }
}
