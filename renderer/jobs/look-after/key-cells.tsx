import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { rowWords } from '../../words/look-after/list';
import {
  daysLeftWords,
  expiresWords,
  materialWords,
  reasonWords,
  stateWords,
} from '../../words/look-after/states';
import { localDay } from '../../words/shell/instants';
import type { Column, ListedKey } from './arrange';
import { soonDays, urgentDays, type Standing } from './standing';

const indicators: Record<Standing, StatusIndicatorProps.Type> = {
  unreadable: 'info',
  works: 'success',
  'expires-soon': 'warning',
  'expiry-reached': 'error',
  disabled: 'stopped',
  stopped: 'error',
  'replica-empty': 'pending',
  'never-had': 'pending',
  unsure: 'pending',
  deletion: 'warning',
  'replica-deletion': 'warning',
  busy: 'in-progress',
  other: 'info',
};

const shownReceivers = 2;

/** What stands in a column; the name is the table's own, as it is a button. */
export const cells: Record<Exclude<Column, 'name'>, (key: ListedKey) => ReactNode> = {
  state: ({ row, standing, days, needs, isYoung }) => (
    <>
      <StatusIndicator type={indicators[standing]}>{stateWords[standing]}</StatusIndicator>
      {standing === 'other' && <div className="cell-more">{row.state}</div>}
      {needs !== undefined && (
        <div className="cell-more">{reasonWords(standing, { row, days, isYoung })}</div>
      )}
    </>
  ),
  expires: (key) => <Expires {...key} />,
  material: ({ row, standing }) =>
    standing === 'unreadable' ? <Unknown /> : materialWords({ materials: row.materials, standing }),
  receivers: ({ row, standing }) => {
    if (standing === 'unreadable') return <Unknown />;
    const { receivers, receiversUnread } = row;
    if (receiversUnread) return rowWords.receiversUnread;
    if (receivers === undefined) return <span className="quiet">{rowWords.notYet}</span>;
    if (receivers.includes('*')) return rowWords.anybody;
    if (receivers.length === 0) return <span className="quiet">{rowWords.noReceivers}</span>;
    const more = receivers.length - shownReceivers;
    return (
      <>
        {receivers.slice(0, shownReceivers).map((account) => (
          <div key={account}>{account}</div>
        ))}
        {more > 0 && <div className="cell-more">{rowWords.more(more)}</div>}
      </>
    );
  },
  region: ({ row }) => <span className="nowrap">{row.region}</span>,
  created: ({ row: { createdAt } }) =>
    createdAt === undefined ? <Unknown /> : <span className="nowrap">{localDay(new Date(createdAt))}</span>,
};

function Expires({ row: { validTo }, days, standing }: ListedKey) {
  if (standing === 'unreadable') return <Unknown />;
  if (validTo === undefined || days === undefined) {
    const isKnown = ['works', 'disabled', 'deletion', 'replica-deletion'].includes(standing);
    if (isKnown) return <span className="quiet">{expiresWords.never}</span>;
    return standing === 'stopped' ? <span className="quiet">{expiresWords.over}</span> : <Unknown />;
  }
  return (
    <>
      <span className="nowrap">
        <StatusIndicator type={standing === 'stopped' ? 'info' : levelOf(days)} wrapText={false}>
          {daysLeftWords(days)}
        </StatusIndicator>
      </span>
      <div className="cell-more">
        {localDay(new Date(validTo))}
        {days >= 0 && days < soonDays && `, ${days < urgentDays ? expiresWords.urgent : expiresWords.soon}`}
      </div>
    </>
  );
}

function levelOf(days: number): StatusIndicatorProps.Type {
  if (days < urgentDays) return 'error';
  return days < soonDays ? 'warning' : 'success';
}

const Unknown = () => <span className="quiet">{expiresWords.unknown}</span>;
