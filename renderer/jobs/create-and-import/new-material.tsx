import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useEffectEvent } from 'react';
import type { MaterialChoice } from '../../../main/shared/views/app';
import { MaterialCustody } from '../../custody/material-custody';
import { isBusy } from '../../custody/selectors';
import { ceremonyMaterial } from '../../words/create-and-import/material';
import { ceremonyRunPage, nextLabel } from '../../words/run/run';
import { materialChoice, materialLength, materialSources } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';

export interface NewMaterialProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
  readonly onChosen: (material: MaterialChoice) => void;
}

/** Key material for a key that exists already: other material, or the same once more from its copy. */
export function NewMaterial({ state, intents, onChosen }: NewMaterialProps) {
  const { custody } = state.material;
  const lengthBytes = materialLength(state.receiver.region);
  const { dispatch } = intents.custody;
  // What was held before the run is used up, and what was confirmed was confirmed for that run.
  const needAgain = useEffectEvent(() => dispatch({ type: 'neededAgain' }));
  useEffect(() => needAgain(), []);
  const goOn = (): void => {
    const chosen = materialChoice(state);
    if (chosen) onChosen(chosen);
    else dispatch({ type: 'triedTooEarly' });
  };
  return (
    <SpaceBetween size="m">
      <MaterialCustody
        state={custody}
        intents={intents.custody}
        label={ceremonyRunPage.newMaterial}
        sources={materialSources}
        lengthBytes={lengthBytes}
        fileHint={ceremonyMaterial.fileHint(lengthBytes)}
        expectedKeyId={undefined}
      />
      <Button variant="primary" disabled={isBusy(custody)} onClick={goOn}>
        {nextLabel('change-material')}
      </Button>
    </SpaceBetween>
  );
}
