import Alert from '@cloudscape-design/components/alert';
import { afterCrash, notOpened } from '../words/shell/app';

export interface AfterCrashProps {
  readonly isShown: boolean;
  readonly onDismiss: () => void;
}

/** Says that the page before this one stopped, and where its work is now. */
export function AfterCrash({ isShown, onDismiss }: AfterCrashProps) {
  return (
    <div role="status">
      {isShown && (
        <div className="page">
          <Alert
            type="warning"
            header={afterCrash.title}
            dismissible
            i18nStrings={{ dismissAriaLabel: notOpened.dismiss }}
            onDismiss={onDismiss}
          >
            {afterCrash.text}
          </Alert>
        </div>
      )}
    </div>
  );
}
