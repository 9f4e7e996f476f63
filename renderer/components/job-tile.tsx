import Icon from '@cloudscape-design/components/icon';
import type { ReactNode } from 'react';

export interface JobTileProps {
  readonly label: string;
  readonly result: string;
  readonly needsTitle: string;
  readonly needs: string;
  /** Lies on top of the tile, so that its contents take their own clicks. */
  readonly footer?: ReactNode;
  readonly onOpen: () => void;
}

/** The whole tile takes clicks; only its button carries its name and takes the focus. */
export function JobTile({ label, result, needsTitle, needs, footer, onOpen }: JobTileProps) {
  return (
    <div className="job-tile">
      <div>
        <h2 className="job-tile-heading">
          <button type="button" className="job-tile-button" onClick={onOpen}>
            {label}
          </button>
        </h2>
        <p className="job-tile-result">{result}</p>
        <p className="job-tile-needs">
          <b>{needsTitle}:</b> {needs}
        </p>
      </div>
      <span className="job-tile-arrow" aria-hidden="true">
        <Icon name="arrow-right" size="medium" variant="link" />
      </span>
      {footer !== undefined && <div className="job-tile-footer">{footer}</div>}
    </div>
  );
}
