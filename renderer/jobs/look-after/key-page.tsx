import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { KeyAction } from '../../../main/shared/acts-by-state';
import type { KeyAct } from '../../../main/shared/views/acts';
import type { KeyRow, KeyView } from '../../../main/shared/views/keys';
import { CopyText } from '../../base/copy-text';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import { useNow } from '../../base/use-now';
import { shownOf, type Work } from '../../base/work';
import { gapWords } from '../../words/look-after/list';
import { meanings } from '../../words/look-after/meaning';
import { keyPage, keyTitle } from '../../words/look-after/one-key';
import { chrome } from '../../words/shell/app';
import { bothInstants } from '../../words/shell/instants';
import { ActsPanel } from './acts/acts-panel';
import { newAct, newRevoke } from './acts/new-act';
import { CopyOfMaterial } from './copy-of-material/copy-of-material';
import { FactsPanel } from './facts-panel';
import { HistoryPanel } from './history-panel';
import { MaterialsPanel } from './materials-panel';
import { Remind } from './remind/remind';
import { StatePanel } from './state-panel';
import { neededAction, standingOf, type NextAction } from './standing';
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
  readonly onChange: (act: KeyAct, view: KeyView) => void;
  /** To the page that lets another receiver use the key. */
  readonly onAllow: (view: KeyView) => void;
  /** To the page that rotates the key. */
  readonly onRotate: (view: KeyView) => void;
  readonly onReadAgain: () => void;
  readonly onSignInAgain: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

const minuteMs = 60_000;

/** What the panel of the key's state offers. */
function actionOffered(row: KeyRow, now: Date): KeyAction | undefined {
  const action = neededAction(row, standingOf(row, now), now);
  if (action === 'remove') return 'schedule-deletion';
  return action === 'finish' || action === 'look' ? undefined : action;
}

/** All that AWS says of one key. */
export function KeyPage(props: KeyPageProps) {
  const { opened } = props;
  const view = shownOf(opened);
  const now = new Date(useNow(() => minuteMs).getTime() + props.offsetMs);
  return (
    <Page
      title={view && view.row.aliases.length > 0 ? keyTitle(view.row) : props.title}
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
      {opened.at === 'failed' && opened.error.code === 'aws.accessDenied' && (
        <Box>{meanings.unreadable().text}</Box>
      )}
      <div role="status">
        {opened.at === 'working' && <StatusIndicator type="loading">{keyPage.reading}</StatusIndicator>}
      </div>
      {view && (
        <SpaceBetween size="l">
          <StatePanel view={view} now={now} onAct={(action) => props.onAct(action, view)} />
          <ActsPanel
            row={view.row}
            except={actionOffered(view.row, now)}
            onAct={(act) =>
              act === 'rotate' ? props.onRotate(view) : props.onChange(newAct(act, view), view)
            }
            onImport={(action) => props.onAct(action, view)}
          />
          <MaterialsPanel view={view} now={now} />
          <CopyOfMaterial view={view} />
          <UsersPanel
            view={view}
            principalArn={props.principalArn}
            onRevoke={(accountId) => props.onChange(newRevoke(accountId), view)}
            onAllow={() => props.onAllow(view)}
          />
          <HistoryPanel view={view} />
          <Remind of={{ key: view.key }} expiring={view.row.validTo === undefined ? 0 : 1} />
          <FactsPanel view={view} />
        </SpaceBetween>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={props.onBack}>{keyPage.back}</Button>
        <Button variant="link" onClick={props.onLeave}>
          {chrome.backToHome}
        </Button>
      </SpaceBetween>
    </Page>
  );
}
