import type { HandOverView } from '../../../main/shared/views/aws';
import { copyLabels } from '../custody/copies';
import { expiryText, handOverLabels, handOverPage, receiverOf, stateText } from './hand-over';
import { practice } from '../shell/practice';
import { rowLines, type Row } from '../shell/rows';
import { isAliasWanted, roleText, stepsText, wantedRows } from './receiver-wants';
import { wantedText } from '../create-and-import/receiver-card';

/**
 * What the receiver needs, as plain text to send. Nothing in it is secret, and nothing of the copy is in it: the
 * receiver has no use for it. The key is named by its ARN, and a practice run says so before and after.
 */
export function handOverText(handOver: HandOverView, timeZone?: string): string {
  const { mode, receiverStatement } = handOver;
  const mark = mode === 'practice' ? [practice.summaryLine] : [];
  return [
    ...mark,
    ...(mark.length > 0 ? [''] : []),
    `AWS KMS key for ${receiverOf(handOver)}`,
    '',
    ...rowLines(factRows(handOver, timeZone)),
    ...stepsText(handOver, receiverOf(handOver)),
    ...roleText(handOver),
    ...(receiverStatement === undefined
      ? []
      : [
          '',
          handOverPage.statementTitle(receiverOf(handOver)),
          handOverPage.statementText,
          receiverStatement,
        ]),
    '',
    `${handOverPage.cloudTrail}: ${handOver.cloudTrailEvents.join(', ')}`,
    `${handOverPage.requests}:`,
    ...handOver.requestIds.map(({ operation, requestId }) => `- ${operation}: ${requestId}`),
    ...(mark.length > 0 ? ['', ...mark] : []),
    '',
  ].join('\n');
}

/** What the receiver wants to be told, in its order, and then what else is known; each once. */
function factRows(handOver: HandOverView, timeZone: string | undefined): readonly Row[] {
  const { receiver, actionsAllowed, alias } = handOver;
  const rows: readonly Row[] = [
    ...wantedRows(handOver.wants),
    [handOverLabels.arn, handOver.keyArn],
    [handOverLabels.account, handOver.accountId],
    [handOverLabels.region, handOver.region],
    [handOverLabels.alias, isAliasWanted(handOver) ? undefined : alias],
    [handOverLabels.state, stateText(handOver, timeZone)],
    [handOverLabels.expiry, expiryText(handOver, timeZone)],
    [handOverLabels.multiRegion, handOver.multiRegion ? 'yes' : 'no'],
    [handOverLabels.keyMaterialId, handOver.keyMaterialId],
    // It identifies without revealing: with it, this text serves as a record when a restore is rehearsed.
    [copyLabels.checkValue, handOver.checkValue],
    [handOverLabels.receiverAccount, receiver?.accountId],
    [handOverLabels.actions, actionsAllowed.length > 0 ? actionsAllowed.join(', ') : undefined],
    [handOverLabels.contact, receiver?.note?.contact],
    [handOverLabels.wanted, receiver?.note && wantedText(receiver.note.wanted)],
  ];
  return rows.filter(([label], at) => rows.findIndex(([other]) => other === label) === at);
}
