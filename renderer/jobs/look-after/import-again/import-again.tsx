import { useReducer, useState } from 'react';
import { materialLengthIn } from '../../../../main/shared/kms-words';
import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyView } from '../../../../main/shared/views/keys';
import { api } from '../../../base/api';
import { useVaultAhead } from '../../../base/use-vault-ahead';
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
import { againWords, type AgainAction } from '../../../words/look-after/import-again';
import { AgainForm } from './again-form';
import { usualExpiry } from './usual-expiry';

export interface ImportAgainProps {
  readonly view: KeyView;
  readonly action: AgainAction;
  readonly signedIn: SignedInView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  /** Back to the key. */
  readonly onBack: () => void;
  /** Reads the key anew, and comes back here for the next material. */
  readonly onNext: () => void;
  /** Back to the list, with the key as it is now. */
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

/** Material that the key has, or had, goes into it once more: one page, then the run, then how it ended. */
export function ImportAgain({ view, action, signedIn, signIn, signInIntents, ...ways }: ImportAgainProps) {
  useVaultAhead();
  const [run, runIntents] = useRun();
  const [custody, dispatch] = useReducer(reduce, newCustody('restore', { mayBeKnown: true }));
  const [expiry, setExpiry] = useState<ExpiryFields>(() => usualExpiry(action, new Date()));
  const [askedTooEarly, setAskedTooEarly] = useState(0);
  const lengthBytes = materialLengthIn(view.row.region);
  const custodyIntents = useCustody(custody, { key: view.key, lengthBytes }, dispatch);
  const held = heldOf(custody);

  const start = (): void => {
    const wanted = expiryOf(expiry, new Date());
    if (held === undefined) dispatch({ type: 'triedTooEarly' });
    if (held === undefined || wanted === undefined) {
      setAskedTooEarly(askedTooEarly + 1);
      return;
    }
    const { key } = view;
    const { session } = signedIn;
    runIntents.start(() => api.importAgain({ key, session, held: held.handle, expiry: wanted }));
  };

  if (run.at === 'none') {
    return (
      <AgainForm
        view={view}
        action={action}
        session={signedIn.session}
        custody={custody}
        intents={custodyIntents}
        expiry={expiry}
        onExpiry={setExpiry}
        askedTooEarly={askedTooEarly}
        failure={run.failure}
        onStart={start}
        onBack={ways.onBack}
        onLeave={ways.onLeave}
      />
    );
  }
  return (
    <RunScreen
      run={run}
      intents={runIntents}
      runningTitle={againWords.running[action]}
      signIn={signIn}
      signInIntents={signInIntents}
      region={signedIn.region}
      newMaterial={(goOn) => (
        <MaterialAgain
          state={custody}
          intents={custodyIntents}
          label={againWords.again}
          sources={['restore']}
          lengthBytes={lengthBytes}
          expectedKeyId={view.row.keyId}
          onChosen={(material) => goOn({ material })}
        />
      )}
      onNextMaterial={ways.onNext}
      onKeys={ways.onKeys}
      onBackToForm={runIntents.leave}
      onLeave={ways.onLeave}
    />
  );
}
