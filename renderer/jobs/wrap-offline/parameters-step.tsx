import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import { Announcement } from '../../components/announcement';
import { DropZone } from '../../components/drop-zone';
import { useFileDrops } from '../../base/use-file-drops';
import { shownOf } from '../../base/work';
import { useFocusOnAsking } from '../../base/use-screen';
import { announceParameters, parametersStep } from '../../words/wrap-offline/parameters';
import { AlgorithmQuestion } from './algorithm-question';
import { IntakeFailure } from '../../intake/intake-failure';
import { ParametersFacts } from './parameters-facts';
import { Practise } from './practise';
import type { ParametersStep } from './state';
import type { WrapOfflineIntents } from './use-wrap-offline';

export interface ParametersStepContentProps {
  readonly state: ParametersStep;
  readonly intents: WrapOfflineIntents;
}

export function ParametersStepContent({ state, intents }: ParametersStepContentProps) {
  const isDragging = useFileDrops(intents.dropParameters);
  const { intake } = state;
  const view = shownOf(intake);
  const chooseFiles = useRef<ButtonProps.Ref>(null);
  useFocusOnAsking(view ? 0 : state.askedTooEarly, chooseFiles);
  return (
    <SpaceBetween size="l">
      <Announcement text={view ? announceParameters(view, state.replaced) : ''} />
      <IntakeFailure work={intake} />
      <DropZone
        text={view ? parametersStep.dropAnother : parametersStep.drop}
        hint={parametersStep.dropHint}
        releaseText={parametersStep.release}
        isDragging={isDragging}
        isCompact={view !== undefined}
        busyText={intake.at === 'working' ? parametersStep.reading : ''}
        errorText={state.askedTooEarly > 0 && view === undefined ? parametersStep.missing : ''}
      >
        <Button ref={chooseFiles} iconName="file" onClick={() => intents.chooseParameters('files')}>
          {parametersStep.chooseFiles}
        </Button>
        <Button iconName="folder" onClick={() => intents.chooseParameters('folder')}>
          {parametersStep.chooseFolder}
        </Button>
      </DropZone>
      {view ? (
        <ParametersFacts
          view={view}
          replaced={state.replaced}
          askedTooEarly={state.askedTooEarly}
          wrappingAlgorithm={view.wrappingAlgorithm ?? state.chosenAlgorithm}
          algorithmQuestion={
            view.wrappingAlgorithm === undefined && (
              <AlgorithmQuestion
                chosen={state.chosenAlgorithm}
                askedTooEarly={state.askedTooEarly}
                onChoose={(algorithm) => intents.dispatch({ type: 'algorithmChosen', algorithm })}
              />
            )
          }
        />
      ) : (
        <Practise />
      )}
    </SpaceBetween>
  );
}
