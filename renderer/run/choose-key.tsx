import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup, { type RadioGroupProps } from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { CandidateKey } from '../../main/shared/views/aws';
import { useFocusOnAsking } from '../base/use-screen';
import { candidateText, ceremonyRunPage, nextLabel } from '../words/run/run';

export interface ChooseKeyProps {
  readonly candidates: readonly CandidateKey[];
  readonly onChosen: (keyId: string) => void;
}

/** Several keys carry the tag of the run. None is preselected: only the person can know which one to keep. */
export function ChooseKey({ candidates, onChosen }: ChooseKeyProps) {
  const radios = useRef<RadioGroupProps.Ref>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  useFocusOnAsking(chosen === null ? askedTooEarly : 0, radios);
  const goOn = (): void => {
    if (chosen === null) setAskedTooEarly(askedTooEarly + 1);
    else onChosen(chosen);
  };
  return (
    <SpaceBetween size="m">
      <FormField
        stretch
        label={ceremonyRunPage.chooseKey}
        description={ceremonyRunPage.chooseKeyText}
        errorText={askedTooEarly > 0 && chosen === null ? ceremonyRunPage.chooseKeyMissing : ''}
      >
        <RadioGroup
          ref={radios}
          ariaRequired
          value={chosen}
          items={candidates.map((key) => ({
            value: key.keyId,
            label: key.keyId,
            description: candidateText(key),
          }))}
          onChange={({ detail }) => setChosen(detail.value)}
        />
      </FormField>
      <Button variant="primary" onClick={goOn}>
        {nextLabel('choose-key')}
      </Button>
    </SpaceBetween>
  );
}
