import Checkbox, { type CheckboxProps } from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import { useRef } from 'react';
import { useFocusOnAsking } from '../../base/use-screen';
import { confirmWords } from '../../words/resume-work/unfinished-confirm';

export interface ComparedBoxProps {
  readonly isCompared: boolean;
  readonly hasPolicy: boolean;
  /** How often the person tried to go on without it. */
  readonly askedTooEarly: number;
  readonly onChange: (isCompared: boolean) => void;
}

/** The person's confirmation that the facts in a note are what they wanted. */
export function ComparedBox({ isCompared, hasPolicy, askedTooEarly, onChange }: ComparedBoxProps) {
  const box = useRef<CheckboxProps.Ref>(null);
  useFocusOnAsking(isCompared ? 0 : askedTooEarly, box);
  return (
    <FormField errorText={askedTooEarly > 0 && !isCompared ? confirmWords.boxMissing : undefined}>
      <Checkbox
        ref={box}
        checked={isCompared}
        description={hasPolicy ? confirmWords.boxText : confirmWords.boxTextNoPolicy}
        onChange={({ detail }) => onChange(detail.checked)}
      >
        {confirmWords.box}
      </Checkbox>
    </FormField>
  );
}
