import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { RegionReading } from '../../../main/shared/views/keys';
import { gapWords } from '../../words/look-after/list';
import { errorWords } from '../../words/errors';
import { bothInstants } from '../../words/shell/instants';

export interface GapsProps {
  readonly regions: readonly RegionReading[];
  /** Until when the list is right; absent while it is read for the first time. */
  readonly asOf: string | undefined;
  readonly onSignInAgain: () => void;
}

/** What is missing in the list, counted and named. */
export function Gaps({ regions, asOf, onSignInAgain }: GapsProps) {
  const failed = regions.filter(({ state }) => state === 'failed');
  const nameless = regions.filter(({ aliasError }) => aliasError !== undefined);
  const hiding = regions.filter(({ unreadable }) => unreadable > 0);
  return (
    <SpaceBetween size="s">
      {regions.some(({ state }) => state === 'paused') && asOf !== undefined && (
        <div role="alert">
          <Alert
            type="warning"
            header={gapWords.paused.title}
            action={<Button onClick={onSignInAgain}>{gapWords.paused.signIn}</Button>}
          >
            {gapWords.paused.text(bothInstants(new Date(asOf)))}
          </Alert>
        </div>
      )}
      {failed.length > 0 && (
        <Alert type="warning" header={gapWords.failed(failed.length)}>
          {gapWords.failedText}
          <ul className="plain-list">
            {failed.map(({ region, error }) => (
              <li key={region}>
                <b>{region}</b>
                {error && `: ${reasonOf(error)}`}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {nameless.length > 0 && (
        <StatusIndicator type="info">
          {gapWords.nameless(nameless.map(({ region }) => region))}
        </StatusIndicator>
      )}
      {hiding.length > 0 && (
        <StatusIndicator type="info">
          {gapWords.hidden(hiding.map(({ region, unreadable }) => [region, unreadable] as const))}
        </StatusIndicator>
      )}
    </SpaceBetween>
  );
}

const reasonOf = (error: NonNullable<RegionReading['error']>): string => {
  const { title, next } = errorWords(error, new Date());
  return `${title}. ${next}`;
};
