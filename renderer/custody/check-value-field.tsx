import { Term } from '../components/term';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Ref } from 'react';
import { IntakeFailure } from '../intake/intake-failure';
import { restoreWords } from '../words/custody/custody-restore';
import type { CustodyProps } from './custody-props';
import { isBusy, needsCheckValue, restoreFaults } from './selectors';

export interface CheckValueFieldProps extends CustodyProps {
  readonly inputRef: Ref<InputProps.Ref>;
}

/** The check value, which tells the right copy from one that anybody could have made, or that it is not known. */
export function CheckValueField({ state, intents, inputRef }: CheckValueFieldProps) {
  const { restore, askedTooEarly } = state;
  const { checkValue, isUnknown, record } = restore;
  const isNeeded = needsCheckValue(state);
  const fault = askedTooEarly > 0 ? restoreFaults(state).checkValue : undefined;
  return (
    <SpaceBetween size="s">
      <IntakeFailure work={record} />
      <FormField
        label={isNeeded ? restoreWords.checkValueNeeded : restoreWords.checkValue}
        info={<Term name="checkValue" />}
        description={isNeeded ? restoreWords.checkValueNeededText : restoreWords.checkValueText}
        constraintText={restoreWords.checkValueForm}
        errorText={fault === undefined ? '' : restoreWords.checkValueFaults[fault]}
        secondaryControl={
          <Button
            iconName="file"
            loading={record.at === 'working'}
            disabled={isBusy(state) || isUnknown}
            onClick={intents.chooseRecord}
          >
            {restoreWords.chooseRecord}
          </Button>
        }
      >
        <Input
          ref={inputRef}
          value={checkValue}
          disabled={isBusy(state) || isUnknown}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) =>
            intents.dispatch({ type: 'restoreChanged', change: { checkValue: detail.value } })
          }
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter' && !detail.isComposing) intents.openCopy();
          }}
        />
      </FormField>
      {isNeeded && (
        <Checkbox
          checked={isUnknown}
          disabled={isBusy(state)}
          description={restoreWords.unknownText}
          onChange={({ detail }) =>
            intents.dispatch({
              type: 'restoreChanged',
              change: { isUnknown: detail.checked, ...(detail.checked ? { checkValue: '' } : {}) },
            })
          }
        >
          {restoreWords.unknown}
        </Checkbox>
      )}
    </SpaceBetween>
  );
}
