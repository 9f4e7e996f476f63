import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { UnusableNoteView } from '../../main/shared/views/unfinished';
import { api } from '../base/api';
import { useFocusOnAsking, useFocusWhenLost } from '../base/use-screen';
import { removeText, unusableName, unusableNotes, unusableText } from '../words/shell/unusable-notes';

export interface UnusableNotesProps {
  readonly notes: readonly UnusableNoteView[];
  /** Called once one of them is gone. */
  readonly onRemoved: () => void;
}

/** Each note that cannot be used: why, and a way to remove it in two steps. */
export function UnusableNotes({ notes, onRemoved }: UnusableNotesProps) {
  return (
    <Container
      header={
        <Header variant="h2" description={unusableNotes.lead}>
          {unusableNotes.title}
        </Header>
      }
    >
      <ul className="unfinished-list">
        {notes.map((note) => (
          <li key={`${note.of} ${note.note}`}>
            <Note note={note} onRemoved={onRemoved} />
          </li>
        ))}
      </ul>
    </Container>
  );
}

interface NoteProps {
  readonly note: UnusableNoteView;
  readonly onRemoved: () => void;
}

function Note({ note, onRemoved }: NoteProps) {
  const removeButton = useRef<ButtonProps.Ref>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [timesKept, setTimesKept] = useState(0);
  useFocusOnAsking(timesKept, removeButton);
  const name = unusableName(note);
  const keep = (): void => {
    setIsAsking(false);
    setTimesKept(timesKept + 1);
  };
  return (
    <SpaceBetween size="s">
      <div>
        <Box fontWeight="bold">
          <span className="breakable">{name}</span>
        </Box>
        <Box color="text-body-secondary">{unusableText(note)}</Box>
      </div>
      {note.note !== '' && !isAsking && (
        <Button
          ref={removeButton}
          ariaLabel={unusableNotes.removeNamed(name)}
          onClick={() => setIsAsking(true)}
        >
          {unusableNotes.remove}
        </Button>
      )}
      {isAsking && <Remove note={note} onKeep={keep} onRemoved={onRemoved} />}
    </SpaceBetween>
  );
}

function Remove({ note, onKeep, onRemoved }: NoteProps & { readonly onKeep: () => void }) {
  const panel = useRef<HTMLDivElement>(null);
  const [isWorking, setIsWorking] = useState(false);
  const [isStuck, setIsStuck] = useState(false);
  // The button that opened this is gone.
  useFocusWhenLost('opened', panel);
  const remove = async (): Promise<void> => {
    setIsWorking(true);
    const removed = await api.discardNote({ note: note.note, of: note.of });
    setIsWorking(false);
    // A note that is gone, or can be used by now, is then listed as what it is.
    if (removed.ok && !removed.value.isForgotten) setIsStuck(true);
    else onRemoved();
  };
  return (
    <div ref={panel} tabIndex={-1} role="group" aria-label={unusableNotes.confirmTitle}>
      <SpaceBetween size="s">
        <Box fontWeight="bold">{unusableNotes.confirmTitle}</Box>
        <Box variant="p">{removeText(note)}</Box>
        {isStuck && (
          <div role="alert">
            <Alert type="error">{unusableNotes.notRemoved}</Alert>
          </div>
        )}
        <SpaceBetween direction="horizontal" size="xs">
          <Button loading={isWorking} onClick={() => void remove()}>
            {unusableNotes.removeNow}
          </Button>
          <Button variant="link" disabled={isWorking} onClick={onKeep}>
            {unusableNotes.keep}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </div>
  );
}
