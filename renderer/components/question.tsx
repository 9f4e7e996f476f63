import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

export interface QuestionProps {
  readonly words: {
    readonly title: string;
    readonly text: string;
    /** What leaves everything as it is. */
    readonly stay: string;
    readonly goOn: string;
  };
  readonly onStay: () => void;
  readonly onGoOn: () => void;
}

/** Asks before an act; what changes nothing is the answer at hand. */
export function Question({ words, onStay, onGoOn }: QuestionProps): ReactNode {
  return (
    <Modal
      visible
      header={words.title}
      closeAriaLabel={words.stay}
      onDismiss={onStay}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="primary" onClick={onStay}>
              {words.stay}
            </Button>
            <Button onClick={onGoOn}>{words.goOn}</Button>
          </SpaceBetween>
        </Box>
      }
    >
      {words.text}
    </Modal>
  );
}
