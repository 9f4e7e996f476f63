import { api } from '../../base/api';
import { runHelp, RunScreen, runTitle } from '../../run/run-screen';
import { useRun } from '../../run/use-run';
import { signedInFor } from '../../sign-in/selectors';
import { useSignIn } from '../../sign-in/use-sign-in';
import { useMarkedAsPractice } from '../../base/practice-mark';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { rotateWords } from '../../words/look-after/acts-rotate';
import { ceremonyRunPage } from '../../words/run/run';
import { finishImportPage } from '../../words/finish-import/finish-import';
import { finishImportJob } from '../../words/shell/home';
import { titleMark } from '../../words/shell/practice';
import { FinishForm } from './finish-form';
import { finishRequest, planRequest, returnedOf, whereabouts } from './selectors';
import { useFinish } from './use-finish';
import { useReturnedPlan } from './use-returned-plan';

export interface FinishImportProps {
  /** From practice to the real job, which begins on the offline computer. */
  readonly onForReal: () => void;
  readonly onLeave: () => void;
}

/** The finish-import job: one form, then the run, then the hand-over. */
export function FinishImport({ onForReal, onLeave }: FinishImportProps) {
  const [run, runIntents] = useRun();
  const [state, intents] = useFinish();
  const isPractice = returnedOf(state)?.practice === true;
  const mode = isPractice ? 'practice' : 'aws';
  const [signIn, signInIntents] = useSignIn(mode);
  useMarkedAsPractice(isPractice);
  const { region = '' } = whereabouts(state);
  const signedIn = signedInFor(signIn, region);
  const isNew = returnedOf(state)?.isNew === true;
  const plan = useReturnedPlan(run.at === 'none' ? planRequest(state, signedIn) : undefined);
  const runningTitle = isNew ? rotateWords.running : ceremonyRunPage.finishing;
  const jobName = run.at === 'none' ? [] : [finishImportJob.label];
  useScreenTitle(...titleMark(mode), runTitle(run, finishImportPage.title, runningTitle), ...jobName);
  useHelp(runHelp(run, 'finish-import'));

  switch (run.at) {
    case 'none':
      return (
        <FinishForm
          state={state}
          intents={intents}
          signIn={signIn}
          signInIntents={signInIntents}
          failure={run.failure}
          plan={plan}
          onLeave={onLeave}
          onImport={() => {
            const request = finishRequest(state, new Date(), signedIn);
            if (!request) intents.dispatch({ type: 'importAskedTooEarly' });
            else if (!isNew || plan.planned?.ok === true) runIntents.start(() => api.finishImport(request));
            // What cannot be undone is said before it is begun.
            else if (plan.planned) plan.askAgain();
          }}
        />
      );
    case 'running':
    case 'paused':
    case 'done':
      return (
        <RunScreen
          run={run}
          intents={runIntents}
          runningTitle={runningTitle}
          signIn={signIn}
          signInIntents={signInIntents}
          region={region}
          onBackToForm={runIntents.leave}
          {...(isPractice ? { onForReal } : {})}
          onLeave={onLeave}
        />
      );
  }
}
