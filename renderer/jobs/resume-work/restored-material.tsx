import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useEffectEvent } from 'react';
import type { MaterialChoice } from '../../../main/shared/views/app';
import { MaterialCustody } from '../../custody/material-custody';
import { isBusy, materialOf } from '../../custody/selectors';
import { ceremonyMaterial } from '../../words/create-and-import/material';
import { nextLabel } from '../../words/run/run';
import { unfinishedPage } from '../../words/resume-work/unfinished';
import type { Restored } from './use-restored';

export interface RestoredMaterialProps {
  readonly restored: Restored;
  readonly expectedKeyId: string | undefined;
  readonly onChosen: (material: MaterialChoice) => void;
}

/** The key material once more: restored from its copy, or, before any import, made anew. */
export function RestoredMaterial({ restored, expectedKeyId, onChosen }: RestoredMaterialProps) {
  const { custody, intents, lengthBytes } = restored;
  const { dispatch } = intents;
  // What was held before is used up, and what was confirmed was confirmed for that attempt.
  const needAgain = useEffectEvent(() => dispatch({ type: 'neededAgain' }));
  useEffect(() => needAgain(), []);
  const goOn = (): void => {
    const chosen = materialOf(custody, lengthBytes);
    if (chosen) onChosen(chosen);
    else dispatch({ type: 'triedTooEarly' });
  };
  return (
    <SpaceBetween size="m">
      <MaterialCustody
        state={custody}
        intents={intents}
        label={unfinishedPage.material}
        sources={['restore', 'generate', 'file']}
        lengthBytes={lengthBytes}
        fileHint={ceremonyMaterial.fileHint(lengthBytes)}
        expectedKeyId={expectedKeyId}
      />
      <Button variant="primary" disabled={isBusy(custody)} onClick={goOn}>
        {nextLabel('change-material')}
      </Button>
    </SpaceBetween>
  );
}
