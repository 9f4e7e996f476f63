import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import type { SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import type { RegionView } from '../../../main/shared/views/aws';
import { RegionSelect } from '../../components/region-select';
import { useFocusWhenAsked } from '../../base/use-screen';
import { receiverWords } from '../../words/create-and-import/receiver';
import { publishedText } from '../../words/create-and-import/receiver-terms';
import { statementWords } from '../../words/create-and-import/statement';
import {
  accountDigits,
  accountFault,
  asksForAccount,
  cardOf,
  refusesImported,
  typedAccount,
} from './selectors';
import { accountBlank, emptyBlank, presetOf } from './blanks';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';
import { receiverTexts } from './receiver-texts';
import { ReceiverBlanks } from './receiver-blanks';
import { ReceiverCardIntake } from './receiver-card-intake';
import { ReceiverPicker } from './receiver-picker';
import { ReceiverStatement } from './receiver-statement';
import { StatementRead } from './statement-read';
import { ReceiverTerms } from './receiver-terms';
import { RoleTrust } from './role-trust';
import { missingInStatement, takesStatement } from './statement';

export interface ReceiverStepProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
  readonly regions: readonly RegionView[];
  /** The Region that the person's own profiles name. */
  readonly regionOfProfiles: string | undefined;
  readonly isPractice: boolean;
}

export function ReceiverStep({ state, intents, regions, regionOfProfiles, isPractice }: ReceiverStepProps) {
  const { receiver, askedTooEarly } = state;
  const { dispatch } = intents;
  const card = cardOf(state);
  const change = (fields: Partial<DraftState['receiver']>): void =>
    dispatch({ type: 'receiverChanged', change: fields });
  const account = useRef<InputProps.Ref>(null);
  const region = useRef<SelectProps.Ref>(null);
  const preset = presetOf(receiver);
  const blank = accountBlank(receiver);
  const isAccountMissing = asksForAccount(receiver) && accountFault(receiver.accountId) !== undefined;
  const isRefused = refusesImported(receiver);
  const isMissing =
    isRefused ||
    isAccountMissing ||
    emptyBlank(receiver) !== undefined ||
    missingInStatement(state) !== undefined;
  useFocusWhenAsked(askedTooEarly, isAccountMissing && !isRefused, account);
  useFocusWhenAsked(askedTooEarly, !isMissing && receiver.region === undefined, region);
  return (
    <SpaceBetween size="l">
      <ReceiverCardIntake state={state} intents={intents} />
      <Container>
        <SpaceBetween size="l">
          <ReceiverPicker receiver={receiver} askedTooEarly={askedTooEarly} onChange={change} />
          {preset && <ReceiverTerms preset={preset} />}
          {(preset ?? receiver.terms) && receiver.isLater && (
            <Alert type="info" header={receiverWords.later.title(preset?.name ?? receiver.name)}>
              {receiverWords.later.text}
            </Alert>
          )}
          {receiver.preset === 'other' && (
            <SpaceBetween size="m">
              <FormField label={receiverWords.name} description={receiverTexts.name(receiver, card)}>
                <Input value={receiver.name} onChange={({ detail }) => change({ name: detail.value })} />
              </FormField>
              {receiver.terms === undefined && (
                <Checkbox
                  checked={receiver.isLater}
                  description={receiverWords.later.chooseText}
                  onChange={({ detail }) => change({ isLater: detail.checked })}
                >
                  {receiverWords.later.choose}
                </Checkbox>
              )}
              {asksForAccount(receiver) && (
                <Checkbox
                  checked={receiver.needsGrants}
                  description={receiverTexts.grants(receiver, card)}
                  onChange={({ detail }) => change({ needsGrants: detail.checked })}
                >
                  {receiverWords.grants}
                </Checkbox>
              )}
            </SpaceBetween>
          )}
          {asksForAccount(receiver) && (
            <FormField
              label={receiverWords.account}
              description={receiverTexts.account(receiver, card, isPractice)}
              constraintText={
                <>
                  <AccountCount accountId={receiver.accountId} />
                  {blank && receiver.accountId.length === accountDigits && (
                    <div>{publishedText(blank, [receiver.accountId], preset?.name ?? '')}</div>
                  )}
                </>
              }
              errorText={accountError(receiver, askedTooEarly)}
            >
              <Input
                ref={account}
                value={receiver.accountId}
                inputMode="numeric"
                autoComplete={false}
                onChange={({ detail }) => change({ accountId: typedAccount(detail.value) })}
              />
            </FormField>
          )}
          {takesStatement(receiver) && (
            <ReceiverStatement state={state} dispatch={dispatch} isPractice={isPractice} />
          )}
          <ReceiverBlanks
            receiver={receiver}
            askedTooEarly={askedTooEarly}
            isPractice={isPractice}
            isNext={!isAccountMissing && !isRefused}
            onChange={(answers) => change({ answers })}
          />
          {receiver.terms && !receiver.isLater && <StatementRead state={state} dispatch={dispatch} />}
          <RegionSelect
            selectRef={region}
            label={receiverWords.region}
            description={receiverTexts.region(receiver, card, regionOfProfiles)}
            regions={regions}
            selected={receiver.region}
            errorText={askedTooEarly > 0 && receiver.region === undefined ? receiverWords.regionMissing : ''}
            onSelect={(code) => change({ region: code })}
          />
          <RoleTrust state={state} />
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function AccountCount({ accountId }: { readonly accountId: string }) {
  if (!/^\d*$/.test(accountId)) return null;
  return accountId.length === accountDigits ? (
    <StatusIndicator type="success">{receiverWords.accountComplete}</StatusIndicator>
  ) : (
    receiverWords.accountCount(accountId.length)
  );
}

/** A letter or a thirteenth digit is reported at once; what is still missing, only when the person tries to go on. */
function accountError(receiver: DraftState['receiver'], askedTooEarly: number): string {
  const { accountId } = receiver;
  const fault = accountFault(accountId);
  if (fault === undefined) return '';
  const isTyping = fault === 'empty' || (fault === 'length' && accountId.length < accountDigits);
  if (isTyping && askedTooEarly === 0) return '';
  const isEither = fault === 'empty' && takesStatement(receiver);
  return isEither ? statementWords.accountOrStatement : receiverWords.accountFaults[fault];
}
