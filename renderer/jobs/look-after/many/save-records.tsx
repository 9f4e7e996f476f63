import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState } from 'react';
import type { AppError } from '../../../../main/shared/errors';
import type { SavedRecordsView } from '../../../../main/shared/views/saved';
import { api } from '../../../base/api';
import { Failure } from '../../../base/failure';
import { useFocusOnAsking } from '../../../base/use-screen';
import { PeopleForm } from '../../../run/people-form';
import { missingPerson, nobody, peopleOf } from '../../../run/record-people';
import { SavedPlace } from '../../../run/saved-place';
import { manyPage, recordsSaved } from '../../../words/look-after/many';

export interface SaveRecordsProps {
  /** Runs that are done. */
  readonly of: readonly string[];
  readonly onSaved: () => void;
}

/** Asks once who took part, then saves the record of each run into one folder. */
export function SaveRecords({ of, onSaved }: SaveRecordsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState(nobody);
  const [closings, setClosings] = useState(0);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [saved, setSaved] = useState<SavedRecordsView>();
  const opener = useRef<ButtonProps.Ref>(null);
  // The form has gone, and the focus with it.
  useFocusOnAsking(closings, opener);
  const close = (): void => {
    setIsOpen(false);
    setFailure(undefined);
    setClosings((before) => before + 1);
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setFailure(undefined);
    if (missingPerson(draft) !== undefined) {
      setAskedTooEarly((asked) => asked + 1);
      return;
    }
    setIsSaving(true);
    const answer = await api.saveRecords({ of: [...of], people: peopleOf(draft) });
    setIsSaving(false);
    if (!answer.ok) setFailure(answer.error);
    else if (answer.value.picked) {
      setSaved(answer.value.value);
      onSaved();
      close();
    }
  };
  return (
    <Container
      header={
        <Header variant="h2" description={manyPage.recordsText}>
          {manyPage.listTitle}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {isOpen ? (
          <PeopleForm
            draft={draft}
            askedTooEarly={askedTooEarly}
            isSaving={isSaving}
            onChange={setDraft}
            onSave={() => void save()}
            onCancel={close}
          />
        ) : (
          <Box>
            <Button ref={opener} variant={saved ? 'normal' : 'primary'} onClick={() => setIsOpen(true)}>
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
