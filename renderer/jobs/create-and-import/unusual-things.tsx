import Alert from '@cloudscape-design/components/alert';
import Checkbox, { type CheckboxProps } from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { Unusual } from '../../../main/shared/views/statement';
import { useFocusWhenAsked } from '../../base/use-screen';
import { statementWords, unusualText } from '../../words/create-and-import/statement';
import { unusualId } from './statement';

export interface UnusualThingsProps {
  readonly unusual: readonly Unusual[];
  /** Those that are confirmed, by `unusualId`. */
  readonly confirmed: readonly string[];
  readonly askedTooEarly: number;
  readonly onChange: (unusual: string, isConfirmed: boolean) => void;
}

/** Each unusual thing that the receiver's statement allows, with its own box to tick. */
export function UnusualThings({ unusual, confirmed, askedTooEarly, onChange }: UnusualThingsProps) {
  const first = unusual.find((one) => !confirmed.includes(unusualId(one)));
  return (
    <Alert type="warning" header={statementWords.unusual}>
      <SpaceBetween size="m">
        <div>{statementWords.unusualText}</div>
        {unusual.map((one) => (
          <UnusualThing
            key={unusualId(one)}
            unusual={one}
            isConfirmed={confirmed.includes(unusualId(one))}
            askedTooEarly={askedTooEarly}
            takesFocus={one === first}
            onChange={(isConfirmed) => onChange(unusualId(one), isConfirmed)}
          />
        ))}
      </SpaceBetween>
    </Alert>
  );
}

interface UnusualThingProps {
  readonly unusual: Unusual;
  readonly isConfirmed: boolean;
  readonly askedTooEarly: number;
  readonly takesFocus: boolean;
  readonly onChange: (isConfirmed: boolean) => void;
}

function UnusualThing({ unusual, isConfirmed, askedTooEarly, takesFocus, onChange }: UnusualThingProps) {
  const checkbox = useRef<CheckboxProps.Ref>(null);
  useFocusWhenAsked(askedTooEarly, takesFocus, checkbox);
  const [label, text] = unusualText(unusual);
  return (
    <FormField stretch errorText={askedTooEarly > 0 && !isConfirmed ? statementWords.unconfirmed : ''}>
      <Checkbox
        ref={checkbox}
        checked={isConfirmed}
        description={<span className="breakable">{text}</span>}
        onChange={({ detail }) => onChange(detail.checked)}
      >
        <span className="breakable">{label}</span>
      </Checkbox>
    </FormField>
  );
}
