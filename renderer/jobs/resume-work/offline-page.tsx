import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useState } from 'react';
import type { AppError } from '../../../main/shared/errors';
import type { ResumedOfflineView, UnfinishedOfflineView } from '../../../main/shared/views/unfinished';
import { api } from '../../base/api';
import { Failure } from '../../base/failure';
import { TimeLeft } from '../../base/time-left';
import { Page } from '../../base/page';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { parametersLabels } from '../../words/wrap-offline/parameters';
import { unfinishedName, unfinishedPage, type Discarded } from '../../words/resume-work/unfinished';
import { canResumeOffline } from '../../../main/shared/unfinished';
import { offlineLead, offlineLine, offlineRows } from '../../words/resume-work/unfinished-offline';
import { DiscardedPage } from './discarded-page';
import { OlderNote, UnconfirmedNote } from './note-alerts';
import { WaysOn } from './ways-on';
import { FactValue } from '../../base/fact-value';

export interface OfflinePageProps {
  readonly work: UnfinishedOfflineView;
  readonly onResumed: (resumed: ResumedOfflineView) => void;
  readonly onLeave: () => void;
}

/** The offline job that stopped on the way. It needs no sign-in, and nothing of it is in AWS. */
export function OfflinePage({ work, onResumed, onLeave }: OfflinePageProps) {
  useScreenTitle(unfinishedPage.title);
  useHelp('unfinished');
  const [openedAt] = useState(() => new Date());
  const [failure, setFailure] = useState<AppError>();
  const [discarded, setDiscarded] = useState<Discarded>();
  const canResume = canResumeOffline(work, openedAt);
  const resume = async (): Promise<void> => {
    const resumed = await api.resumeOffline({ run: work.run });
    if (resumed.ok) onResumed(resumed.value);
    else setFailure(resumed.error);
  };
  if (discarded) {
    return <DiscardedPage name={unfinishedName(work)} discarded={discarded} onLeave={onLeave} />;
  }
  return (
    <Page title={unfinishedPage.title} description={offlineLead(work, openedAt)}>
      {failure && <Failure error={failure} takesFocus />}
      <OlderNote work={work} />
      {canResume && <UnconfirmedNote work={work} />}
      <Alert type={canResume || work.state === 'saved' ? 'info' : 'warning'}>
        {offlineLine(work, openedAt)}
      </Alert>
      <Container header={<Header variant="h2">{unfinishedName(work)}</Header>}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: parametersLabels.validity, value: <TimeLeft validTo={work.parametersValidTo} /> },
            ...offlineRows(work).map(([label, value]) => ({
              label,
              value: <FactValue label={label} value={value} />,
            })),
          ]}
        />
      </Container>
      <WaysOn
        work={work}
        session={undefined}
        onResume={canResume ? () => void resume() : undefined}
        onDiscarded={setDiscarded}
        onLeave={onLeave}
      />
    </Page>
  );
}
