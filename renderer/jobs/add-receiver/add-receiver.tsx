import { useState, type ReactNode } from 'react';
import type { OpenAdditionView } from '../../../main/shared/views/addition';
import { api } from '../../base/api';
import { useHelp } from '../../base/help';
import { useScreenTitle } from '../../base/use-screen';
import { idle } from '../../base/work';
import { RunScreen } from '../../run/run-screen';
import { useRun } from '../../run/use-run';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { addedPage, changePage, formTitle } from '../../words/add-receiver/add-receiver';
import { ceremonyRunPage } from '../../words/run/run';
import { titleMark } from '../../words/shell/practice';
import { choiceOf } from '../create-and-import/selectors';
import { AddedPage } from './added-page';
import { ChangePage } from './change-page';
import { fieldsOf, signedInTo } from './fields';
import { ReceiverForm } from './receiver-form';
import { usePlan } from './use-plan';

export interface AddReceiverProps {
  readonly addition: OpenAdditionView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Said about the note that this comes from, above the form. */
  readonly notices?: ReactNode;
  /** Another way than adding it, below the form. */
  readonly otherWay?: ReactNode;
  /** To the key that a person has opened; absent where it was not opened from a list. */
  readonly onBack?: () => void;
  readonly onLeave: () => void;
}

/** Lets the receiver of a key that exists use it: what it said, the change, the run, and how it ended. */
export function AddReceiver({
  addition,
  signIn,
  signInIntents,
  notices,
  otherWay,
  onBack,
  onLeave,
}: AddReceiverProps) {
  const [run, runIntents] = useRun();
  const [fields, setFields] = useState(() => fieldsOf(addition));
  const [plan, planIntents] = usePlan();
  const signedIn = signedInTo(addition, signIn);
  const form = plan.at === 'ready' ? changePage.title : formTitle(addition);
  const titles = {
    none: form,
    running: ceremonyRunPage.adding,
    paused: ceremonyRunPage.paused,
    done: addedPage.title,
  };
  useScreenTitle(...titleMark(signIn.mode), titles[run.at]);
  useHelp('add-receiver');
  const toForm = (): void => {
    planIntents.drop();
    runIntents.leave();
  };

  if (run.at === 'done') {
    return run.added && <AddedPage work={run.run} added={run.added} onToKey={onBack} onLeave={onLeave} />;
  }
  if (run.at !== 'none') {
    return (
      <RunScreen
        run={run}
        intents={runIntents}
        runningTitle={ceremonyRunPage.adding}
        signIn={signIn}
        signInIntents={signInIntents}
        region={signedIn?.region ?? addition.region}
        onBackToForm={toForm}
        onLeave={onLeave}
      />
    );
  }
  if (plan.at === 'ready' && signedIn) {
    const { session } = signedIn;
    return (
      <ChangePage
        plan={plan.view}
        callerArn={signedIn.principalArn}
        failure={run.failure}
        onSubmit={() => runIntents.start(() => api.addReceiver({ plan: plan.view.plan, session }))}
        onBack={toForm}
      />
    );
  }
  return (
    <ReceiverForm
      addition={addition}
      fields={fields}
      signIn={signIn}
      signInIntents={signInIntents}
      plan={plan}
      notices={notices}
      otherWay={otherWay}
      onBack={onBack}
      onChange={(change) => setFields((before) => ({ ...before, ...change }))}
      onShow={(session) =>
        planIntents.ask({
          work: addition.work,
          session,
          receiver: choiceOf({ receiver: fields, statement: idle }),
        })
      }
      onLeave={onLeave}
    />
  );
}
