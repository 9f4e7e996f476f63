import type { SignedInView } from '../../../../main/shared/views/aws';
import type { KeyView } from '../../../../main/shared/views/keys';
import { api } from '../../../base/api';
import { newCustody } from '../../../custody/state';
import { RunScreen } from '../../../run/run-screen';
import { useRun } from '../../../run/use-run';
import type { SignInState } from '../../../sign-in/state';
import type { SignInIntents } from '../../../sign-in/use-sign-in';
import { againWords, type AgainAction } from '../../../words/look-after/import-again';
import { useMaterialForKey } from '../material-for-key';
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
  const [run, runIntents] = useRun();
  const { key } = view;
  const { session } = signedIn;
  const material = useMaterialForKey(view.row, (lengthBytes) => ({ key, lengthBytes }), {
    custody: () => newCustody('restore', { mayBeKnown: true }),
    expiry: () => usualExpiry(action, new Date()),
  });

  const start = (): void => {
    const chosen = material.chosen();
    if (chosen) runIntents.start(() => api.importAgain({ key, session, ...chosen }));
  };

  if (run.at === 'none') {
    return (
      <AgainForm
        view={view}
        action={action}
        session={session}
        material={material}
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
      newMaterial={(goOn) => material.again(againWords.again, goOn)}
      onNextMaterial={ways.onNext}
      onKeys={ways.onKeys}
      onBackToForm={runIntents.leave}
      onLeave={ways.onLeave}
    />
  );
}
