import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { api } from '../../../base/api';
import { SaveOne } from '../../../run/save-one';
import { practiceCopiesWords, practiceCopyWords } from '../../../words/look-after/practice-copy';

/** The copy that somebody would have kept of a key that the practice account came with. */
export function PracticeCopy({ arn }: { readonly arn: string }) {
  return (
    <SpaceBetween size="xs">
      <Box color="text-body-secondary">{practiceCopyWords.text}</Box>
      <SaveOne words={practiceCopyWords} ask={() => api.savePracticeCopy({ arn })}>
        {({ passphrase }) => <Box>{practiceCopyWords.passphrase(passphrase)}</Box>}
      </SaveOne>
    </SpaceBetween>
  );
}

/** The same for several keys, in one folder. */
export function PracticeCopies({ arns }: { readonly arns: readonly string[] }) {
  return (
    <SpaceBetween size="xs">
      <Box color="text-body-secondary">{practiceCopiesWords.text}</Box>
      <SaveOne words={practiceCopiesWords} ask={() => api.savePracticeCopies({ arns: [...arns] })}>
        {({ passphrase }) => <Box>{practiceCopiesWords.passphrase(passphrase)}</Box>}
      </SaveOne>
    </SpaceBetween>
  );
}
