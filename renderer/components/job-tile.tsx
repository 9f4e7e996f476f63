import Box from '@cloudscape-design/components/box';
import Icon from '@cloudscape-design/components/icon';

export interface JobTileProps {
  readonly label: string;
  readonly result: string;
  readonly needsTitle: string;
  readonly needs: readonly string[];
  readonly onOpen: () => void;
}

/** The whole tile takes clicks; its button is the one thing in it that has a name and takes the focus. */
export function JobTile({ label, result, needsTitle, needs, onOpen }: JobTileProps) {
  return (
    <div className="job-tile">
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
    </div>
  );
}
