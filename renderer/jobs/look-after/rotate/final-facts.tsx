import Alert from '@cloudscape-design/components/alert';
import { finalFacts, rotateWords } from '../../../words/look-after/acts-rotate';

/** What a person has to know before a key is rotated. */
export function FinalFacts({ rotationsDone }: { readonly rotationsDone: number }) {
  return (
    <Alert type="warning" header={rotateWords.beforeTitle}>
      <ul className="plain-list">
        {finalFacts(rotationsDone).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
