import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { MaterialCustody } from '../../custody/material-custody';
import { ExpiryFields } from '../../intake/expiry-fields';
import { ceremonyMaterial } from '../../words/create-and-import/material';
import { materialStep } from '../../words/custody/material';
import { materialLength, materialSources, missingIn } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';
import { Wrapping } from './wrapping';

export interface MaterialStepProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
  readonly onWrapOffline: () => void;
}

export function MaterialStep({ state, intents, onWrapOffline }: MaterialStepProps) {
  const { material, receiver, askedTooEarly } = state;
  const { dispatch } = intents;
  const lengthBytes = materialLength(receiver.region);
  const missing = missingIn(state, new Date(), undefined);
  return (
    <SpaceBetween size="l">
      <MaterialCustody
        state={material.custody}
        intents={intents.custody}
        label={materialStep.source}
        sources={materialSources}
        lengthBytes={lengthBytes}
        fileHint={ceremonyMaterial.fileHint(lengthBytes)}
        expectedKeyId={undefined}
        onWrapOffline={onWrapOffline}
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
