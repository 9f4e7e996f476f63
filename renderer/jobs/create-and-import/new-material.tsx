import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { useState } from 'react';
import type { MaterialChoice } from '../../../main/shared/views';
import { MaterialIntake } from '../../material-intake';
import { ceremonyMaterial } from '../../words/ceremony-material';
import { ceremonyRunPage, nextLabel } from '../../words/ceremony-run';
import { materialStep } from '../../words/material';
import { materialChoice, materialLength } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';

export interface NewMaterialProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
  readonly onChosen: (material: MaterialChoice) => void;
}

/** Other key material for a key that exists already. */
export function NewMaterial({ state, intents, onChosen }: NewMaterialProps) {
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const { material, receiver } = state;
  const lengthBytes = materialLength(receiver.region);
  const goOn = (): void => {
    const chosen = materialChoice(state);
    if (chosen) onChosen(chosen);
    else setAskedTooEarly(askedTooEarly + 1);
  };
  return (
    <SpaceBetween size="m">
      <FormField stretch label={ceremonyRunPage.newMaterial}>
        <Tiles
          columns={2}
          value={material.source}
          items={[
            {
              value: 'generate',
              label: materialStep.generate,
              description: ceremonyMaterial.generateText(lengthBytes),
            },
            { value: 'file', label: materialStep.own, description: materialStep.ownText },
          ]}
          onChange={({ detail }) =>
            intents.dispatch({
              type: 'materialChanged',
              change: { source: detail.value === 'file' ? 'file' : 'generate' },
            })
          }
        />
      </FormField>
      {material.source === 'file' && (
        <MaterialIntake
          file={material.file}
          hint={ceremonyMaterial.fileHint(lengthBytes)}
          askedTooEarly={askedTooEarly}
          onChoose={intents.chooseFile}
          onDrop={intents.dropFile}
        />
      )}
      <Button variant="primary" onClick={goOn}>
        {nextLabel('change-material')}
      </Button>
    </SpaceBetween>
  );
}
