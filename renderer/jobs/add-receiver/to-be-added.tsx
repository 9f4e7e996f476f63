import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import { toBeAdded } from '../../words/add-receiver/add-receiver';

export interface ToBeAddedProps {
  readonly addition: OpenAdditionView;
  readonly isPractice: boolean;
  readonly onAdd: () => void;
}

/** On the last page of the work that made the key: its receiver is still to be let in. */
export function ToBeAdded({ addition, isPractice, onAdd }: ToBeAddedProps) {
  const { receiver } = addition;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={toBeAdded.text(receiver.name)}
          actions={<Button onClick={onAdd}>{toBeAdded.add}</Button>}
        >
          {toBeAdded.title}
        </Header>
      }
    >
      <Box color="text-body-secondary">{isPractice ? toBeAdded.practiceLater : toBeAdded.later}</Box>
    </Container>
  );
}
