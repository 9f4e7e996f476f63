import { api } from '../../base/api';
import { RunScreen, runTitle } from '../../run/run-screen';
import { useRun } from '../../run/use-run';
import { signedInFor } from '../../sign-in/selectors';
import { useSignIn } from '../../sign-in/use-sign-in';
import { useScreenTitle } from '../../base/use-screen';
import { ceremonyRunPage } from '../../words/run/run';
import { finishImportPage } from '../../words/finish-import/finish-import';
import { finishImportJob } from '../../words/shell/home';
import { FinishForm } from './finish-form';
import { finishRequest, whereabouts } from './selectors';
import { useFinish } from './use-finish';

/** The finish-import job: one form, then the run, then the hand-over. */
export function FinishImport({ onLeave }: { readonly onLeave: () => void }) {
  const [run, runIntents] = useRun();
  const [signIn, signInIntents] = useSignIn('aws');
  const [state, intents] = useFinish();
  const { region = '' } = whereabouts(state);
  const signedIn = signedInFor(signIn, region);
  const jobName = run.at === 'none' ? [] : [finishImportJob.label];
  useScreenTitle(runTitle(run, finishImportPage.title, ceremonyRunPage.finishing), ...jobName);

  switch (run.at) {
    case 'none':
      return (
        <FinishForm
          state={state}
          intents={intents}
          signIn={signIn}
          signInIntents={signInIntents}
          failure={run.failure}
          onLeave={onLeave}
          onImport={() => {
            const request = finishRequest(state, new Date(), signedIn);
            if (request) runIntents.start(() => api.finishImport(request));
            else intents.dispatch({ type: 'importAskedTooEarly' });
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
          runningTitle={ceremonyRunPage.finishing}
          signIn={signIn}
          signInIntents={signInIntents}
          region={region}
          onBackToForm={runIntents.leave}
          onLeave={onLeave}
        />
      );
  }
}
