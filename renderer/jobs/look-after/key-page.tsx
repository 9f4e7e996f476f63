import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { KeyView } from '../../../main/shared/views/keys';
import { CopyText } from '../../base/copy-text';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import { useNow } from '../../base/use-now';
import { shownOf, type Work } from '../../base/work';
import { gapWords } from '../../words/look-after/list';
import { keyPage, keyTitle } from '../../words/look-after/one-key';
import { bothInstants } from '../../words/shell/instants';
import { ActsPanel, type PanelAction } from './acts/acts-panel';
import { CopyOfMaterial } from './copy-of-material/copy-of-material';
import { FactsPanel } from './facts-panel';
import { HistoryPanel } from './history-panel';
import { MaterialsPanel } from './materials-panel';
import { Remind } from './remind/remind';
import { StatePanel } from './state-panel';
import type { NextAction } from './standing';
import { UsersPanel } from './users-panel';

export interface KeyPageProps {
  /** `alias/orders` as the list knows it, until the key is read. */
  readonly title: string;
  readonly opened: Work<KeyView>;
  /** Who is signed in, as a key policy names it. */
  readonly principalArn: string;
  /** AWS's time minus this computer's. */
  readonly offsetMs: number;
  readonly onAct: (action: NextAction, view: KeyView) => void;
  /** To the page of an act on the key. */
  readonly onChange: (act: PanelAction, view: KeyView) => void;
  readonly onReadAgain: () => void;
  readonly onSignInAgain: () => void;
  readonly onBack: () => void;
}

const minuteMs = 60_000;

/** All that AWS says of one key. */
export function KeyPage(props: KeyPageProps) {
  const { opened } = props;
  const view = shownOf(opened);
  const now = new Date(useNow(() => minuteMs).getTime() + props.offsetMs);
  return (
    <Page
      title={view ? keyTitle(view.row) : props.title}
      description={view && keyPage.asOf(bothInstants(new Date(view.asOf)))}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {view && <CopyText label={keyPage.copyArn} text={view.row.arn} variant="normal" />}
          <Button iconName="refresh" loading={opened.at === 'working'} onClick={props.onReadAgain}>
            {keyPage.readAgain}
          </Button>
        </SpaceBetween>
      }
    >
      {opened.at === 'failed' && <Failure error={opened.error} takesFocus />}
      {opened.at === 'failed' && opened.error.code.startsWith('credentials.') && (
        <Button onClick={props.onSignInAgain}>{gapWords.paused.signIn}</Button>
      )}
      <div role="status">
        {opened.at === 'working' && <StatusIndicator type="loading">{keyPage.reading}</StatusIndicator>}
      </div>
      {view && (
        <SpaceBetween size="l">
          <StatePanel view={view} now={now} onAct={(action) => props.onAct(action, view)} />
          <ActsPanel row={view.row} onAct={(act) => props.onChange(act, view)} />
          <MaterialsPanel view={view} now={now} />
          <CopyOfMaterial view={view} />
          <UsersPanel view={view} principalArn={props.principalArn} />
          <HistoryPanel view={view} />
          <Remind of={{ key: view.key }} expiring={view.row.validTo === undefined ? 0 : 1} />
          <FactsPanel view={view} />
        </SpaceBetween>
      )}
      <Button onClick={props.onBack}>{keyPage.back}</Button>
    </Page>
  );
}
