import Autosuggest from '@cloudscape-design/components/autosuggest';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import TokenGroup from '@cloudscape-design/components/token-group';
import { useRef, useState } from 'react';
import { useOncePointerIsUp } from '../../base/once-pointer-is-up';
import { useFocusOnAsking } from '../../base/use-screen';
import { keyWords } from '../../words/create-and-import/key';
import { isPrincipalArn, principalName } from './principal-arn';
import { usePrincipals } from './use-principals';

export interface PrincipalsProps {
  readonly label: string;
  readonly description: string;
  readonly session: string;
  readonly callerArn: string;
  /** ARNs. */
  readonly chosen: readonly string[];
  readonly onChange: (arns: readonly string[]) => void;
  /** What was typed, and is not added yet. */
  readonly typed: string;
  readonly onType: (text: string) => void;
  /** The field was left: a whole ARN in it is added. */
  readonly onEntered: () => void;
  /** How often the person tried to go on. */
  readonly askedTooEarly: number;
  /** Empty when there is nothing to warn of. */
  readonly warning: string;
}

/** Users and roles: found by name where AWS lists them, and always by ARN. */
export function Principals(props: PrincipalsProps) {
  const { chosen, callerArn, onChange, typed: text, onType: setText, askedTooEarly } = props;
  const isLeft = text.trim() !== '';
  // Not the field itself: focus would open its list over what is said below it.
  const group = useRef<HTMLDivElement>(null);
  useFocusOnAsking(isLeft ? askedTooEarly : 0, group);
  const [isNoArn, setIsNoArn] = useState(false);
  const oncePointerIsUp = useOncePointerIsUp();
  const { found, status, statusText, search } = usePrincipals(props.session);
  const add = (entered: string): void => {
    const arn = entered.trim();
    setIsNoArn(!isPrincipalArn(arn));
    if (!isPrincipalArn(arn)) return;
    setText('');
    if (!chosen.includes(arn)) onChange([...chosen, arn]);
  };
  return (
    <div ref={group} role="group" aria-label={props.label} tabIndex={-1}>
      <FormField
        label={props.label}
        description={props.description}
        errorText={
          askedTooEarly > 0 && isLeft ? keyWords.notAdded(text.trim()) : isNoArn ? keyWords.noArn : ''
        }
        warningText={props.warning}
      >
        <Autosuggest
          value={text}
          placeholder={keyWords.findPrincipal}
          enteredTextLabel={keyWords.useArn}
          filteringType="manual"
          hideEnteredTextOption={!isPrincipalArn(text.trim())}
          options={found
            .filter(({ arn }) => !chosen.includes(arn))
            .map(({ arn, name, kind }) => ({ value: arn, label: name, labelTag: kind, description: arn }))}
          statusType={status}
          loadingText={keyWords.searching}
          errorText={keyWords.searchFailed}
          empty={statusText || keyWords.noneFound}
          {...(statusText ? { finishedText: statusText } : {})}
          onLoadItems={({ detail }) => search(detail.filteringText)}
          onChange={({ detail }) => {
            setText(detail.value);
            setIsNoArn(false);
          }}
          onSelect={({ detail }) => add(detail.value)}
          // Words about anything else wait for Next.
          onBlur={() => oncePointerIsUp(props.onEntered)}
        />
      </FormField>
      {chosen.length > 0 && (
        <Box margin={{ top: 'xs' }}>
          <TokenGroup
            items={chosen.map((arn) => ({
              label: `${principalName(arn)}${arn === callerArn ? ` (${keyWords.you})` : ''}`,
              description: arn,
              dismissLabel: keyWords.remove(principalName(arn)),
            }))}
            onDismiss={({ detail }) => onChange(chosen.filter((_, index) => index !== detail.itemIndex))}
          />
        </Box>
      )}
      {status === 'error' && (
        <div role="status">
          <StatusIndicator type="info">{keyWords.searchFailed}</StatusIndicator>
        </div>
      )}
    </div>
  );
}
