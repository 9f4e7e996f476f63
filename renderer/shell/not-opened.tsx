import Alert from '@cloudscape-design/components/alert';
import { notOpened } from '../words/shell/app';

export interface NotOpenedProps {
  readonly isShown: boolean;
  readonly onDismiss: () => void;
}

/** Says that files came while something else is under way. */
export function NotOpened({ isShown, onDismiss }: NotOpenedProps) {
  return (
    <div role="status">
      {isShown && (
        <div className="page">
          <Alert
            type="info"
            header={notOpened.title}
            dismissible
            i18nStrings={{ dismissAriaLabel: notOpened.dismiss }}
            onDismiss={onDismiss}
          >
            {notOpened.text}
          </Alert>
        </div>
      )}
    </div>
  );
}
