import type { ReactNode } from 'react';
import { Term } from '../components/term';
import { handOverPage } from '../words/run/hand-over';
import { SaveCard } from './save-card';
import { SaveRecord } from './save-record';
import { ToDo } from './to-do';
import type { ToDoList } from './use-to-do';

export interface OwnItemsProps {
  /** A finished run, or the saved files of the offline job. */
  readonly of: string;
  /** Without a copy there is nothing that a successor could use. */
  readonly hasCard?: boolean;
  readonly toDo: Pick<ToDoList<'card' | 'record'>, 'stateOf' | 'finish'>;
  /** The item whose button stands out. */
  readonly next: string | undefined;
  /** Whether the record asks who took part. */
  readonly onAsking: (asks: boolean) => void;
  readonly onRecordSaved: () => void;
  /** Beside the button of the record. */
  readonly children?: ReactNode;
}

/** The items that stay in your own house: the card for the safe, and the record for the auditor. */
export function OwnItems({
  of,
  hasCard = true,
  toDo,
  next,
  onAsking,
  onRecordSaved,
  children,
}: OwnItemsProps) {
  const { card } = handOverPage.items;
  return (
    <>
      {hasCard && (
        <ToDo
          title={card.title}
          text={card.text}
          info={<Term name="successorCard" />}
          state={toDo.stateOf('card')}
          actions={<SaveCard of={of} isNext={next === 'card'} onSaved={() => toDo.finish('card')} />}
        />
      )}
      <SaveRecord
        of={of}
        state={toDo.stateOf('record')}
        isNext={next === 'record'}
        onAsking={onAsking}
        onSaved={() => {
          toDo.finish('record');
          onRecordSaved();
        }}
      >
        {children}
      </SaveRecord>
    </>
  );
}
