import { useEffect, useState } from 'react';
import type { ResultOf } from '../../../../main/shared/contract';
import type { KeyAct } from '../../../../main/shared/views/acts';
import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyView } from '../../../../main/shared/views/keys';
import { api } from '../../../base/api';
import type { AfterAct } from '../../../run/acted-page';
import { RunScreen } from '../../../run/run-screen';
import { useRun } from '../../../run/use-run';
import type { SignInState } from '../../../sign-in/state';
import type { SignInIntents } from '../../../sign-in/use-sign-in';
import { actWords } from '../../../words/look-after/acts';
import { ActForm } from './act-form';
import type { PlainAct } from './new-act';

export interface ActScreenProps {
  readonly view: KeyView;
  readonly act: KeyAct;
  readonly signedIn: SignedInView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** To another act on the same key. */
  readonly onOther: (act: PlainAct) => void;
  /** Reads the key anew, and goes on with what comes after the act. */
  readonly onNext: (next: AfterAct) => void;
  /** Reads the key anew and goes back to it. */
  readonly onBack: () => void;
  /** Opens another key, to import its material again. */
  readonly onToReplica: (arn: string) => void;
  readonly onLeave: () => void;
}

/** One act on one key: what will happen, then the run, then how it ended. */
export function ActScreen({
  view,
  act: begun,
  signedIn,
  signIn,
  signInIntents,
  onOther,
  onNext,
  onBack,
  onToReplica,
  onLeave,
}: ActScreenProps) {
  const [run, runIntents] = useRun();
  const [act, setAct] = useState(begun);
  const [planned, setPlanned] = useState<ResultOf<'planAct'>>();
  const [timesPlanned, setTimesPlanned] = useState(0);
  const { key } = view;
  const { session } = signedIn;
  useEffect(() => {
    let isOver = false;
    void api.planAct({ key, session, act: begun }).then((answer) => {
      if (isOver) return;
      setPlanned(answer);
      // What is chosen to begin with may depend on what AWS answers.
      if (answer.ok) setAct(answer.value.act);
    });
    return () => {
      isOver = true;
    };
  }, [key, session, begun, timesPlanned]);
  /** What was shown is old. */
  const planAgain = (): void => {
    setPlanned(undefined);
    setTimesPlanned(timesPlanned + 1);
    runIntents.leave();
  };

  if (run.at === 'none') {
    return (
      <ActForm
        view={view}
        act={act}
        onChange={setAct}
        planned={planned}
        failure={run.failure}
        onOther={onOther}
        onPlanAgain={async () => setPlanned(await api.planAct({ key, session, act }))}
        onStart={(plan, typed) =>
          runIntents.start(() =>
            api.carryOut({ plan, session, act, ...(typed === undefined ? {} : { typed }) }),
          )
        }
        onBack={onBack}
      />
    );
  }
  return (
    <RunScreen
      run={run}
      intents={runIntents}
      runningTitle={actWords[act.do].running}
      signIn={signIn}
      signInIntents={signInIntents}
      region={signedIn.region}
      onBackToForm={planAgain}
      onToKey={onBack}
      onAfterAct={onNext}
      onToReplica={onToReplica}
      onLeave={onLeave}
    />
  );
}
