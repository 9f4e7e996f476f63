import Alert from '@cloudscape-design/components/alert';
import { finalFacts, rotateWords } from '../../../words/look-after/acts-rotate';

export interface FinalFactsProps {
  readonly rotationsDone: number;
  /** Regions of the replicas. */
  readonly replicas: readonly string[];
  /** Whether the material came back from an offline computer, for one Region. */
  readonly isReturned?: boolean;
}

/** What a person has to know before a key is rotated. */
export function FinalFacts({ rotationsDone, replicas, isReturned }: FinalFactsProps) {
  return (
    <Alert type="warning" header={rotateWords.beforeTitle}>
      <ul className="plain-list">
        {finalFacts(rotationsDone, replicas, isReturned).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
