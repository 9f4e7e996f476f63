import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { limits } from '../../main/shared/limits';
import { custodianFaultText, splitWords } from '../words/custody/custody';
import type { CopyFaults } from '../words/custody/custody';

export interface CustodiansRef {
  readonly focus: (at: number) => void;
}

export interface CustodiansProps {
  readonly custodians: readonly string[];
  readonly faults: CopyFaults;
  /** How many there must be. */
  readonly least: number;
  readonly disabled: boolean;
  readonly onChange: (custodians: readonly string[]) => void;
  readonly onEnter: () => void;
  readonly ref: Ref<CustodiansRef>;
}

/** The names of the custodians, one per field. */
export function Custodians({ custodians, faults, least, disabled, onChange, onEnter, ref }: CustodiansProps) {
  const inputs = useRef<(InputProps.Ref | null)[]>([]);
  const count = custodians.length;
  const countBefore = useRef(count);
  useImperativeHandle(ref, () => ({ focus: (at) => inputs.current[at]?.focus() }), []);
  useEffect(() => {
    if (count > countBefore.current) inputs.current[count - 1]?.focus();
    countBefore.current = count;
  }, [count]);
  const remove = (at: number): void => {
    // The last field goes; the focus must not go with it.
    inputs.current[Math.max(0, at - 1)]?.focus();
    onChange(custodians.filter((_, other) => other !== at));
  };
  return (
    <SpaceBetween size="s">
      {custodians.map((name, at) => (
        <FormField
          // Only their place tells fields apart: names may be empty, and alike.
          key={at}
          label={splitWords.custodian(at + 1)}
          description={at === 0 ? splitWords.custodianText : undefined}
          errorText={custodianFaultText(faults, at)}
          secondaryControl={
            count > least && (
              <Button
                disabled={disabled}
                ariaLabel={splitWords.removeNamed(at + 1)}
                onClick={() => remove(at)}
              >
                {splitWords.remove}
              </Button>
            )
          }
        >
          <Input
            ref={(input) => {
              inputs.current[at] = input;
            }}
            value={name}
            disabled={disabled}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) =>
              onChange(custodians.map((other, place) => (place === at ? detail.value : other)))
            }
            onKeyDown={({ detail }) => {
              if (detail.key === 'Enter' && !detail.isComposing) onEnter();
            }}
          />
        </FormField>
      ))}
      <Button
        iconName="add-plus"
        disabled={disabled || count >= limits.maxCustodians}
        onClick={() => onChange([...custodians, ''])}
      >
        {splitWords.add}
      </Button>
    </SpaceBetween>
  );
}
