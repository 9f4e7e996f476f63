import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { handOverPage } from '../words/run/hand-over';
import { SaveStatus } from './save-status';
import { useSavePdf } from './use-save-pdf';

/** `of`: a finished run, or the saved files of the offline job. */
export function SaveCard({ of }: { readonly of: string }) {
  const { isPreparing, answer, save } = useSavePdf();
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <SaveStatus answer={answer} isPreparing={isPreparing} />
      <Button disabled={isPreparing} onClick={() => void save({ of, document: 'successor-card' })}>
        {handOverPage.saveCard}
      </Button>
    </SpaceBetween>
  );
}
