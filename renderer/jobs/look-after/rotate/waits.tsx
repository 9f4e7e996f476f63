import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { RunRow } from '../../../../main/shared/views/aws';
import { rotateWords } from '../../../words/look-after/acts-rotate';

/** Whether new material is on the key, and it was not rotated to yet. */
export function isWaiting(rows: readonly RunRow[]): boolean {
  const isDone = (wanted: RunRow['step']): boolean =>
    rows.some(({ step, state }) => step === wanted && state === 'done');
  return isDone('see-waiting') && !isDone('rotate');
}

/** The way back that is left until the key is rotated. */
export function Waits({ onBack }: { readonly onBack: () => void }) {
  return (
    <Alert
      type="info"
      header={rotateWords.waitsTitle}
      action={<Button onClick={onBack}>{rotateWords.back}</Button>}
    >
      {rotateWords.waitsText}
    </Alert>
  );
}
