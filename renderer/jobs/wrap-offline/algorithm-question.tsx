import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup, { type RadioGroupProps } from '@cloudscape-design/components/radio-group';
import { useRef } from 'react';
import type { WrappingAlgorithm } from '../../../main/shared/kms-words';
import { useFocusOnAsking } from '../../base/use-screen';
import { algorithmChoices, algorithmQuestion } from '../../words/wrap-offline/wrapping-algorithms';

export interface AlgorithmQuestionProps {
  readonly chosen: WrappingAlgorithm | undefined;
  /** How often the person tried to go on without an answer. */
  readonly askedTooEarly: number;
  readonly onChoose: (algorithm: WrappingAlgorithm) => void;
}

/** Asked when the files do not say it. Nothing is preselected: a wrong guess shows only when AWS refuses. */
export function AlgorithmQuestion({ chosen, askedTooEarly, onChoose }: AlgorithmQuestionProps) {
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
          items={algorithmChoices.map(({ value, description }) => ({ value, label: value, description }))}
          onChange={({ detail }) => {
            const choice = algorithmChoices.find(({ value }) => value === detail.value);
            if (choice) onChoose(choice.value);
          }}
        />
      </FormField>
    </Container>
  );
}
