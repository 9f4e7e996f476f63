import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ActPlanView, BoundStatement } from '../../../../main/shared/views/acts';
import { boundText, boundWords } from '../../../words/look-after/acts-labels';

export interface BoundPanelProps {
  readonly by: 'tags' | 'aliases' | 'regions';
  readonly bound: ActPlanView['bound'];
  /** Whether a statement is about what is changed. */
  readonly isHit?: (statement: BoundStatement) => boolean;
}

/** Which statements of the key policy go by what an act changes. */
export function BoundPanel({ by, bound, isHit = () => true }: BoundPanelProps) {
  const words = boundWords[by];
  const statements = bound?.statements ?? [];
  const isWarning = statements.some(isHit) || bound?.isSureOfAll !== true;
  return (
    <Alert type={isWarning ? 'warning' : 'info'} header={statements.some(isHit) ? words.hit : words.title}>
      <SpaceBetween size="xs">
        {bound === undefined && <Box>{boundWords.unread}</Box>}
        {bound?.isSureOfAll === false && <Box>{boundWords.notAll}</Box>}
        {bound?.isSureOfAll === true && statements.length === 0 && <Box>{words.none}</Box>}
        {statements.length > 0 && (
          <>
            <ul className="plain-list">
              {statements.map((statement) => (
                <li key={statement.number}>{boundText(statement)}</li>
              ))}
            </ul>
            <Box>{words.text}</Box>
          </>
        )}
        {words.elsewhere !== '' && <Box>{words.elsewhere}</Box>}
      </SpaceBetween>
    </Alert>
  );
}
