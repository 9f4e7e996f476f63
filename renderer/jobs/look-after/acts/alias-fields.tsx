import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { KeyAct } from '../../../../main/shared/views/acts';
import { useFocusOnAsking } from '../../../base/use-screen';
import { aliasFields } from '../../../words/look-after/acts-labels';
import type { ActFieldsProps } from './act-fields-props';
import { BoundPanel } from './bound-panel';

type Naming = Extract<KeyAct, { readonly alias: string }>;

/** Which alias: a new one, one of another key, or one of this key. */
export function AliasFields(props: ActFieldsProps & { readonly act: Naming }) {
  const { act, plan } = props;
  const { ownAliases = [], otherAliases = [] } = plan;
  const own = ownAliases.map((alias) => ({ value: alias, label: `alias/${alias}` }));
  const others = otherAliases.map(({ alias, keyId }) => ({
    value: alias,
    label: `alias/${alias}`,
    description: aliasFields.ofKey(keyId),
  }));
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{aliasFields.title}</Header>}>
        <SpaceBetween size="l">
          <Box>{aliasFields.own(ownAliases)}</Box>
          {act.do === 'give-alias' && <NewAlias {...props} />}
          {act.do === 'move-alias' && (
            <Chosen {...props} options={others} none={aliasFields.noneOther} text={aliasFields.moveText} />
          )}
          {act.do === 'remove-alias' && (
            <Chosen {...props} options={own} none={aliasFields.noneOwn} text="" />
          )}
        </SpaceBetween>
      </Container>
      <BoundPanel by="aliases" bound={plan.bound} />
    </SpaceBetween>
  );
}

type Props = ActFieldsProps & { readonly act: Naming };

function NewAlias({ act, askedTooEarly, onChange }: Props) {
  const field = useRef<InputProps.Ref>(null);
  const isMissing = act.alias === '';
  useFocusOnAsking(isMissing ? askedTooEarly : 0, field);
  return (
    <FormField
      label={aliasFields.newAlias}
      description={aliasFields.newAliasText}
      errorText={askedTooEarly > 0 && isMissing ? aliasFields.newMissing : ''}
    >
      <Input
        ref={field}
        value={act.alias}
        autoComplete={false}
        spellcheck={false}
        onChange={({ detail }) => onChange({ ...act, alias: detail.value.trim() })}
      />
    </FormField>
  );
}

interface ChosenProps extends Props {
  readonly options: readonly SelectProps.Option[];
  /** Where there is nothing to choose. */
  readonly none: string;
  readonly text: string;
}

function Chosen({ act, askedTooEarly, options, none, text, onChange }: ChosenProps) {
  const field = useRef<SelectProps.Ref>(null);
  const isMissing = act.alias === '';
  useFocusOnAsking(isMissing ? askedTooEarly : 0, field);
  if (options.length === 0) return <Box>{none}</Box>;
  return (
    <FormField
      label={aliasFields.choose}
      description={text}
      errorText={askedTooEarly > 0 && isMissing ? aliasFields.chooseMissing : ''}
    >
      <Select
        ref={field}
        options={options}
        placeholder={aliasFields.choosePlaceholder}
        filteringType="auto"
        filteringAriaLabel={aliasFields.filter}
        filteringPlaceholder={aliasFields.filter}
        noMatch={aliasFields.noMatch}
        selectedOption={options.find(({ value }) => value === act.alias) ?? null}
        onChange={({ detail }) => onChange({ ...act, alias: detail.selectedOption.value ?? '' })}
      />
    </FormField>
  );
}
