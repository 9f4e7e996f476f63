import type { Mode } from '../../../main/shared/views/aws';
import { api } from '../../base/api';
import { HandOverPage } from '../../run/hand-over-page';
import { RunScreen } from '../../run/run-screen';
import { useRun } from '../../run/use-run';
import { useSignIn } from '../../sign-in/use-sign-in';
import { useScreenTitle } from '../../base/use-screen';
import { ceremonyRunPage } from '../../words/run/run';
import { handOverPage } from '../../words/run/hand-over';
import { createAndImportJob } from '../../words/shell/home';
import { titleMark } from '../../words/shell/practice';
import { stepTitles } from '../../words/create-and-import/steps';
import { NewMaterial } from './new-material';
import { aliasOf } from './selectors';
import { Steps } from './steps';
import { useDraft } from './use-draft';

export interface CreateAndImportProps {
  readonly mode: Mode;
  readonly onLeave: () => void;
}

/** The create-and-import job: the wizard, then the run, then the hand-over. */
export function CreateAndImport({ mode, onLeave }: CreateAndImportProps) {
  const [run, runIntents] = useRun();
  const [signIn, signInIntents] = useSignIn(mode);
  const [draft, draftIntents] = useDraft(signIn, run.at === 'paused' ? run.run : undefined);
  const { region = '' } = draft.receiver;
  const titles = {
    none: stepTitles[draft.step],
    running: ceremonyRunPage.running,
    paused: ceremonyRunPage.paused,
    done: handOverPage.title,
  };
  useScreenTitle(...titleMark(mode), titles[run.at], createAndImportJob.label);

  switch (run.at) {
    case 'none':
      return (
        <Steps
          draft={draft}
          draftIntents={draftIntents}
          signIn={signIn}
          signInIntents={signInIntents}
          failure={run.failure}
          onLeave={onLeave}
          onSubmit={(plan) =>
            runIntents.start(async () => {
              const answer = await api.createAndImport({ plan });
              if (!answer.ok) draftIntents.dispatch({ type: 'planRefused', error: answer.error });
              return answer;
            })
          }
        />
      );
    case 'running':
    case 'paused':
      return (
        <RunScreen
          run={run}
          intents={runIntents}
          runningTitle={ceremonyRunPage.running}
          signIn={signIn}
          signInIntents={signInIntents}
          region={region}
          alias={aliasOf(draft)}
          newMaterial={(goOn) => (
            <NewMaterial state={draft} intents={draftIntents} onChosen={(material) => goOn({ material })} />
          )}
          onBackToForm={runIntents.leave}
          onLeave={onLeave}
        />
      );
    case 'done':
      return <HandOverPage run={run.run} handOver={run.handOver} onLeave={onLeave} />;
  }
}
