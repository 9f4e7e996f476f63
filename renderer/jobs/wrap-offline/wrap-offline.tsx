import Wizard from '@cloudscape-design/components/wizard';
import { isBusy as isCustodyBusy } from '../../custody/selectors';
import { useMarkedAsPractice } from '../../base/practice-mark';
import { useHelp } from '../../base/help';
import { useHeadingFocus, useScreenTitle, useTopOfScreen } from '../../base/use-screen';
import { chrome } from '../../words/shell/app';
import { titleMark } from '../../words/shell/practice';
import { custodyWords } from '../../words/custody/custody';
import { wrapOfflineJob } from '../../words/shell/home';
import { materialStep } from '../../words/custody/material';
import { parametersStep } from '../../words/wrap-offline/parameters';
import { runPage } from '../../words/wrap-offline/run';
import { savedPage } from '../../words/wrap-offline/saved';
import { MaterialStepContent } from './material-step';
import { ParametersStepContent } from './parameters-step';
import { RunningPage } from './running-page';
import { SavedPage } from './saved-page';
import { isForPractice } from './selectors';
import type { MaterialStep, ParametersStep, WrapOfflineState } from './state';
import { useWrapOffline, type WrapOfflineIntents, type WrapOfflineStart } from './use-wrap-offline';

/** The wizard stays up while the folder is being chosen; the run has a page of its own. */
function isRunning(state: WrapOfflineState): boolean {
  return state.step === 'running' && state.progress.length > 0;
}

function screenTitle(state: WrapOfflineState): string {
  if (isRunning(state)) return runPage.title;
  switch (state.step) {
    case 'parameters':
      return parametersStep.title;
    case 'material':
    case 'running':
      return materialStep.title;
    case 'saved':
      return savedPage.title;
  }
}

const helpScreens = {
  parameters: 'offline-parameters',
  material: 'offline-material',
  running: 'offline-material',
  saved: 'offline-saved',
} as const;

export interface WrapOfflineProps extends WrapOfflineStart {
  readonly onRehearse: () => void;
  readonly onLeave: () => void;
}

export function WrapOffline({ onRehearse, onLeave, ...start }: WrapOfflineProps) {
  const [state, intents] = useWrapOffline(start);
  const isPractice = isForPractice(state);
  useMarkedAsPractice(isPractice);
  useScreenTitle(...titleMark(isPractice ? 'practice' : 'aws'), screenTitle(state), wrapOfflineJob.label);
  useHelp(helpScreens[state.step]);
  if (state.step === 'saved') {
    const { startOver } = intents;
    return (
      <SavedPage saved={state.saved} onStartOver={startOver} onRehearse={onRehearse} onLeave={onLeave} />
    );
  }
  if (state.step !== 'running')
    return <Steps state={state} isSaving={false} intents={intents} onLeave={onLeave} />;
  return isRunning(state) ? (
    <RunningPage state={state} />
  ) : (
    <Steps state={state.from} isSaving intents={intents} onLeave={onLeave} />
  );
}

interface StepsProps {
  readonly state: ParametersStep | MaterialStep;
  /** While the folder is being chosen. */
  readonly isSaving: boolean;
  readonly intents: WrapOfflineIntents;
  readonly onLeave: () => void;
}

function Steps({ state, isSaving, intents, onLeave }: StepsProps) {
  const screen = useHeadingFocus<HTMLDivElement>();
  useTopOfScreen(state.step);
  const { dispatch } = intents;
  // Nothing else can be done meanwhile, nor while a copy is being made.
  const isBusy = isSaving || (state.step === 'material' && isCustodyBusy(state.draft.custody));
  return (
    <div ref={screen} className="page wizard">
      <Wizard
        activeStepIndex={state.step === 'parameters' ? 0 : 1}
        isLoadingNextStep={isBusy}
        submitButtonText={materialStep.submit}
        i18nStrings={{
          cancelButton: chrome.backToHome,
          submitButtonLoadingAnnouncement: isSaving ? materialStep.submitting : custodyWords.saving,
        }}
        onCancel={() => {
          if (!isBusy) onLeave();
        }}
        onNavigate={({ detail }) => {
          if (isBusy) return;
          dispatch(
            detail.requestedStepIndex === 0
              ? { type: 'previousChosen' }
              : { type: 'nextChosen', now: new Date() },
          );
        }}
        onSubmit={intents.wrapAndSave}
        steps={[
          {
            title: parametersStep.title,
            description: parametersStep.description,
            content:
              state.step === 'parameters' ? <ParametersStepContent state={state} intents={intents} /> : null,
          },
          {
            title: materialStep.title,
            description: materialStep.description,
            content:
              state.step === 'material' ? <MaterialStepContent state={state} intents={intents} /> : null,
          },
        ]}
      />
    </div>
  );
}
