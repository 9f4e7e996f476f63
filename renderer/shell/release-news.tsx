import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReleaseNewsView } from '../../main/shared/views/release';
import { releaseWords as words } from '../words/shell/release';

/** What a release file says; what is grave comes first. */
export function ReleaseNews({ news }: { readonly news: ReleaseNewsView }) {
  return (
    <SpaceBetween size="s">
      <Verdict news={news} />
      <Box color="text-body-secondary">{words.signed(news.fileName)}</Box>
      {news.since.length > 0 && (
        <ExpandableSection headerText={words.since}>
          {news.since.map(({ version, date, mends }) => (
            <div key={version}>
              <Box variant="h4">{words.release(version, date)}</Box>
              <Lines lines={mends.length > 0 ? mends : [words.nothing]} />
            </div>
          ))}
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

function Verdict({ news: { is, version, date, since } }: { readonly news: ReleaseNewsView }) {
  const grave = since.flatMap((release) => release.grave);
  switch (is) {
    case 'newer':
      return grave.length > 0 ? (
        <Alert type="warning" header={words.graveTitle(version)}>
          {words.graveText}
          <Lines lines={grave} />
          {words.graveNext(version, date)}
        </Alert>
      ) : (
        <Alert type="info" header={words.newerTitle(version, date)}>
          {words.newerText}
        </Alert>
      );
    case 'current':
      return (
        <Alert type="success" header={words.currentTitle}>
          {words.currentText(date)}
        </Alert>
      );
    case 'other-build':
      return (
        <Alert type="warning" header={words.otherBuildTitle(version)}>
          {words.otherBuildText}
        </Alert>
      );
    case 'older':
      return (
        <Alert type="info" header={words.olderTitle}>
          {words.olderText(version, date)}
        </Alert>
      );
  }
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
