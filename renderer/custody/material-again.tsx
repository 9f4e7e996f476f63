import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useEffectEvent } from 'react';
import type { MaterialChoice } from '../../main/shared/views/app';
import { ceremonyMaterial } from '../words/create-and-import/material';
import { nextLabel } from '../words/run/run';
import type { CustodyProps } from './custody-props';
import { MaterialCustody } from './material-custody';
import { isBusy, materialOf } from './selectors';
import type { MaterialSource } from './state';

export interface MaterialAgainProps extends CustodyProps {
  readonly label: string;
  readonly sources: readonly MaterialSource[];
  readonly lengthBytes: 32 | 16;
  /** Which key the material is for, where that is known. */
  readonly expectedKeyId: string | undefined;
  readonly onChosen: (material: MaterialChoice) => void;
}

/** Key material for a run that exists already: restored from its copy, or, before any import, other material. */
export function MaterialAgain({ onChosen, ...props }: MaterialAgainProps) {
  const { state, lengthBytes } = props;
  const { dispatch } = props.intents;
  // What was held before is used up, and what was confirmed was confirmed for that attempt.
  const needAgain = useEffectEvent(() => dispatch({ type: 'neededAgain' }));
  useEffect(() => needAgain(), []);
  const goOn = (): void => {
    const chosen = materialOf(state, lengthBytes);
    if (chosen) onChosen(chosen);
    else dispatch({ type: 'triedTooEarly' });
  };
  return (
    <SpaceBetween size="m">
      <MaterialCustody {...props} fileHint={ceremonyMaterial.fileHint(lengthBytes)} />
      <Button variant="primary" disabled={isBusy(state)} onClick={goOn}>
        {nextLabel('change-material')}
      </Button>
    </SpaceBetween>
  );
}
