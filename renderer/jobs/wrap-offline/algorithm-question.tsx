import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { WrappingAlgorithm } from '../../../main/shared/kms-words';
import { algorithmChoices, algorithmQuestion } from '../../words/wrapping-algorithms';

export interface AlgorithmQuestionProps {
  readonly chosen: WrappingAlgorithm | undefined;
  /** Whether the answer is overdue. */
  readonly isMissing: boolean;
  readonly onChoose: (algorithm: WrappingAlgorithm) => void;
}

/** Asked when the files do not say it. Nothing is preselected: a wrong guess shows only when AWS refuses. */
export function AlgorithmQuestion({ chosen, isMissing, onChoose }: AlgorithmQuestionProps) {
  return (
    <Container header={<Header variant="h2">{algorithmQuestion.title}</Header>}>
      <FormField
        stretch
        label={algorithmQuestion.label}
        description={algorithmQuestion.description}
        errorText={isMissing && chosen === undefined ? algorithmQuestion.missing : ''}
      >
        <RadioGroup
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
