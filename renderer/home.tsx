import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { JobTile } from './components/job-tile';
import { useHeadingFocus, useScreenTitle } from './use-screen';
import { home, promises, wrapOfflineJob } from './words/home';

export function Home({ onOpenWrapOffline }: { readonly onOpenWrapOffline: () => void }) {
  useScreenTitle(home.title);
  const screen = useHeadingFocus<HTMLDivElement>();
  return (
    <div ref={screen} className="page">
      <SpaceBetween size="l">
        <Header variant="h1" description={home.lead}>
          {home.title}
        </Header>
        <JobTile
          label={wrapOfflineJob.label}
          result={wrapOfflineJob.result}
          needsTitle={home.needs}
          needs={wrapOfflineJob.needs}
          onOpen={onOpenWrapOffline}
        />
        <Container header={<Header variant="h2">{promises.title}</Header>}>
          <div className="promises">
            {promises.items.map(({ label, text }) => (
              <div key={label}>
                <Box variant="h3" fontSize="heading-xs">
                  {label}
                </Box>
                <Box variant="p" color="text-body-secondary">
                  {text}
                </Box>
              </div>
            ))}
          </div>
        </Container>
      </SpaceBetween>
    </div>
  );
}
