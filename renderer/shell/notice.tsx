import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import { chrome } from '../words/shell/app';

export interface NoticeProps {
  readonly isShown: boolean;
  readonly type: AlertProps.Type;
  readonly title: string;
  readonly text: string;
  readonly onDismiss: () => void;
}

/** Says above the screen what has happened to the app meanwhile. */
export function Notice({ isShown, type, title, text, onDismiss }: NoticeProps) {
  return (
    <div role="status">
      {isShown && (
        <div className="page">
          <Alert
            type={type}
            header={title}
            dismissible
            i18nStrings={{ dismissAriaLabel: chrome.dismiss }}
            onDismiss={onDismiss}
          >
            {text}
          </Alert>
        </div>
      )}
    </div>
  );
}
