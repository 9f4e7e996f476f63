import { useEffect, useState } from 'react';
import type { ResultOf } from '../../../../main/shared/contract';
import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyView } from '../../../../main/shared/views/keys';
import { api } from '../../../base/api';
import { newCustody } from '../../../custody/state';
import { RunScreen } from '../../../run/run-screen';
import { useRun } from '../../../run/use-run';
import type { SignInState } from '../../../sign-in/state';
import type { SignInIntents } from '../../../sign-in/use-sign-in';
import { rotateWords } from '../../../words/look-after/acts-rotate';
import { useMaterialForKey } from '../material-for-key';
import { RotateForm } from './rotate-form';
import { isWaiting, Waits } from './waits';

export interface RotateKeyProps {
  readonly view: KeyView;
  readonly signedIn: SignedInView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Reads the key anew and goes back to it. */
  readonly onBack: () => void;
  /** Back to the list, with the key as it is now. */
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

/** The key gets new material, of which a copy is made first: one page, then the run, then how it ended. */
export function RotateKey({
  view,
  signedIn,
  signIn,
  signInIntents,
  onBack,
  onKeys,
  onLeave,
}: RotateKeyProps) {
  const [run, runIntents] = useRun();
  const [planned, setPlanned] = useState<ResultOf<'planRotation'>>();
  const { key } = view;
  const { session } = signedIn;
  const material = useMaterialForKey(
    view.row,
    (lengthBytes) => (run.at === 'paused' ? { run: run.run, lengthBytes } : { rotates: key, lengthBytes }),
    {
      custody: () => newCustody('generate', { mayBeKnown: true, mustHaveCopy: true }),
      expiry: () => ({ kind: 'never' }),
    },
  );
  useEffect(() => {
    let isOver = false;
    void api.planRotation({ key, session }).then((answer) => {
      if (!isOver) setPlanned(answer);
    });
    return () => {
      isOver = true;
    };
  }, [key, session]);

  const start = (): void => {
    const chosen = material.chosen();
    if (chosen) runIntents.start(() => api.rotateKey({ key, session, ...chosen }));
  };

  if (run.at === 'none') {
    return (
      <RotateForm
        view={view}
        planned={planned}
        session={session}
        material={material}
        failure={run.failure}
        onStart={start}
        onBack={onBack}
        onLeave={onLeave}
      />
    );
  }
  return (
    <RunScreen
      run={run}
      intents={runIntents}
      runningTitle={rotateWords.running}
      signIn={signIn}
      signInIntents={signInIntents}
      region={signedIn.region}
      newMaterial={(goOn) => material.again(rotateWords.again, goOn)}
      instead={run.at === 'paused' && isWaiting(run.rows) && <Waits onBack={onBack} />}
      onBackToForm={onBack}
      onKeys={onKeys}
      onLeave={onLeave}
    />
  );
}
