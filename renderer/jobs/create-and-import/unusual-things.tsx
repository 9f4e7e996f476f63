import Alert from '@cloudscape-design/components/alert';
import Checkbox, { type CheckboxProps } from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { Unusual } from '../../../main/shared/views/statement';
import { useFocusWhenAsked } from '../../base/use-screen';
import { statementWords, unusualText } from '../../words/create-and-import/statement';
import { statementOf, unconfirmed, unusualId } from './statement';
import type { DraftAction, DraftState } from './state';

export interface UnusualThingsProps {
  readonly state: DraftState;
  readonly dispatch: (action: DraftAction) => void;
}

/** Each unusual thing that the receiver's statement allows, with its own box to tick. */
export function UnusualThings({ state, dispatch }: UnusualThingsProps) {
  const unusual = statementOf(state)?.unusual ?? [];
  const [first] = unconfirmed(state);
  return (
    <Alert type="warning" header={statementWords.unusual}>
      <SpaceBetween size="m">
        <div>{statementWords.unusualText}</div>
        {unusual.map((one) => (
          <UnusualThing
            key={unusualId(one)}
            unusual={one}
            isConfirmed={state.confirmed.includes(unusualId(one))}
            askedTooEarly={state.askedTooEarly}
            takesFocus={one === first}
            onChange={(isConfirmed) =>
              dispatch({ type: 'unusualConfirmed', unusual: unusualId(one), isConfirmed })
            }
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
