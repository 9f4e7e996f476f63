import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../base/use-screen';
import { transferWords } from '../../words/wrap-offline/transfer';
import { returnedOf, transferProof } from './selectors';
import type { FinishAction, FinishState } from './state';

export interface TransferQuestionProps {
  readonly state: FinishState;
  readonly dispatch: (action: FinishAction) => void;
}

/**
 * What binds the files to the offline computer: the code that it showed, or the confirmation that there was none. Main
 * compares. Enter does nothing here, because a scanner types it after the code.
 */
export function TransferQuestion({ state, dispatch }: TransferQuestionProps) {
  const { askedTooEarly, transfer } = state;
  const input = useRef<InputProps.Ref>(null);
  const view = returnedOf(state);
  const isMissing = view !== undefined && transferProof(state) === undefined;
  useFocusOnAsking(isMissing ? askedTooEarly : 0, input);
  if (view === undefined) return null;
  const words = view.hasTransferCode ? transferWords.code : transferWords.none;
  const fault = transfer.trim() === '' ? words.missing : words.wrong;
  return (
    <Container
      header={
        <Header variant="h2" description={words.text}>
          {words.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {!view.hasTransferCode && (
          <Alert type="warning" header={transferWords.stop.title}>
            {transferWords.stop.text}
          </Alert>
        )}
        <div className={view.hasTransferCode ? 'code-field' : ''}>
          <FormField
            label={words.label}
            description={words.hint}
            errorText={askedTooEarly > 0 && isMissing ? fault : ''}
          >
            <Input
              ref={input}
              value={transfer}
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => dispatch({ type: 'transferTyped', transfer: detail.value })}
            />
          </FormField>
        </div>
      </SpaceBetween>
    </Container>
  );
}
