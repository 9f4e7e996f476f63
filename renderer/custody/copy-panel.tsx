import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import type { CopyForm } from '../../main/shared/views/custody';
import { Failure } from '../base/failure';
import { SetByOrganisation, useOrganisation } from '../base/set-by-organisation';
import { custodyWords } from '../words/custody/custody';
import { organisation } from '../words/shell/organisation';
import type { CustodyProps } from './custody-props';
import { NoCopy } from './no-copy';
import { RecipientsForm } from './recipients-form';
import { SealForm } from './seal-form';
import { isBusy } from './selectors';
import { SplitForm } from './split-form';

const shownForms = ['passphrase', 'shares', 'recipients'] as const satisfies readonly CopyForm[];

function WithoutCopy(props: CustodyProps) {
  return useOrganisation().copyRequired ? (
    <SetByOrganisation text={organisation.noWayWithoutCopy} />
  ) : (
    <NoCopy {...props} />
  );
}

/** Makes the copy without which nothing is imported, in one of several forms; or lets the person go on without it. */
export function CopyPanel({ state, intents }: CustodyProps) {
  const { fields, held, mustTypeAgain } = state;
  const busy = isBusy(state);
  const choose = (form: CopyForm): void => intents.dispatch({ type: 'fieldsChanged', change: { form } });
  return (
    <Container
      header={
        <Header variant="h2" description={custodyWords.description}>
          {custodyWords.title}
        </Header>
      }
      footer={!state.mustHaveCopy && <WithoutCopy state={state} intents={intents} />}
    >
      <SpaceBetween size="l">
        {held.at === 'failed' && <Failure error={held.error} takesFocus={!mustTypeAgain} />}
        <FormField stretch label={custodyWords.form}>
          <Tiles
            columns={3}
            value={fields.form}
            items={shownForms.map((value) => ({
              value,
              label: custodyWords.forms[value].label,
              description: custodyWords.forms[value].text,
              disabled: busy,
            }))}
            onChange={({ detail }) => {
              const form = shownForms.find((each) => each === detail.value);
              if (form) choose(form);
            }}
          />
        </FormField>
        {fields.form === 'passphrase' && <SealForm state={state} intents={intents} />}
        {fields.form === 'shares' && <SplitForm state={state} intents={intents} />}
        {fields.form === 'recipients' && <RecipientsForm state={state} intents={intents} />}
      </SpaceBetween>
    </Container>
  );
}
