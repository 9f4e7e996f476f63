import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ActedView } from '../../main/shared/views/acts';
import type { RevokedView } from '../../main/shared/views/revoke';
import { Sentences } from '../base/sentences';
import { isPlainlyOpen, openSentence, revokePage } from '../words/look-after/acts-revoke';

/** Whether a receiver that was revoked is plainly let in all the same. */
export const isStillOpen = ({ revoked }: ActedView): boolean =>
  revoked?.stillOpen.some(isPlainlyOpen) === true;

/** What is left after a receiver was revoked; nothing where nothing is. */
export function RevokedPart({ revoked }: { readonly revoked: RevokedView }) {
  const { stillOpen, kept, accountId } = revoked;
  const plainly = stillOpen.filter(isPlainlyOpen);
  if (plainly.length === 0 && kept.length === 0) return null;
  return (
    <SpaceBetween size="m">
      {plainly.length > 0 && (
        <Alert type="warning" header={revokePage.openTitle}>
          <Sentences of={plainly.map((each) => openSentence(each, accountId))} />
          {revokePage.openText}
        </Alert>
      )}
      {kept.length > 0 && (
        <Alert type="info" header={revokePage.keptTitle}>
          <Sentences of={kept} />
          {revokePage.keptText}
        </Alert>
      )}
    </SpaceBetween>
  );
}
