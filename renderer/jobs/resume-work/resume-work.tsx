import { useEffect, useState } from 'react';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import type { RunChanges } from '../../../main/shared/contract';
import type { UnfinishedRunView } from '../../../main/shared/views/unfinished';
import { api } from '../../base/api';
import { useVaultAhead } from '../../base/use-vault-ahead';
import { MaterialAgain } from '../../custody/material-again';
import { runHelp, RunScreen, runTitle } from '../../run/run-screen';
import { useRun } from '../../run/use-run';
import { signedInFor } from '../../sign-in/selectors';
import { useSignIn } from '../../sign-in/use-sign-in';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { rotateWords } from '../../words/look-after/acts-rotate';
import { actWords } from '../../words/look-after/acts';
import { ceremonyRunPage } from '../../words/run/run';
import { unfinishedPage } from '../../words/resume-work/unfinished';
import { AddReceiver } from '../add-receiver/add-receiver';
import { ToBeAdded } from '../add-receiver/to-be-added';
import { UnfinishedPage } from './unfinished-page';
import { useRestored } from './use-restored';

export interface ResumeWorkProps {
  readonly work: UnfinishedRunView;
  readonly onLeave: () => void;
}

const runningTitles: Record<Exclude<UnfinishedRunView['job'], 'act'>, string> = {
  'create-and-import': ceremonyRunPage.running,
  'finish-import': ceremonyRunPage.finishing,
  'import-again': ceremonyRunPage.again,
  rotate: rotateWords.running,
};

function runningTitleOf({ job, act }: UnfinishedRunView): string {
  if (job !== 'act') return runningTitles[job];
  return act === undefined ? '' : actWords[act.do].running;
}

/** Work that stopped on the way. After a new sign-in it goes on like any other run. */
export function ResumeWork({ work, onLeave }: ResumeWorkProps) {
  const [run, runIntents] = useRun();
  const [signIn, signInIntents] = useSignIn('aws');
  const signedIn = signedInFor(signIn, work.region);
  const restored = useRestored(work, signedIn?.session);
  const runningTitle = runningTitleOf(work);
  useScreenTitle(runTitle(run, unfinishedPage.title, runningTitle));
  useHelp(runHelp(run, 'unfinished'));
  useEffect(() => () => void api.leaveJob({}), []);
  useVaultAhead();
  const [adding, setAdding] = useState<OpenAdditionView>();
  if (adding) {
    return <AddReceiver addition={adding} signIn={signIn} signInIntents={signInIntents} onLeave={onLeave} />;
  }

  switch (run.at) {
    case 'none':
      return (
        <UnfinishedPage
          work={work}
          signIn={signIn}
          signInIntents={signInIntents}
          failure={run.failure}
          onResume={(session) =>
            runIntents.start(() => api.resumeRun({ run: work.run, session, confirmed: work.review }))
          }
          onLeave={onLeave}
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
          region={work.region}
          alias={work.alias}
          toBeAdded={(addition, leave) => (
            <ToBeAdded
              addition={addition}
              isPractice={false}
              onAdd={() => leave(() => setAdding(addition))}
            />
          )}
          {...(work.wrapping && {
            newMaterial: (goOn: (changes: RunChanges) => void) => (
              <MaterialAgain
                state={restored.custody}
                intents={restored.intents}
                label={unfinishedPage.material}
                sources={
                  ['import-again', 'rotate'].includes(work.job)
                    ? ['restore']
                    : ['restore', 'generate', 'file']
                }
                lengthBytes={restored.lengthBytes}
                expectedKeyId={work.keyId}
                onChosen={(material) => goOn({ material })}
              />
            ),
          })}
          onBackToForm={onLeave}
          onLeave={onLeave}
        />
      );
  }
}
