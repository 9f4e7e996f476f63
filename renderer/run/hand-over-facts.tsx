import Box from '@cloudscape-design/components/box';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { HandOverView } from '../../main/shared/views/aws';
import { expiryText, handOverLabels, receiverOf, stateText } from '../words/run/hand-over';
import { wantedText } from '../words/create-and-import/receiver-card';

/** The receiver's list. The ARN comes first, by itself: it identifies the key. */
export function HandOverFacts({ handOver }: { readonly handOver: HandOverView }) {
  return (
    <SpaceBetween size="m">
      <div>
        <Box variant="awsui-key-label">{handOverLabels.arn}</Box>
        <p className="hand-over-arn">{handOver.keyArn}</p>
      </div>
      <KeyValuePairs columns={2} items={pairs(handOver)} />
    </SpaceBetween>
  );
}

function pairs(handOver: HandOverView): readonly KeyValuePairsProps.Pair[] {
  const { alias, receiver, actionsAllowed } = handOver;
  return [
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
    ...(alias === undefined
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
