import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { presetById } from '../../../main/receivers/presets';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import { toBeAdded } from '../../words/add-receiver/add-receiver';
import { ReceiverSteps } from './key-box';

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
      <SpaceBetween size="m">
        <ReceiverSteps receiver={receiver.name} steps={presetById(receiver.preset)?.terms.steps ?? []} />
        <Box color="text-body-secondary">{isPractice ? toBeAdded.practiceLater : toBeAdded.later}</Box>
      </SpaceBetween>
    </Container>
  );
}
