import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { useRef } from 'react';
import { Announcement } from '../components/announcement';
import { MaterialIntake } from '../intake/material-intake';
import { useFocusWhenLost } from '../base/use-screen';
import { announceHeld } from '../words/custody/custody';
import { materialStep } from '../words/custody/material';
import { CopyPanel } from './copy-panel';
import type { CustodyProps } from './custody-props';
import { HeldPanel } from './held-panel';
import { RestorePanel } from './restore-panel';
import { ForOtherKey } from './for-other-key';
import { heldOf, isBusy, isForOtherKey, missingIn } from './selectors';
import type { MaterialSource } from './state';

export interface MaterialCustodyProps extends CustodyProps {
  readonly label: string;
  readonly sources: readonly MaterialSource[];
  /** The length of symmetric material; undefined while it still has to be chosen, before anything is taken or made. */
  readonly lengthBytes: 32 | 16 | undefined;
  readonly fileHint: string;
  /** Which key the material is for, where that is known. */
  readonly expectedKeyId: string | undefined;
  /** Leaves for the job that looks after keys; absent where material cannot be of another key. */
  readonly onLookAfter?: () => void;
}

/** Where the key material comes from, and the copy that is made of it before it goes anywhere. */
export function MaterialCustody(props: MaterialCustodyProps) {
  const { state, intents } = props;
  const held = heldOf(state);
  const place = useRef<HTMLDivElement>(null);
  useFocusWhenLost(`${state.source} ${state.held.at}`, place);
  return (
    <div ref={place} tabIndex={-1} className="quiet-focus">
      <Announcement text={held ? announceHeld(held) : ''} />
      {held ? (
        <SpaceBetween size="l">
          {isForOtherKey(state) && (
            <ForOtherKey state={state} intents={intents} held={held} onLookAfter={props.onLookAfter} />
          )}
          <HeldPanel
            held={held}
            expectedKeyId={props.expectedKeyId}
            onStartAgain={() => intents.dispatch({ type: 'startedAgain' })}
          />
        </SpaceBetween>
      ) : (
        <SpaceBetween size="l">
          <Sources {...props} />
          {props.lengthBytes !== undefined && <Way {...props} />}
        </SpaceBetween>
      )}
    </div>
  );
}

function Sources({ state, intents, label, sources, lengthBytes }: MaterialCustodyProps) {
  const texts: Record<MaterialSource, readonly [label: string, text: string]> = {
    generate: [materialStep.generate, materialStep.generateText(lengthBytes)],
    file: [materialStep.own, materialStep.ownText],
    restore: [materialStep.restore, materialStep.restoreText],
  };
  return (
    <FormField stretch label={label}>
      <Tiles
        columns={sources.length}
        value={state.source}
        items={sources.map((value) => ({
          value,
          label: texts[value][0],
          description: texts[value][1],
          disabled: isBusy(state),
        }))}
        onChange={({ detail }) => {
          const source = sources.find((each) => each === detail.value);
          if (source) intents.dispatch({ type: 'sourceChosen', source });
        }}
      />
    </FormField>
  );
}

/** The way from the chosen source to material that is held. */
function Way({ state, intents, fileHint }: MaterialCustodyProps) {
  if (state.source === 'restore') return <RestorePanel state={state} intents={intents} />;
  const isFileMissing = missingIn(state) === 'file';
  return (
    <SpaceBetween size="l">
      {state.source === 'file' && (
        <MaterialIntake
          file={state.file}
          hint={fileHint}
          askedTooEarly={isFileMissing ? state.askedTooEarly : 0}
          onChoose={intents.chooseFile}
          onDrop={intents.dropFile}
        />
      )}
      {!isFileMissing && <CopyPanel state={state} intents={intents} />}
    </SpaceBetween>
  );
}
