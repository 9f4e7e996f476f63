import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { api } from '../base/api';
import { Term } from '../components/term';
import { HeadHash } from '../components/fingerprint';
import { Failure } from '../base/failure';
import { recordSaved, saveRecord } from '../words/run/ceremony-record';
import { handOverPage } from '../words/run/hand-over';
import { PeopleForm } from './people-form';
import { SavedPlace } from './saved-place';
import { ToDo, type ToDoState } from './to-do';
import { usePeopleForm } from './use-people-form';
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
  const { opener, open, form, failure, saved } = usePeopleForm({
    save: (people) => api.saveRecord({ of, people }),
    onSaved,
    onAsking,
  });
  const { title, text } = handOverPage.items.record;
  return (
    <ToDo
      title={title}
      text={text}
      state={state}
      actions={
        <>
          {form === undefined && (
            <Button ref={opener} variant={isNext ? 'primary' : 'normal'} onClick={open}>
              {saveRecord.open}
            </Button>
          )}
          {children}
        </>
      }
    >
      <SpaceBetween size="l">
        {form && <PeopleForm {...form} />}
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
