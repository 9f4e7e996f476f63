import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { HeldView } from '../../main/shared/views/custody';
import { placeText } from '../words/custody/copies';
import { heldUntilText, heldWords } from '../words/custody/custody';
import { restoreWords } from '../words/custody/custody-restore';
import { useConfirmLoss } from './confirm-loss';
import { HeldFacts } from './held-facts';

export interface HeldPanelProps {
  readonly held: HeldView;
  /** Which key the material is for, where that is known. */
  readonly expectedKeyId: string | undefined;
  readonly onStartAgain: () => void;
}

/** Material that is safe to use, and the copy that makes it so. */
export function HeldPanel({ held, expectedKeyId, onStartAgain }: HeldPanelProps) {
  const { source, copy, otherPlace, notCompared } = held;
  const { keyId } = copy.key;
  const [confirm, question] = useConfirmLoss(true);
  const isOtherKey = keyId !== undefined && expectedKeyId !== undefined && keyId !== expectedKeyId;
  return (
    <SpaceBetween size="l">
      {isOtherKey && (
        <Alert type="warning" header={restoreWords.otherKey.title}>
          {restoreWords.otherKey.text(keyId, expectedKeyId)}
        </Alert>
      )}
      {otherPlace && (
        <Alert type="warning" header={restoreWords.otherPlace.title}>
          {restoreWords.otherPlace.text(placeText(otherPlace.ofCopy), placeText(otherPlace.expected))}
        </Alert>
      )}
      {notCompared && (
        <Alert type="warning" header={restoreWords.notCompared.title}>
          {restoreWords.notCompared.text}
        </Alert>
      )}
      <Alert type="success" header={heldWords.titles[source]}>
        {heldWords.texts[source]} {heldUntilText(held)}
      </Alert>
      {copy.form === 'recipients' && source !== 'restored' && (
        <Alert type="warning">{heldWords.recipientsText}</Alert>
      )}
      {copy.form === 'shares' && source !== 'restored' && <Alert type="info">{heldWords.sharesText}</Alert>}
      {source !== 'restored' && <Box color="text-body-secondary">{heldWords.rehearseText}</Box>}
      <Container header={<Header variant="h2">{heldWords.facts}</Header>}>
        <SpaceBetween size="l">
          <HeldFacts held={held} />
          <SpaceBetween size="xxs">
            <Button onClick={() => confirm(onStartAgain)}>{heldWords.startAgain}</Button>
            {question}
            {source !== 'restored' && (
              <Box color="text-body-secondary" fontSize="body-s">
                {heldWords.startAgainText}
              </Box>
            )}
          </SpaceBetween>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
