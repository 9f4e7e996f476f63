import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { handOverPage } from '../words/run/hand-over';
import { SaveStatus } from './save-status';
import { useSavePdf } from './use-save-pdf';

/** `of`: a finished run, or the saved files of the offline job. */
export function SaveCard({ of, onSaved }: { readonly of: string; readonly onSaved?: () => void }) {
  const { isPreparing, answer, save } = useSavePdf(onSaved);
  return (
    <SpaceBetween size="xs">
      <Button disabled={isPreparing} onClick={() => void save({ of, document: 'successor-card' })}>
        {handOverPage.saveCard}
      </Button>
      <SaveStatus answer={answer} isPreparing={isPreparing} />
    </SpaceBetween>
  );
}
