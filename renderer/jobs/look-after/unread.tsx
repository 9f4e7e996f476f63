import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { AppError } from '../../../main/shared/errors';
import { errorWords } from '../../words/errors';

/** A part of the key that could not be read. */
export function Unread({ error, what }: { readonly error: AppError; readonly what: string }) {
  const { title, meaning, next } = errorWords(error, new Date());
  return (
    <div>
      <StatusIndicator type="warning">{`${what}. ${title}.`}</StatusIndicator>
      <div className="cell-more">{`${meaning} ${next}`}</div>
    </div>
  );
}
