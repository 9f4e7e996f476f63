import Alert from '@cloudscape-design/components/alert';
import type { UnfinishedView } from '../../../main/shared/views/unfinished';
import { confirmText, confirmWords } from '../../words/resume-work/unfinished-confirm';

/** Says why everything has to be compared; nothing where the note is known to be ours. */
export function UnconfirmedNote({ work }: { readonly work: UnfinishedView }) {
  const { needsConfirming, job } = work;
  return needsConfirming === undefined ? null : (
    <Alert type="warning" header={confirmWords.title}>
      {confirmText(job, needsConfirming)}
    </Alert>
  );
}
