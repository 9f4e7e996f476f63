import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useRef } from 'react';
import { useFocusWhenAsked } from '../../base/use-screen';
import { settledOf } from '../../base/work';
import { cardWords } from '../../words/create-and-import/receiver-card';
import { practiceStatement, statementWords } from '../../words/create-and-import/statement';
import { presetOf } from './blanks';
import { cardOf } from './selectors';
import { isPasted, missingInStatement } from './statement';
import { StatementRead } from './statement-read';
import type { DraftAction, DraftState } from './state';

export interface ReceiverStatementProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
  readonly isPractice: boolean;
}

/** Takes a statement that the receiver printed, and says at once what it allows or why it is refused. */
export function ReceiverStatement({ state, dispatch, isPractice }: ReceiverStatementProps) {
  const { receiver, askedTooEarly } = state;
  const field = useRef<TextareaProps.Ref>(null);
  const missing = missingInStatement(state);
  const isMissing = missing === 'statement' && askedTooEarly > 0;
  const isAtFault = missing === 'statement' || missing === 'refused-statement';
  useFocusWhenAsked(askedTooEarly, isAtFault, field);
  // While somebody types, the last answer stays until the next one.
  const read = settledOf(state.statement);
  const paste = (pasted: string): void => dispatch({ type: 'receiverChanged', change: { pasted } });
  return (
    <SpaceBetween size="l">
      <FormField
        stretch
        label={statementWords.label}
        description={descriptionOf(state)}
        errorText={read.at === 'failed' ? statementWords.refused : isMissing ? statementWords.missing : ''}
      >
        <SpaceBetween size="xs">
          <Textarea
            ref={field}
            rows={Math.min(Math.max(receiver.pasted.split('\n').length + 1, 3), 7)}
            value={receiver.pasted}
            spellcheck={false}
            autoComplete={false}
            onChange={({ detail }) => paste(detail.value)}
          />
          {isPractice && receiver.pasted === '' && (
            <Button
              variant="inline-link"
              onClick={() => {
                paste(practiceStatement);
                // The button that was pressed goes with the empty field.
                field.current?.focus();
              }}
            >
              {statementWords.practice}
            </Button>
          )}
        </SpaceBetween>
      </FormField>
      <StatementRead state={state} dispatch={dispatch} />
    </SpaceBetween>
  );
}

function descriptionOf(state: DraftState): string {
  const { receiver } = state;
  const ofCard = cardOf(state)?.statement;
  if (ofCard !== undefined) return ofCard === receiver.pasted ? cardWords.fromCard : cardWords.otherStatement;
  const name = presetOf(receiver)?.name;
  if (name !== undefined) return statementWords.ofPreset(name);
  return isPasted(receiver) ? statementWords.takesOver : statementWords.insteadOfAccount;
}
