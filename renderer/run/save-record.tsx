import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef, useState, type ReactNode } from 'react';
import type { AppError } from '../../main/shared/errors';
import type { RecordFileView } from '../../main/shared/views/record';
import { api } from '../base/api';
import { Term } from '../components/term';
import { HeadHash } from '../components/fingerprint';
import { Failure } from '../base/failure';
import { useFocusOnAsking } from '../base/use-screen';
import { recordSaved, saveRecord } from '../words/run/ceremony-record';
import { handOverPage } from '../words/run/hand-over';
import { PeopleForm } from './people-form';
import { missingPerson, nobody, peopleOf } from './record-people';
import { SavedPlace } from './saved-place';
import { ToDo, type ToDoState } from './to-do';
import { CopyText } from '../base/copy-text';

export interface SaveRecordProps {
  /** A finished run, or the saved files of the offline job. */
  readonly of: string;
  readonly state: ToDoState;
  /** Whether it is the next thing to do. */
  readonly isNext: boolean;
  /** Whether it asks who took part. */
  readonly onAsking: (asks: boolean) => void;
  readonly onSaved: () => void;
  /** Beside its button. */
  readonly children?: ReactNode;
}

/** The item of the list that is for the auditor: asks who took part, then saves the record. */
export function SaveRecord({ of, state, isNext, onAsking, onSaved, children }: SaveRecordProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState(nobody);
  const [closings, setClosings] = useState(0);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [saved, setSaved] = useState<RecordFileView>();
  const opener = useRef<ButtonProps.Ref>(null);

  const ask = (asks: boolean): void => {
    setIsOpen(asks);
    onAsking(asks);
  };
  const close = (): void => {
    ask(false);
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

  const { title, text } = handOverPage.items.record;
  return (
    <ToDo
      title={title}
      text={text}
      state={state}
      actions={
        <>
          {!isOpen && (
            <Button ref={opener} variant={isNext ? 'primary' : 'normal'} onClick={() => ask(true)}>
              {saveRecord.open}
            </Button>
          )}
          {children}
        </>
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
        {saved?.place && (
          <SavedPlace saved={saved.place.saved} fileName={saved.pdfFileName ?? saved.fileName} />
        )}
        {saved && (
          <div>
            <Box variant="awsui-key-label">{saveRecord.headHash}</Box>
            <Term name="headHash" />
            <HeadHash head={saved.record.head} />
            <CopyText label={saveRecord.copyHash} text={saved.record.head} variant="inline-link" />
            <Box variant="p">
              {saved.pdfFileName === undefined ? saveRecord.printYourself : saveRecord.signNow}
            </Box>
          </div>
        )}
      </SpaceBetween>
    </ToDo>
  );
}
