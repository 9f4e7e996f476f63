import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { RegionReading } from '../../../main/shared/views/keys';
import { progressWords } from '../../words/look-after/list';

export interface ReadingProps {
  readonly regions: readonly RegionReading[];
  readonly keys: number;
  readonly onStop: () => void;
}

const indicators: Record<RegionReading['state'], StatusIndicatorProps.Type> = {
  waiting: 'pending',
  reading: 'in-progress',
  done: 'success',
  failed: 'error',
  'not-enabled': 'stopped',
  paused: 'stopped',
  stopped: 'stopped',
};

/** How far the reading is, while it goes on. */
export function Reading({ regions, keys, onStop }: ReadingProps) {
  const [isStopping, setStopping] = useState(false);
  const [listed, described] = regions.reduce(
    ([all, some], region) => [all + region.listed, some + region.described],
    [0, 0],
  );
  return (
    <div className="reading">
      <div className="reading-line">
        <StatusIndicator type="in-progress">{progressWords.title}</StatusIndicator>
        <span>{progressWords.line(keys, regions)}</span>
        <Button
          onClick={() => {
            setStopping(true);
            onStop();
          }}
          loading={isStopping}
          loadingText={progressWords.stopping}
        >
          {progressWords.stop}
        </Button>
      </div>
      <progress
        className="reading-bar"
        aria-label={progressWords.title}
        {...(listed > 0 ? { value: described, max: listed } : {})}
      />
      {regions.some(({ isThrottled }) => isThrottled) && (
        <StatusIndicator type="info">{progressWords.throttled}</StatusIndicator>
      )}
      <PerRegion regions={regions} />
    </div>
  );
}

/** Each Region for itself; nothing where there is one. */
export function PerRegion({ regions }: { readonly regions: readonly RegionReading[] }) {
  if (regions.length < 2) return null;
  return (
    <ExpandableSection headerText={progressWords.perRegion}>
      <ul className="region-readings">
        {regions.map((reading) => (
          <li key={reading.region}>
            <span>{reading.region}</span>
            <StatusIndicator type={indicators[reading.state]}>
              {progressWords.region(reading)}
            </StatusIndicator>
          </li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
