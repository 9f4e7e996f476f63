import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { SignedInView } from '../../../main/shared/views/aws';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import { Announcement } from '../../components/announcement';
import { gapWords, keysPage, mayNotList, progressWords } from '../../words/look-after/list';
import { chrome } from '../../words/shell/app';
import { bothInstants } from '../../words/shell/instants';
import type { ListedKey } from './arrange';
import { Gaps } from './gaps';
import { mayListNothing, type KeyList } from './key-list';
import { KeysShown, type ListView } from './keys-shown';
import { MayNotList, Permissions } from './may-not-list';
import type { ManyWork } from './many/chosen-bar';
import { Remind } from './remind/remind';
import { PerRegion, Reading } from './reading';
import { SaveList } from './save-list';
import type { NextAction } from './standing';

export interface ListPageProps {
  readonly list: KeyList;
  readonly view: ListView;
  /** ARN of the key that was looked at last; the focus goes back to it. */
  readonly focused: string | undefined;
  readonly signedIn: SignedInView;
  readonly onView: (view: ListView) => void;
  readonly onStop: () => void;
  readonly onReadAgain: () => void;
  readonly onSignInAgain: () => void;
  readonly onOtherRegions: () => void;
  readonly onAct: (action: NextAction, key: ListedKey) => void;
  readonly onMany: (what: ManyWork) => void;
  readonly onOpen: (arn: string) => void;
  readonly onLeave: () => void;
}

/** Every imported key, while they are read and afterwards. */
export function ListPage(props: ListPageProps) {
  const { list, signedIn } = props;
  const { regions, rows } = list;
  const isReading = list.at === 'reading';
  const isBarred = mayListNothing(list);
  const { accountId, clockOffsetMs } = signedIn;
  return (
    <Page
      title={keysPage.title}
      isWide
      description={keysPage.lead(accountId, regionsRead(list))}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={props.onOtherRegions}>{keysPage.otherRegions}</Button>
          <Button iconName="refresh" disabled={isReading} onClick={props.onReadAgain}>
            {keysPage.readAgain}
          </Button>
        </SpaceBetween>
      }
    >
      <Announcement text={announcementOf(list)} />
      {list.error && <Failure error={list.error} takesFocus={false} />}
      {clockOffsetMs !== undefined && (
        <StatusIndicator type="warning">{`${gapWords.clock.title}. ${gapWords.clock.text}`}</StatusIndicator>
      )}
      {isReading && <Reading regions={regions} keys={importedIn(rows)} onStop={props.onStop} />}
      {isBarred ? (
        <MayNotList statement={list.missingStatement} onOpen={props.onOpen} />
      ) : (
        <Gaps regions={regions} asOf={list.asOf} onSignInAgain={props.onSignInAgain} />
      )}
      {(!isBarred || rows.size > 0) && (
        <KeysShown
          rows={rows}
          isReading={isReading}
          offsetMs={clockOffsetMs ?? 0}
          view={props.view}
          focused={props.focused}
          onView={props.onView}
          onAct={props.onAct}
          onMany={props.onMany}
        />
      )}
      {!isReading && list.asOf !== undefined && (
        <SpaceBetween size="xs">
          <div className="quiet">
            {regions.some(({ state }) => state === 'stopped') && `${progressWords.stopped} `}
            {keysPage.asOf(bothInstants(new Date(list.asOf)))}
          </div>
          <PerRegion regions={regions} />
          {!isBarred && list.missingStatement !== undefined && (
            <ExpandableSection headerText={mayNotList.statement}>
              <Permissions statement={list.missingStatement} />
            </ExpandableSection>
          )}
        </SpaceBetween>
      )}
      {list.list !== undefined && rows.size > 0 && !isReading && (
        <>
          <SaveList list={list.list} />
          <Remind of={{ list: list.list }} expiring={expiringIn(list)} />
        </>
      )}
      <div>
        <Button variant="link" onClick={props.onLeave}>
          {chrome.backToHome}
        </Button>
      </div>
    </Page>
  );
}

/** Without those that may not be described. */
const importedIn = (rows: KeyList['rows']): number =>
  [...rows.values()].filter(({ isUnreadable }) => !isUnreadable).length;

const expiringIn = ({ rows }: KeyList): number =>
  [...rows.values()].filter(({ validTo, deletionAt }) => validTo !== undefined && deletionAt === undefined)
    .length;

function regionsRead({ regions }: KeyList): string {
  const [only] = regions;
  return regions.length === 1 && only ? only.region : keysPage.regions(regions.length);
}

/** Said when reading ends, and not with every row. */
function announcementOf({ at, rows, regions }: KeyList): string {
  if (at === 'reading') return progressWords.title;
  if (at === 'none') return '';
  return regions.some(({ state }) => state === 'stopped')
    ? progressWords.stopped
    : progressWords.read(importedIn(rows));
}
