import type { ButtonProps } from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { FoundCopyView } from '../../main/shared/views/custody';
import { CopyIntake } from '../intake/copy-intake';
import { Failure } from '../base/failure';
import { PassphraseField, TypeAgain } from '../intake/passphrase-field';
import { useFocusOnAsking } from '../base/use-screen';
import { passphraseWords } from '../words/custody/custody';
import { restoreWords } from '../words/custody/custody-restore';
import { CheckValueField } from './check-value-field';
import type { CustodyProps } from './custody-props';
import { SaveRow } from './save-row';
import { copyToOpen, isBusy, restoreFaults } from './selectors';
import { useFocusOnFault } from './use-focus-on-fault';

/** Opens a copy that was made before, and takes what it holds. */
export function RestorePanel({ state, intents }: CustodyProps) {
  const { restore, held, mustTypeAgain, askedTooEarly } = state;
  const copy = copyToOpen(restore);
  return (
    <SpaceBetween size="l">
      {held.at === 'failed' && <Failure error={held.error} takesFocus={!mustTypeAgain} />}
      <CopyIntake
        copy={restore.copy}
        askedTooEarly={copy ? 0 : askedTooEarly}
        onChoose={intents.chooseCopy}
        onDrop={intents.dropCopy}
        onType={intents.typeShare}
        onRemove={intents.removeShare}
        disabled={isBusy(state)}
      />
      {copy && <OpenForm copy={copy} state={state} intents={intents} />}
    </SpaceBetween>
  );
}

interface OpenFormProps extends CustodyProps {
  readonly copy: FoundCopyView;
}

function OpenForm({ copy, state, intents }: OpenFormProps) {
  const { restore, askedTooEarly, mustTypeAgain } = state;
  const faults = restoreFaults(state);
  const isAsked = askedTooEarly > 0;
  const busy = isBusy(state);
  const passphrase = useRef<{ focus(): void }>(null);
  const checkValue = useRef<InputProps.Ref>(null);
  const open = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(mustTypeAgain ? 1 : 0, passphrase);
  useFocusOnFault(askedTooEarly, [
    [faults.passphrase !== undefined, () => passphrase.current?.focus()],
    [faults.checkValue !== undefined, () => checkValue.current?.focus()],
    [true, () => open.current?.focus()],
  ]);
  return (
    <Container header={<Header variant="h2">{restoreWords.title}</Header>}>
      <SpaceBetween size="m">
        {copy.form === 'passphrase' && (
          <div>
            <TypeAgain isNeeded={mustTypeAgain} />
            <PassphraseField
              isNew={false}
              label={passphraseWords.passphrase}
              description={restoreWords.passphraseText}
              value={restore.passphrase}
              errorText={isAsked && faults.passphrase ? restoreWords.passphraseMissing : ''}
              disabled={busy}
              focusRef={passphrase}
              onChange={(value) =>
                intents.dispatch({ type: 'restoreChanged', change: { passphrase: value } })
              }
              onEnter={intents.openCopy}
            />
          </div>
        )}
        <CheckValueField state={state} intents={intents} inputRef={checkValue} />
        <SaveRow
          label={restoreWords.open[copy.form]}
          isBusy={busy}
          busyText={restoreWords.opening}
          errorText={isAsked ? restoreWords.notOpened : ''}
          buttonRef={open}
          onClick={intents.openCopy}
        />
      </SpaceBetween>
    </Container>
  );
}
