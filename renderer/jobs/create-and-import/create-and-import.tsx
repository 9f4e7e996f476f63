import { useState } from 'react';
import { materialLengthIn } from '../../../main/shared/kms-words';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import type { Mode } from '../../../main/shared/views/aws';
import { api } from '../../base/api';
import { MaterialAgain } from '../../custody/material-again';
import { runHelp, RunScreen, runTitle } from '../../run/run-screen';
import { useRun } from '../../run/use-run';
import { useSignIn } from '../../sign-in/use-sign-in';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { ceremonyRunPage } from '../../words/run/run';
import { createAndImportJob } from '../../words/shell/home';
import { titleMark } from '../../words/shell/practice';
import { stepTitles } from '../../words/create-and-import/steps';
import { AddReceiver } from '../add-receiver/add-receiver';
import { ToBeAdded } from '../add-receiver/to-be-added';
import { aliasOf, materialSources } from './selectors';
import { Steps } from './steps';
import { useDraft } from './use-draft';

export interface CreateAndImportProps {
  readonly mode: Mode;
  readonly onLeave: () => void;
  readonly onLookAfter: () => void;
  /** From the last page of practice to the real job. */
  readonly onForReal?: () => void;
}

/** The create-and-import job: the wizard, then the run, then the hand-over. */
export function CreateAndImport({ mode, onLeave, onLookAfter, onForReal }: CreateAndImportProps) {
  const [run, runIntents] = useRun();
  const [signIn, signInIntents] = useSignIn(mode);
  const [draft, draftIntents] = useDraft(signIn, run.at === 'paused' ? run.run : undefined);
  const { region = '' } = draft.receiver;
  const [adding, setAdding] = useState<OpenAdditionView>();
  const title = runTitle(run, stepTitles[draft.step], ceremonyRunPage.running);
  useScreenTitle(...titleMark(mode), title, createAndImportJob.label);
  useHelp(runHelp(run, `create-${draft.step}`));

  if (adding) {
    return <AddReceiver addition={adding} signIn={signIn} signInIntents={signInIntents} onLeave={onLeave} />;
  }
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
          onLookAfter={onLookAfter}
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
    case 'done':
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
            <MaterialAgain
              state={draft.material.custody}
              intents={draftIntents.custody}
              label={ceremonyRunPage.newMaterial}
              sources={materialSources}
              lengthBytes={materialLengthIn(draft.receiver.region)}
              expectedKeyId={undefined}
              onChosen={(material) => goOn({ material })}
            />
          )}
          onBackToForm={runIntents.leave}
          toBeAdded={(addition, leave) => (
            <ToBeAdded
              addition={addition}
              isPractice={mode === 'practice'}
              onAdd={() => leave(() => setAdding(addition))}
            />
          )}
          onForReal={onForReal}
          onLeave={onLeave}
        />
      );
  }
}
