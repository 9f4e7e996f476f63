import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { ExpiryFields } from '../../expiry-fields';
import { MaterialIntake } from '../../material-intake';
import { ceremonyMaterial } from '../../words/ceremony-material';
import { materialStep } from '../../words/material';
import { materialLength, missingIn } from './selectors';
import type { DraftState } from './state';
import type { DraftIntents } from './use-draft';
import { Wrapping } from './wrapping';

export interface MaterialStepProps {
  readonly state: DraftState;
  readonly intents: DraftIntents;
}

export function MaterialStep({ state, intents }: MaterialStepProps) {
  const { material, receiver, askedTooEarly } = state;
  const { dispatch } = intents;
  const isOwn = material.source === 'file';
  const lengthBytes = materialLength(receiver.region);
  const missing = missingIn(state, new Date(), undefined);
  return (
    <SpaceBetween size="l">
      <FormField stretch label={materialStep.source}>
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
            dispatch({
              type: 'materialChanged',
              change: { source: detail.value === 'file' ? 'file' : 'generate' },
            })
          }
        />
      </FormField>
      {isOwn && (
        <MaterialIntake
          file={material.file}
          hint={ceremonyMaterial.fileHint(lengthBytes)}
          askedTooEarly={askedTooEarly}
          onChoose={intents.chooseFile}
          onDrop={intents.dropFile}
        />
      )}
      <Alert type={isOwn ? 'info' : 'warning'} header={ceremonyMaterial.custody.title}>
        {isOwn ? ceremonyMaterial.custody.own : ceremonyMaterial.custody.generated}
      </Alert>
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
