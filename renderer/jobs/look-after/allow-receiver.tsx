import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { ResultOf } from '../../../main/shared/contract';
import type { KeyView } from '../../../main/shared/views/keys';
import { api } from '../../base/api';
import { Failure } from '../../base/failure';
import { Page } from '../../base/page';
import type { SignInState } from '../../sign-in/state';
import type { SignInIntents } from '../../sign-in/use-sign-in';
import { actPage } from '../../words/look-after/acts';
import { revokePage } from '../../words/look-after/acts-revoke';
import { AddReceiver } from '../add-receiver/add-receiver';

export interface AllowReceiverProps {
  readonly view: KeyView;
  readonly signIn: SignInState;
  readonly signInIntents: SignInIntents;
  readonly session: string;
  /** Reads the key anew and goes back to it. */
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/** Lets another receiver use the open key: the same pages as for one that could not be let in when a key was made. */
export function AllowReceiver({ view: { key }, session, onBack, ...props }: AllowReceiverProps) {
  const [begun, setBegun] = useState<ResultOf<'allowReceiver'>>();
  useEffect(() => {
    let isOver = false;
    void api.allowReceiver({ key, session }).then((answer) => {
      if (!isOver) setBegun(answer);
    });
    return () => {
      isOver = true;
    };
  }, [key, session]);
  if (begun?.ok) return <AddReceiver addition={begun.value} onBack={onBack} {...props} />;
  return (
    <Page title={revokePage.allow}>
      {begun ? (
        <Failure error={begun.error} takesFocus />
      ) : (
        <StatusIndicator type="loading">{actPage.reading}</StatusIndicator>
      )}
    </Page>
  );
}
