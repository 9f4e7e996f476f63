import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { heldWords } from '../words/custody/custody';

/**
 * Asks before something that ends the vault which holds the key material.
 *
 * @returns what runs an act, after a question while material is held; and the question, to be shown somewhere.
 */
export function useConfirmLoss(isHeld: boolean): readonly [(act: () => void) => void, ReactNode] {
  const [pending, setPending] = useState<{ readonly act: () => void }>();
  const { title, text, keep, giveUp } = heldWords.loss;
  const close = (): void => setPending(undefined);
  const question = pending && (
    <Modal
      visible
      header={title}
      closeAriaLabel={keep}
      onDismiss={close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" onClick={close}>
              {keep}
            </Button>
            <Button
              onClick={() => {
                close();
                pending.act();
              }}
            >
              {giveUp}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {text}
    </Modal>
  );
  return [(act) => (isHeld ? setPending({ act }) : act()), question];
}
