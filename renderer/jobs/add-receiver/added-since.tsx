import Alert from '@cloudscape-design/components/alert';
import { addedSince } from '../../words/add-receiver/add-receiver';

export interface AddedSinceProps {
  readonly receiver: string;
  /** ISO 8601, UTC; absent as long as the receiver was not added. */
  readonly addedAt?: string;
}

/** On the last page of finished work: whether the receiver that the key was made without has been added since. */
export function AddedSince({ receiver, addedAt }: AddedSinceProps) {
  return addedAt === undefined ? (
    <Alert type="warning" header={addedSince.open(receiver)}>
      {addedSince.openText}
    </Alert>
  ) : (
    <Alert type="info" header={addedSince.done(receiver, addedAt)}>
      {addedSince.doneText}
    </Alert>
  );
}
