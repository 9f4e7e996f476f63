import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import type { InputProps } from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { limits } from '../../main/shared/limits';
import { PassphraseField, TypeAgain } from '../intake/passphrase-field';
import { Strength, useStrength } from '../intake/passphrase-strength';
import { SuggestedPassphrase } from '../intake/suggested-passphrase';
import { TwoWordsField } from '../intake/two-words-field';
import { useFocusOnAsking } from '../base/use-screen';
import {
  custodyWords,
  passphraseFaultText,
  passphraseWords,
  repeatFaultText,
  sealWords,
} from '../words/custody/custody';
import { wordsFaultText } from '../words/custody/two-words';
import { copyFaults } from './copy-plan';
import type { CustodyProps } from './custody-props';
import { SaveRow } from './save-row';
import { isBusy } from './selectors';
import { useFocusOnFault } from './use-focus-on-fault';

/** A sealed copy: one file and a passphrase. */
export function SealForm({ state, intents }: CustodyProps) {
  const { fields, askedTooEarly, mustTypeAgain } = state;
  const strength = useStrength(fields.passphrase, intents.measurePassphrase);
  // What has not been measured yet is not called weak.
  const faults = copyFaults(fields, strength ?? { bits: limits.minPassphraseBits });
  const shown = askedTooEarly > 0 ? faults : {};
  const busy = isBusy(state);

  const passphrase = useRef<{ focus(): void }>(null);
  const repeat = useRef<{ focus(): void }>(null);
  const words = useRef<InputProps.Ref>(null);
  const save = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(mustTypeAgain ? 1 : 0, passphrase);
  useFocusOnFault(askedTooEarly, [
    [faults.passphrase !== undefined, () => passphrase.current?.focus()],
    [faults.repeated !== undefined, () => repeat.current?.focus()],
    [faults.words !== undefined, () => words.current?.focus()],
    [true, () => save.current?.focus()],
  ]);

  return (
    <SpaceBetween size="m">
      <div>
        <TypeAgain isNeeded={mustTypeAgain} />
        <PassphraseField
          isNew
          label={passphraseWords.passphrase}
          description={sealWords.text}
          value={fields.passphrase}
          errorText={passphraseFaultText(shown)}
          disabled={busy}
          focusRef={passphrase}
          onChange={(value) => intents.dispatch({ type: 'fieldsChanged', change: { passphrase: value } })}
          onEnter={intents.saveCopy}
        />
        <Strength strength={strength} />
      </div>
      <PassphraseField
        isNew
        label={passphraseWords.repeat}
        value={fields.repeated}
        errorText={repeatFaultText(shown)}
        disabled={busy}
        focusRef={repeat}
        onChange={(value) => intents.dispatch({ type: 'fieldsChanged', change: { repeated: value } })}
        onEnter={intents.saveCopy}
      />
      {fields.suggested && (
        <div className="suggested-place">
          <SpaceBetween size="m">
            <SuggestedPassphrase passphrase={fields.passphrase} />
            <TwoWordsField
              places={fields.suggested.places}
              value={fields.suggested.typed}
              errorText={wordsFaultText(shown.words)}
              disabled={busy}
              inputRef={words}
              onChange={(text) => intents.dispatch({ type: 'wordsTyped', text })}
              onEnter={intents.saveCopy}
            />
          </SpaceBetween>
        </div>
      )}
      <SaveRow
        label={custodyWords.save.passphrase}
        isBusy={busy}
        busyText={custodyWords.saving}
        errorText={askedTooEarly > 0 ? custodyWords.notSaved : ''}
        buttonRef={save}
        onClick={intents.saveCopy}
      >
        <Button disabled={busy} onClick={intents.suggestPassphrase}>
          {sealWords.suggest}
        </Button>
      </SaveRow>
    </SpaceBetween>
  );
}
