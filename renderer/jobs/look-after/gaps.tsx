import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { RegionReading } from '../../../main/shared/views/keys';
import { errorWords } from '../../words/errors';
import { gapWords } from '../../words/look-after/list';
import { bothInstants } from '../../words/shell/instants';

export interface GapsProps {
  readonly regions: readonly RegionReading[];
  /** When the list was read last; absent while it is read for the first time. */
  readonly asOf: string | undefined;
  readonly onSignInAgain: () => void;
}

/** What is missing in the list, counted and named. */
export function Gaps({ regions, asOf, onSignInAgain }: GapsProps) {
  const names = (isMeant: (reading: RegionReading) => boolean): readonly string[] =>
    regions.filter(isMeant).map(({ region }) => region);
  const asleep = names(({ state }) => state === 'not-enabled');
  const nameless = names(({ aliasError }) => aliasError !== undefined);
  const hiding = regions.filter(({ unreadable }) => unreadable > 0);
  const notes = [
    ...(hiding.length === 0
      ? []
      : [gapWords.hidden(hiding.map(({ region, unreadable }) => [region, unreadable] as const))]),
    ...(nameless.length === 0 ? [] : [gapWords.nameless(nameless)]),
    ...(asleep.length === 0 ? [] : [gapWords.asleep(asleep)]),
  ];
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
      <Failed regions={regions} />
      {notes.map((note) => (
        <StatusIndicator key={note} type="info" colorOverride="grey">
          {note}
        </StatusIndicator>
      ))}
    </SpaceBetween>
  );
}

/** Regions that could not be read, with the reason; those with the same one together. */
function Failed({ regions }: Pick<GapsProps, 'regions'>) {
  const failed = regions.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return null;
  const reasons = new Map<string, RegionReading[]>();
  for (const reading of failed) {
    const code = reading.error?.code ?? '';
    reasons.set(code, [...(reasons.get(code) ?? []), reading]);
  }
  return (
    <Alert type="warning" header={gapWords.failed(failed.length)}>
      <ul className="plain-list">
        {[...reasons.values()].map(([first, ...others]) => {
          if (first?.error === undefined) return null;
          const { title, next } = errorWords(first.error, new Date());
          return (
            <li key={first.region}>
              <b>{[first, ...others].map(({ region }) => region).join(', ')}</b>: {title}. {next}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
