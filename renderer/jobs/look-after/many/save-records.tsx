import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { api } from '../../../base/api';
import { Failure } from '../../../base/failure';
import { PeopleForm } from '../../../run/people-form';
import { SavedPlace } from '../../../run/saved-place';
import { usePeopleForm } from '../../../run/use-people-form';
import { manyPage, recordsSaved } from '../../../words/look-after/many';

export interface SaveRecordsProps {
  /** What is saved. */
  readonly text: string;
  /** Runs that are done. */
  readonly of: readonly string[];
  readonly onSaved: () => void;
}

/** Asks once who took part, then saves the record of each run into one folder. */
export function SaveRecords({ text, of, onSaved }: SaveRecordsProps) {
  const { opener, open, form, failure, saved } = usePeopleForm({
    save: (people) => api.saveRecords({ of: [...of], people }),
    onSaved,
  });
  return (
    <Container
      header={
        <Header variant="h2" description={text}>
          {manyPage.listTitle}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {form ? (
          <PeopleForm {...form} />
        ) : (
          <Box>
            <Button ref={opener} variant={saved ? 'normal' : 'primary'} onClick={open}>
              {manyPage.records}
            </Button>
          </Box>
        )}
        {failure && <Failure error={failure} takesFocus />}
        <div role="status">
          {saved && (
            <StatusIndicator type="success">
              <span className="breakable">{recordsSaved(saved)}</span>
            </StatusIndicator>
          )}
        </div>
        {saved && <SavedPlace saved={saved.saved} fileName={saved.fileNames[0] ?? ''} />}
      </SpaceBetween>
    </Container>
  );
}
