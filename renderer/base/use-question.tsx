import { useState, type ReactNode } from 'react';
import { Question, type QuestionProps } from '../components/question';

/**
 * Asks before an act, as long as there is something to ask.
 *
 * @returns what runs an act, after the question where one is due; and the question, to be shown somewhere.
 */
export function useQuestion(
  isDue: boolean,
  words: QuestionProps['words'],
): readonly [(act: () => void) => void, ReactNode] {
  const [pending, setPending] = useState<{ readonly act: () => void }>();
  const close = (): void => setPending(undefined);
  const question = pending && (
    <Question
      words={words}
      onStay={close}
      onGoOn={() => {
        close();
        pending.act();
      }}
    />
  );
  return [(act) => (isDue ? setPending({ act }) : act()), question];
}
