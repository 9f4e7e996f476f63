import Alert from '@cloudscape-design/components/alert';
import type { ActPlanView } from '../../../../main/shared/views/acts';
import { CopyText } from '../../../base/copy-text';
import { actPage } from '../../../words/look-after/acts';

export interface MissingPermissionsProps {
  readonly plan: Pick<ActPlanView, 'permissions' | 'missingStatement'>;
}

/** What IAM says is missing: a hint, since the key policy may allow it. */
export function MissingPermissions({ plan: { missingStatement, permissions } }: MissingPermissionsProps) {
  const isDenied = permissions.some(({ answer }) => answer === 'denied');
  if (missingStatement === undefined || !isDenied) return null;
  return (
    <Alert
      type="warning"
      action={<CopyText label={actPage.missingCopy} text={missingStatement} variant="normal" />}
    >
      {actPage.missing}
    </Alert>
  );
}
