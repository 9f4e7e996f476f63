import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { RecordView } from '../../../main/shared/views/custody';
import { Announcement } from '../../components/announcement';
import { checkValueOf } from '../../custody/selectors';
import { IntakeFailure } from '../../intake/intake-failure';
import { useFocusOnAsking } from '../../base/use-screen';
import { restoreWords } from '../../words/custody/custody-restore';
import { announceRecord, rehearsePage } from '../../words/rehearse-restore/rehearse';
import { missingInRehearsal, recordOf } from './selectors';
import type { RehearseForm } from './state';
import type { RehearseIntents } from './use-rehearse';
import { FactValue } from '../../base/fact-value';

export interface RecordFieldProps {
  readonly form: RehearseForm;
  readonly isComparing: boolean;
  readonly intents: RehearseIntents;
}

/** The check value that the copy must have: typed, or read from a record. */
export function RecordField({ form, isComparing, intents }: RecordFieldProps) {
  const { checkValue, record, askedTooEarly } = form;
  const view = recordOf(form);
  const isMissing = missingInRehearsal(form) === 'check-value';
  const input = useRef<InputProps.Ref>(null);
  useFocusOnAsking(isMissing ? askedTooEarly : 0, input);
  return (
    <Container
      header={
        <Header variant="h2" description={rehearsePage.recordText}>
          {rehearsePage.recordTitle}
        </Header>
      }
    >
      <Announcement text={view ? announceRecord(view) : ''} />
      <SpaceBetween size="l">
        <IntakeFailure work={record} />
        <FormField
          label={rehearsePage.checkValue}
          description={rehearsePage.checkValueText}
          errorText={askedTooEarly > 0 ? checkValueFault(checkValue) : ''}
          secondaryControl={
            <Button
              iconName="file"
              loading={record.at === 'working'}
              disabled={isComparing}
              onClick={intents.chooseRecord}
            >
              {rehearsePage.chooseRecord}
            </Button>
          }
        >
          <Input
            ref={input}
            value={checkValue}
            spellcheck={false}
            autoComplete={false}
            disabled={isComparing}
            onChange={({ detail }) => intents.dispatch({ type: 'checkValueTyped', checkValue: detail.value })}
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter') intents.compare();
            }}
          />
        </FormField>
        {view && <RecordFacts record={view} />}
      </SpaceBetween>
    </Container>
  );
}

/** Empty when the text is a check value. */
function checkValueFault(text: string): string {
  if (checkValueOf(text) !== undefined) return '';
  return text.trim() === '' ? rehearsePage.checkValueMissing : restoreWords.checkValueWrong;
}

function RecordFacts({ record }: { readonly record: RecordView }) {
  const { fileName, keyArn, keyId } = record;
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: rehearsePage.record, value: <span className="breakable">{fileName}</span> },
        {
          label: rehearsePage.recordKey,
          value: (
            <FactValue
              label={rehearsePage.recordKey}
              value={keyArn ?? keyId ?? rehearsePage.recordKeyUnsaid}
            />
          ),
        },
      ]}
    />
  );
}
