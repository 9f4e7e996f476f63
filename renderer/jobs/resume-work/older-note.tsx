import Alert from '@cloudscape-design/components/alert';
import type { UnfinishedView } from '../../../main/shared/views/unfinished';
import { olderText } from '../../words/resume-work/unfinished';

/** Says that what is shown is one step old; nothing where it is not. */
export function OlderNote({ work }: { readonly work: UnfinishedView }) {
  const text = olderText(work);
  return text === undefined ? null : <Alert type="warning">{text}</Alert>;
}
