import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { materialLengthIn } from '../../../main/shared/kms-words';
import { MaterialCustody } from '../../custody/material-custody';
import { ExpiryFields } from '../../intake/expiry-fields';
import { ceremonyMaterial } from '../../words/create-and-import/material';
import { skipWords } from '../../words/create-and-import/steps';
import { materialStep } from '../../words/custody/material';
import { materialSources, missingIn, takenFromCard } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';
import { Wrapping } from './wrapping';

export interface MaterialStepProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
  readonly onLookAfter: () => void;
}

export function MaterialStep({ state, intents, onLookAfter }: MaterialStepProps) {
  const { material, receiver, askedTooEarly } = state;
  const { dispatch } = intents;
  const lengthBytes = materialLengthIn(receiver.region);
  const taken = takenFromCard(state);
  const missing = missingIn(state, new Date(), undefined);
  return (
    <SpaceBetween size="l">
      {taken && (
        <Alert
          header={skipWords.skipped}
          action={
            <Button onClick={() => dispatch({ type: 'stepChosen', step: 'key' })}>{skipWords.look}</Button>
          }
        >
          {skipWords.taken(taken.receiver, taken.alias)}
        </Alert>
      )}
      <MaterialCustody
        state={material.custody}
        intents={intents.custody}
        label={materialStep.source}
        sources={materialSources}
        lengthBytes={lengthBytes}
        fileHint={ceremonyMaterial.fileHint(lengthBytes)}
        expectedKeyId={undefined}
        onLookAfter={onLookAfter}
      />
      <Container>
        <ExpiryFields
          expiry={material.expiry}
          isMissing={missing === 'expiry'}
          askedTooEarly={askedTooEarly}
          onChange={(expiry) => dispatch({ type: 'materialChanged', change: { expiry } })}
        />
      </Container>
      <Wrapping material={material} dispatch={dispatch} />
    </SpaceBetween>
  );
}
