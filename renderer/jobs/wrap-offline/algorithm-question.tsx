import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup, { type RadioGroupProps } from '@cloudscape-design/components/radio-group';
import { useRef } from 'react';
import type { WrappingAlgorithm } from '../../../main/shared/kms-words';
import { useFocusOnAsking } from '../../base/use-screen';
import { hashOf } from '../../../main/shared/kms-words';
import { SetByOrganisation, useOrganisation } from '../../base/set-by-organisation';
import { organisation } from '../../words/shell/organisation';
import { algorithmChoices, algorithmQuestion } from '../../words/wrap-offline/wrapping-algorithms';

export interface AlgorithmQuestionProps {
  readonly chosen: WrappingAlgorithm | undefined;
  /** How often the person tried to go on without an answer. */
  readonly askedTooEarly: number;
  readonly onChoose: (algorithm: WrappingAlgorithm) => void;
}

/** Asked when the files do not say it. Nothing is preselected: a wrong guess shows only when AWS refuses. */
export function AlgorithmQuestion({ chosen, askedTooEarly, onChoose }: AlgorithmQuestionProps) {
  const { sha1Forbidden } = useOrganisation();
  const radios = useRef<RadioGroupProps.Ref>(null);
  useFocusOnAsking(chosen === undefined ? askedTooEarly : 0, radios);
  return (
    <Container header={<Header variant="h2">{algorithmQuestion.title}</Header>}>
      <FormField
        stretch
        label={algorithmQuestion.label}
        description={algorithmQuestion.description}
        errorText={askedTooEarly > 0 && chosen === undefined ? algorithmQuestion.missing : ''}
      >
        <RadioGroup
          ref={radios}
          ariaRequired
          value={chosen ?? null}
          items={algorithmChoices.map(({ value, description }) => ({
            value,
            label: value,
            description,
            disabled: sha1Forbidden === true && hashOf(value) === 'sha1',
          }))}
          onChange={({ detail }) => {
            const choice = algorithmChoices.find(({ value }) => value === detail.value);
            if (choice) onChoose(choice.value);
          }}
        />
      </FormField>
      {sha1Forbidden && <SetByOrganisation text={organisation.sha1} />}
    </Container>
  );
}
