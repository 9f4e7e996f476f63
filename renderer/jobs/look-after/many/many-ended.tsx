import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import type { KeyRow } from '../../../../main/shared/views/keys';
import { Page } from '../../../base/page';
import { useLeaveFinished } from '../../../run/use-leave-finished';
import { manyPage, type EndedWords } from '../../../words/look-after/many';
import { SaveRecords } from './save-records';
import type { Many } from './use-many';

export interface ManyEndedProps {
  readonly words: EndedWords;
  readonly isWide?: boolean;
  readonly many: Many;
  /** How many there were, with those that were left out. */
  readonly all: number;
  readonly isPractice: boolean;
  readonly onOpen: (row: KeyRow) => void;
  readonly onBack: () => void;
  /** The table of the keys. */
  readonly children: (onOpen: (row: KeyRow) => void) => ReactNode;
}

/** What became of each of several keys, and the records of those that are done. */
export function ManyEnded({ words, many, all, isPractice, isWide = false, ...props }: ManyEndedProps) {
  const { onOpen, onBack, children } = props;
  const runs = [...many.outcomes.values()].flatMap((outcome) => (outcome.at === 'done' ? [outcome.run] : []));
  const leaving = useLeaveFinished(isPractice || runs.length === 0);
  const isWhole = runs.length === all;
  return (
    <Page title={words.title(runs.length, all)} isWide={isWide}>
      <Alert type={isWhole ? 'success' : 'warning'}>
        {isWhole ? words.all : words.some} {isPractice && manyPage.practice}
      </Alert>
      {children((row) => leaving.leave(() => onOpen(row)))}
      {runs.length > 0 && <SaveRecords text={words.records} of={runs} onSaved={leaving.recordSaved} />}
      <div>
        <Button onClick={() => leaving.leave(onBack)}>{manyPage.back}</Button>
      </div>
      {leaving.question}
    </Page>
  );
}
