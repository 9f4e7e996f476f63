import type { ButtonProps } from '@cloudscape-design/components/button';
import { useRef, useState } from 'react';
import type { Picked } from '../../main/shared/contract';
import type { AppError } from '../../main/shared/errors';
import type { Result } from '../../main/shared/result';
import type { PeopleView } from '../../main/shared/views/record';
import { useFocusOnAsking } from '../base/use-screen';
import type { PeopleFormProps } from './people-form';
import { missingPerson, nobody, peopleOf } from './record-people';

interface Ways<T> {
  /** Asks for a folder, and saves there. */
  readonly save: (people: PeopleView) => Promise<Result<Picked<T>>>;
  readonly onSaved: () => void;
  /** Whether it asks who took part. */
  readonly onAsking?: (asks: boolean) => void;
}

/** Asks who took part, then saves; the form closes with that, and the focus goes back to its button. */
export function usePeopleForm<T>({ save, onSaved, onAsking }: Ways<T>) {
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState(nobody);
  const [closings, setClosings] = useState(0);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<AppError>();
  const [saved, setSaved] = useState<T>();
  const opener = useRef<ButtonProps.Ref>(null);
  // The form has gone, and the focus with it.
  useFocusOnAsking(closings, opener);
  const ask = (asks: boolean): void => {
    setIsOpen(asks);
    onAsking?.(asks);
  };
  const close = (): void => {
    setFailure(undefined);
    ask(false);
    setClosings((before) => before + 1);
  };
  const submit = async (): Promise<void> => {
    if (isSaving) return;
    setFailure(undefined);
    if (missingPerson(draft) !== undefined) {
      setAskedTooEarly((asked) => asked + 1);
      return;
    }
    setIsSaving(true);
    const answer = await save(peopleOf(draft));
    setIsSaving(false);
    if (!answer.ok) setFailure(answer.error);
    else if (answer.value.picked) {
      setSaved(answer.value.value);
      onSaved();
      close();
    }
  };
  const form: PeopleFormProps = {
    draft,
    askedTooEarly,
    isSaving,
    onChange: setDraft,
    onSave: () => void submit(),
    onCancel: close,
  };
  return { opener, open: () => ask(true), form: isOpen ? form : undefined, failure, saved };
}
