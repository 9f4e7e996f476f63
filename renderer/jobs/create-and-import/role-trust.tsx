import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { useEffect, useEffectEvent, useState } from 'react';
import type { RoleTrustView } from '../../../main/shared/views/receiver-wants';
import { api } from '../../base/api';
import { CopyText } from '../../base/copy-text';
import { termsWords } from '../../words/create-and-import/receiver-terms';
import { wantsWords } from '../../words/run/receiver-wants';
import { emptyBlank, presetOf } from './blanks';
import { receiverChoice } from './selectors';
import type { DraftState } from './state';

/** The trust policy of the role that the receiver assumes: it is needed before the key is. */
export function RoleTrust({ state }: { readonly state: DraftState }) {
  const { receiver } = state;
  const [trust, setTrust] = useState<RoleTrustView>();
  const terms = receiver.isLater ? undefined : (presetOf(receiver)?.terms ?? receiver.terms);
  const { region } = receiver;
  const isFilled = terms?.trust !== undefined && emptyBlank(receiver) === undefined;
  const request = isFilled && region !== undefined ? { receiver: receiverChoice(state), region } : undefined;
  const read = useEffectEvent(() => (request === undefined ? undefined : api.readTrust(request)));
  const question = request && JSON.stringify(request);
  useEffect(() => {
    let isAwaited = true;
    void read()?.then((answer) => {
      if (isAwaited) setTrust(answer.ok ? (answer.value ?? undefined) : undefined);
    });
    return () => {
      isAwaited = false;
    };
  }, [question]);
  if (request === undefined || trust === undefined) return null;
  const words = wantsWords.role;
  return (
    <div className="role-policy">
      <div className="to-do-line">
        <div>
          <Box variant="awsui-key-label">{words.trust}</Box>
          <span className="breakable">
            {words.trustText(trust)} {termsWords.trustBefore}
          </span>
        </div>
        <CopyText label={words.copyTrust} text={trust.trustPolicy} variant="normal" />
      </div>
      <ExpandableSection headerText={words.show} headerAriaLabel={`${words.show}: ${words.trust}`}>
        <pre className="text-block">{trust.trustPolicy}</pre>
      </ExpandableSection>
    </div>
  );
}
