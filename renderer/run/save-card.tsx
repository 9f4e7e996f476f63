import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { handOverPage } from '../words/run/hand-over';
import { SaveStatus } from './save-status';
import { useSavePdf } from './use-save-pdf';

export interface SaveCardProps {
  /** A finished run, or the saved files of the offline job. */
  readonly of: string;
  /** Whether it is the next thing to do. */
  readonly isNext: boolean;
  readonly onSaved: () => void;
}

export function SaveCard({ of, isNext, onSaved }: SaveCardProps) {
  const { isPreparing, answer, save } = useSavePdf(onSaved);
  return (
    <SpaceBetween size="xs">
      <Button
        variant={isNext ? 'primary' : 'normal'}
        disabled={isPreparing}
        onClick={() => void save({ of, document: 'successor-card' })}
      >
        {handOverPage.saveCard}
      </Button>
      <SaveStatus answer={answer} isPreparing={isPreparing} />
    </SpaceBetween>
  );
}
