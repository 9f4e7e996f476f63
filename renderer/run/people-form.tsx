import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, type Ref } from 'react';
import { SetByOrganisation, useOrganisation } from '../base/set-by-organisation';
import { useFocusOnAsking } from '../base/use-screen';
import { saveRecord } from '../words/run/ceremony-record';
import { organisation } from '../words/shell/organisation';
import { missingPerson, type PeopleDraft } from './record-people';

export interface PeopleFormProps {
  readonly draft: PeopleDraft;
  /** How often the person asked to save while a name was missing. */
  readonly askedTooEarly: number;
  readonly isSaving: boolean;
  readonly onChange: (draft: PeopleDraft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Who took part in the ceremony. */
export function PeopleForm(props: PeopleFormProps) {
  const { draft, askedTooEarly, isSaving, onChange, onSave, onCancel } = props;
  const operator = useRef<InputProps.Ref>(null);
  const witness = useRef<InputProps.Ref>(null);
  const { witnessRequired } = useOrganisation();
  const missing = missingPerson(draft);
  useEffect(() => operator.current?.focus(), []);
  useFocusOnAsking(missing === 'operator' ? askedTooEarly : 0, operator);
  useFocusOnAsking(missing === 'witness' ? askedTooEarly : 0, witness);
  const field = (name: Exclude<keyof PeopleDraft, 'isAlone'>, ref?: Ref<InputProps.Ref>, isOff = false) => (
    <Input
      {...(ref ? { ref } : {})}
      value={draft[name]}
      disabled={isSaving || isOff}
      autoComplete={false}
      spellcheck={false}
      onChange={({ detail }) => onChange({ ...draft, [name]: detail.value })}
      onKeyDown={({ detail }) => {
        if (detail.key === 'Enter' && !detail.isComposing) onSave();
      }}
    />
  );
  const fault = (person: 'operator' | 'witness', words: string): string =>
    askedTooEarly > 0 && missing === person ? words : '';
  return (
    <SpaceBetween size="l">
      <ColumnLayout columns={2}>
        <FormField
          label={saveRecord.operator}
          description={saveRecord.operatorText}
          errorText={fault('operator', saveRecord.operatorMissing)}
        >
          {field('operator', operator)}
        </FormField>
        <FormField label={<Optional label={saveRecord.operatorRole} />} description={saveRecord.roleText}>
          {field('operatorRole')}
        </FormField>
        <FormField
          label={saveRecord.witness}
          description={saveRecord.witnessText}
          errorText={fault('witness', saveRecord.witnessMissing)}
        >
          {field('witness', witness, draft.isAlone)}
        </FormField>
        <FormField label={<Optional label={saveRecord.witnessRole} />} description={saveRecord.roleText}>
          {field('witnessRole', undefined, draft.isAlone)}
        </FormField>
      </ColumnLayout>
      <Checkbox
        checked={draft.isAlone}
        disabled={isSaving || witnessRequired === true}
        description={saveRecord.noWitnessText}
        onChange={({ detail }) => onChange({ ...draft, isAlone: detail.checked })}
      >
        {saveRecord.noWitness}
      </Checkbox>
      {witnessRequired && <SetByOrganisation text={organisation.witness} />}
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="primary" loading={isSaving} onClick={onSave}>
          {saveRecord.submit}
        </Button>
        <Button disabled={isSaving} onClick={onCancel}>
          {saveRecord.cancel}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}

function Optional({ label }: { readonly label: string }) {
  return (
    <>
      {label}
      <i>{saveRecord.optional}</i>
    </>
  );
}
