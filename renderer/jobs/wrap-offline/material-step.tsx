import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { MaterialCustody } from '../../custody/material-custody';
import { Failure } from '../../base/failure';
import { materialFile, materialStep } from '../../words/custody/material';
import { Advanced } from './advanced';
import { KeyLength } from './key-length';
import type { MaterialStepContentProps } from './material-step-props';
import { PlanPanel } from './plan-panel';
import { canGenerate, materialSources } from './selectors';
import { isInChina } from './state';

export function MaterialStepContent({ state, intents }: MaterialStepContentProps) {
  const { draft, parameters } = state;
  const { lengthBytes } = draft;
  const asksLengthFirst = canGenerate(state) && isInChina(parameters);
  return (
    <SpaceBetween size="l">
      {state.failure && <Failure error={state.failure} takesFocus />}
      {!canGenerate(state) && (
        <Alert type="info" header={materialStep.onlyOwn.title}>
          {materialStep.onlyOwn.text(state.wrappingAlgorithm)}
        </Alert>
      )}
      {asksLengthFirst && (
        <Container>
          <KeyLength state={state} intents={intents} />
        </Container>
      )}
      <MaterialCustody
        state={draft.custody}
        intents={intents.custody}
        label={materialStep.source}
        sources={materialSources(state)}
        lengthBytes={lengthBytes}
        fileHint={
          canGenerate(state) ? materialFile.symmetricHint(lengthBytes ?? 32) : materialFile.privateHint
        }
        expectedKeyId={parameters.keyId}
      />
      {canGenerate(state) && <Advanced state={state} intents={intents} withLength={!asksLengthFirst} />}
      <PlanPanel state={state} />
    </SpaceBetween>
  );
}
