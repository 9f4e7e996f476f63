import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useState } from 'react';
import type { SavedView } from '../../../main/shared/views/saved';
import { CopyText } from '../../base/copy-text';
import type { EarlierWork } from '../../run/finished-before';
import { OwnItems } from '../../run/own-items';
import { ToDo } from '../../run/to-do';
import { useToDo } from '../../run/use-to-do';
import { handOverPage } from '../../words/run/hand-over';
import { savedPage } from '../../words/wrap-offline/saved';
import { summaryText } from '../../words/wrap-offline/summary';

export interface SavedListProps {
  readonly saved: SavedView;
  readonly earlier: EarlierWork | undefined;
  readonly onRecordSaved: () => void;
}

/** What stays behind, and for whom: one item each. */
export function SavedList({ saved, earlier, onRecordSaved }: SavedListProps) {
  const [asksPeople, setAsksPeople] = useState(false);
  const hasCard = saved.custody.kept !== 'none';
  const toDo = useToDo(hasCard ? ['card', 'record', 'summary'] : ['record', 'summary'], earlier);
  const next = asksPeople ? undefined : toDo.next;
  return (
    <Container
      header={
        <Header variant="h2" description={savedPage.listText}>
          {handOverPage.listTitle}
        </Header>
      }
    >
      <ol className="to-do">
        <OwnItems
          of={saved.handle}
          hasCard={hasCard}
          toDo={toDo}
          next={next}
          onAsking={setAsksPeople}
          onRecordSaved={onRecordSaved}
        />
        <ToDo
          title={savedPage.summaryItem.title}
          text={savedPage.summaryItem.text}
          state={toDo.stateOf('summary')}
          actions={
            <CopyText
              label={savedPage.copySummary}
              text={summaryText(saved)}
              variant={next === 'summary' ? 'primary' : 'normal'}
              onCopied={() => toDo.finish('summary')}
            />
          }
        />
      </ol>
    </Container>
  );
}
