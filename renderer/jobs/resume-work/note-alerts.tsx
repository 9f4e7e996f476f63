import Alert from '@cloudscape-design/components/alert';
import type { UnfinishedView } from '../../../main/shared/views/unfinished';
import { olderText } from '../../words/resume-work/unfinished';
import { confirmText, confirmWords } from '../../words/resume-work/unfinished-confirm';

/** Says that what is shown is one step old; renders nothing where it is current. */
export function OlderNote({ work }: { readonly work: UnfinishedView }) {
  const text = olderText(work);
  return text === undefined ? null : <Alert type="warning">{text}</Alert>;
}

/** Says why everything has to be compared; renders nothing where the note is known to be ours. */
export function UnconfirmedNote({ work }: { readonly work: UnfinishedView }) {
  const { needsConfirming, job } = work;
  return needsConfirming === undefined ? null : (
    <Alert type="warning" header={confirmWords.title}>
      {confirmText(job, needsConfirming)}
    </Alert>
  );
}
