import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tiles from '@cloudscape-design/components/tiles';
import { custody, materialStep } from '../../words/material';
import { Advanced } from './advanced';
import { Failure } from '../../failure';
import { KeyLength } from './key-length';
import { MaterialFile } from './material-file';
import type { MaterialStepContentProps } from './material-step-props';
import { PlanPanel } from './plan-panel';
import { canGenerate } from './selectors';
import { isInChina } from './state';

export function MaterialStepContent({ state, intents }: MaterialStepContentProps) {
  const { draft } = state;
  const isOwn = draft.source === 'file';
  const asksLengthFirst = canGenerate(state) && isInChina(state.parameters);
  return (
    <SpaceBetween size="l">
      {state.failure && <Failure error={state.failure} takesFocus />}
      {canGenerate(state) ? (
        <FormField stretch label={materialStep.source}>
          <Tiles
            columns={2}
            value={draft.source}
            items={[
              {
                value: 'generate',
                label: materialStep.generate,
                description: materialStep.generateText(draft.lengthBytes),
              },
              { value: 'file', label: materialStep.own, description: materialStep.ownText },
            ]}
            onChange={({ detail }) =>
              intents.dispatch({
                type: 'sourceChosen',
                source: detail.value === 'file' ? 'file' : 'generate',
              })
            }
          />
        </FormField>
      ) : (
        <Alert type="info" header={materialStep.onlyOwn.title}>
          {materialStep.onlyOwn.text(state.wrappingAlgorithm)}
        </Alert>
      )}
      {asksLengthFirst && (
        <Container>
          <KeyLength state={state} intents={intents} />
        </Container>
      )}
      {isOwn && <MaterialFile state={state} intents={intents} />}
      <Alert type={isOwn ? 'info' : 'warning'} header={custody.title}>
        {isOwn ? custody.own : custody.generated}
      </Alert>
      {canGenerate(state) && <Advanced state={state} intents={intents} withLength={!asksLengthFirst} />}
      <PlanPanel state={state} />
    </SpaceBetween>
  );
}
