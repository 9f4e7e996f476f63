import Box from '@cloudscape-design/components/box';
import Icon from '@cloudscape-design/components/icon';
import type { ReactNode } from 'react';

export interface JobTileProps {
  readonly label: string;
  readonly result: string;
  readonly needsTitle: string;
  readonly needs: readonly string[];
  /** Whether what is needed is shown beside the result instead of below it. */
  readonly isWide: boolean;
  readonly onOpen: () => void;
  /** Lies on top of the tile, so that its contents take their own clicks. */
  readonly footer?: ReactNode;
}

/** The whole tile takes clicks; only its button carries its name and takes the focus. */
export function JobTile({ label, result, needsTitle, needs, isWide, onOpen, footer }: JobTileProps) {
  return (
    <div className={`job-tile${isWide ? ' job-tile-wide' : ''}`}>
      <div className="job-tile-text">
        <h2 className="job-tile-heading">
          <button type="button" className="job-tile-button" onClick={onOpen}>
            {label}
          </button>
        </h2>
        <p className="job-tile-result">{result}</p>
      </div>
      <div className="job-tile-needs">
        <Box variant="awsui-key-label">{needsTitle}</Box>
        <ul>
          {needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </div>
      <span className="job-tile-arrow" aria-hidden="true">
        <Icon name="arrow-right" size="medium" variant="link" />
      </span>
      {footer !== undefined && <div className="job-tile-footer">{footer}</div>}
    </div>
  );
}
