import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useState } from 'react';
import type { UnfinishedView, UnfinishedWorkView } from '../main/shared/unfinished-views';
import { api } from './api';
import { bothInstants } from './words/instants';
import { sweptWords } from './words/swept';
import { setAsideText, standLine, unfinishedName, unfinishedWork } from './words/unfinished';

/** What stopped on the way, listed on the home screen; nothing when there is nothing. */
export function UnfinishedWork({ onOpen }: { readonly onOpen: (work: UnfinishedView) => void }) {
  const [found, setFound] = useState<UnfinishedWorkView & { readonly at: Date }>();
  useEffect(() => {
    void api.listUnfinished({}).then((result) => {
      if (result.ok) setFound({ ...result.value, at: new Date() });
    });
  }, []);
  const setAside = found === undefined ? '' : setAsideText(found);
  // Not even a gap: the screen was painted before anybody knew.
  if (found === undefined || (found.runs.length === 0 && setAside === '' && !found.swept)) return null;
  return (
    <SpaceBetween size="l">
      {found.swept &&
        sweptWords(found.swept).map(({ title, text }) => (
          <Alert key={title} type="warning" header={title}>
            {text}
          </Alert>
        ))}
      {setAside !== '' && <Alert type="warning">{setAside}</Alert>}
      {found.runs.length > 0 && (
        <Container
          header={
            <Header variant="h2" description={unfinishedWork.lead}>
              {unfinishedWork.title}
            </Header>
          }
        >
          <ul className="unfinished-list">
            {found.runs.map((work) => (
              <li key={work.run}>
                <div>
                  <Box fontWeight="bold">{unfinishedName(work)}</Box>
                  <Box color="text-body-secondary">
                    {standLine(work, found.at)} {unfinishedWork.started}:{' '}
                    {bothInstants(new Date(work.startedAt))}.
                  </Box>
                </div>
                <Button
                  ariaLabel={unfinishedWork.openNamed(unfinishedName(work))}
                  onClick={() => onOpen(work)}
                >
                  {unfinishedWork.open}
                </Button>
              </li>
            ))}
          </ul>
        </Container>
      )}
    </SpaceBetween>
  );
}
