import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState } from 'react';
import type { AppError } from '../../main/shared/errors';
import type { RecordFileView } from '../../main/shared/views/record';
import { api } from '../base/api';
import { HeadHash } from '../components/fingerprint';
import { Failure } from '../base/failure';
import { useFocusOnAsking } from '../base/use-screen';
import { recordSaved, saveRecord } from '../words/run/ceremony-record';
import { PeopleForm } from './people-form';
import { missingPerson, nobody, peopleOf } from './record-people';
import { CopyText } from '../base/copy-text';

export interface SaveRecordProps {
  readonly of: string;
  readonly onSaved: () => void;
}

/** The auditor's record: asks who took part, then saves. `of`: a finished run, or the offline job's saved files. */
export function SaveRecord({ of, onSaved }: SaveRecordProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState(nobody);
  const [closings, setClosings] = useState(0);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [saved, setSaved] = useState<RecordFileView>();
  const opener = useRef<ButtonProps.Ref>(null);

  const close = (): void => {
    setIsOpen(false);
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
    const answer = await api.saveRecord({ of, people: peopleOf(draft) });
    setIsSaving(false);
    if (!answer.ok) setFailure(answer.error);
    else if (answer.value.picked) {
      setSaved(answer.value.value);
      onSaved();
      close();
    }
  };
  // The form has gone, and the focus with it.
  useFocusOnAsking(closings, opener);

  return (
    <Container
      header={
        <Header
          variant="h2"
          description={saveRecord.text}
          actions={
            !isOpen && (
              <Button ref={opener} onClick={() => setIsOpen(true)}>
                {saveRecord.open}
              </Button>
            )
          }
        >
          {saveRecord.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {isOpen && (
          <PeopleForm
            draft={draft}
            askedTooEarly={askedTooEarly}
            isSaving={isSaving}
            onChange={setDraft}
            onSave={() => void save()}
            onCancel={() => {
              setFailure(undefined);
              close();
            }}
          />
        )}
        {failure && <Failure error={failure} takesFocus />}
        <div role="status">
          {saved && <StatusIndicator type="success">{recordSaved(saved)}</StatusIndicator>}
        </div>
        {saved && (
          <div>
            <Box variant="awsui-key-label">{saveRecord.headHash}</Box>
            <HeadHash head={saved.record.head} />
            <CopyText label={saveRecord.copyHash} text={saved.record.head} variant="inline-link" />
            <Box variant="p">
              {saved.pdfFileName === undefined ? saveRecord.printYourself : saveRecord.signNow}
            </Box>
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}
