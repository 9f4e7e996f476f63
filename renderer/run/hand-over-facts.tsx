import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ReactNode } from 'react';
import type { HandOverView } from '../../main/shared/views/aws';
import { expiryText, handOverLabels, receiverOf, stateText } from '../words/run/hand-over';
import { isAliasWanted, wantNames } from '../words/run/receiver-wants';
import { wantedText } from '../words/create-and-import/receiver-card';

/** What else is known of the key, besides what the receiver asks for. */
export function HandOverFacts({ handOver }: { readonly handOver: HandOverView }) {
  const asked = new Set<string>(handOver.wants.facts.map(({ want }) => wantNames[want]));
  return <KeyValuePairs columns={2} items={pairs(handOver).filter(({ label }) => !asked.has(label))} />;
}

function pairs(handOver: HandOverView): readonly { readonly label: string; readonly value: ReactNode }[] {
  const { alias, receiver, actionsAllowed } = handOver;
  return [
    { label: handOverLabels.arn, value: <span className="breakable">{handOver.keyArn}</span> },
    { label: handOverLabels.account, value: handOver.accountId },
    { label: handOverLabels.region, value: handOver.region },
    { label: handOverLabels.state, value: stateText(handOver) },
    { label: handOverLabels.expiry, value: expiryText(handOver) },
    ...(receiver
      ? [
          { label: handOverLabels.receiver, value: receiverOf(handOver) },
          ...(receiver.accountId === ''
            ? []
            : [{ label: handOverLabels.receiverAccount, value: receiver.accountId }]),
        ]
      : []),
    ...(receiver?.note
      ? [
          { label: handOverLabels.contact, value: <bdi className="breakable">{receiver.note.contact}</bdi> },
          { label: handOverLabels.wanted, value: wantedText(receiver.note.wanted) },
        ]
      : []),
    ...(actionsAllowed.length > 0
      ? [
          {
            label: handOverLabels.actions,
            value: <span className="breakable">{actionsAllowed.join(', ')}</span>,
          },
        ]
      : []),
    ...(alias === undefined || isAliasWanted(handOver)
      ? []
      : [
          {
            label: handOverLabels.alias,
            value: (
              <>
                <div className="breakable">{alias}</div>
                <Box color="text-body-secondary" fontSize="body-s">
                  {handOverLabels.aliasText}
                </Box>
              </>
            ),
          },
        ]),
  ];
}
