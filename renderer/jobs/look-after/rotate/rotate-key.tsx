import { useEffect, useReducer, useState } from 'react';
import type { ResultOf } from '../../../../main/shared/contract';
import { materialLengthIn } from '../../../../main/shared/kms-words';
import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyView } from '../../../../main/shared/views/keys';
import { api } from '../../../base/api';
import { MaterialAgain } from '../../../custody/material-again';
import { reduce } from '../../../custody/reduce';
import { heldOf } from '../../../custody/selectors';
import { newCustody } from '../../../custody/state';
import { useCustody } from '../../../custody/use-custody';
import { expiryOf, type ExpiryFields } from '../../../intake/expiry';
import { RunScreen } from '../../../run/run-screen';
import { useRun } from '../../../run/use-run';
import type { SignInState } from '../../../sign-in/state';
import type { SignInIntents } from '../../../sign-in/use-sign-in';
import { rotateWords } from '../../../words/look-after/acts-rotate';
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
  const [custody, dispatch] = useReducer(
    reduce,
    newCustody('generate', { mayBeKnown: true, mustHaveCopy: true }),
  );
  const [expiry, setExpiry] = useState<ExpiryFields>({ kind: 'never' });
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const lengthBytes = materialLengthIn(view.row.region);
  const { key } = view;
  const { session } = signedIn;
  const purpose = run.at === 'paused' ? { run: run.run, lengthBytes } : { rotates: key, lengthBytes };
  const custodyIntents = useCustody(custody, purpose, dispatch);
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
    const held = heldOf(custody);
    const wanted = expiryOf(expiry, new Date());
    if (held === undefined) dispatch({ type: 'triedTooEarly' });
    if (held === undefined || wanted === undefined) {
      setAskedTooEarly(askedTooEarly + 1);
      return;
    }
    runIntents.start(() => api.rotateKey({ key, session, held: held.handle, expiry: wanted }));
  };

  if (run.at === 'none') {
    return (
      <RotateForm
        view={view}
        planned={planned}
        custody={custody}
        intents={custodyIntents}
        expiry={expiry}
        onExpiry={setExpiry}
        askedTooEarly={askedTooEarly}
        failure={run.failure}
        onStart={start}
        onBack={onBack}
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
      newMaterial={(goOn) => (
        <MaterialAgain
          state={custody}
          intents={custodyIntents}
          label={rotateWords.again}
          sources={['restore']}
          lengthBytes={lengthBytes}
          expectedKeyId={view.row.keyId}
          onChosen={(material) => goOn({ material })}
        />
      )}
      instead={run.at === 'paused' && isWaiting(run.rows) && <Waits onBack={onBack} />}
      onBackToForm={onBack}
      onKeys={onKeys}
      onLeave={onLeave}
    />
  );
}
