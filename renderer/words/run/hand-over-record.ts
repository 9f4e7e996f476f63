import type { HandOverView } from '../../../main/shared/views/aws';
import { copyLabels, custodyRows, fileLines } from '../custody/copies';
import { expiryText, handOverLabels, handOverPage, receiverOf, stateText } from './hand-over';
import { practice } from '../shell/practice';
import { rowLines, type Row } from '../shell/rows';
import { roleText, stepsText, wantedRows } from './receiver-wants';

/** What your own records need beyond the receiver's list; the page and the text show the same. */
export function ownRecordRows(handOver: HandOverView, timeZone?: string): readonly Row[] {
  const { custody } = handOver;
  return [
    [handOverLabels.keyMaterialId, handOver.keyMaterialId],
    [copyLabels.checkValue, handOver.checkValue],
    [handOverLabels.multiRegion, handOver.multiRegion ? 'Yes' : 'No'],
    [handOverPage.cloudTrail, handOver.cloudTrailEvents.join(', ')],
    ...(custody === undefined ? [] : custodyRows(custody, timeZone)),
  ];
}

/** What the receiver is told besides ARN, account and Region, which stand above. */
function toldRows({ wants }: HandOverView): readonly Row[] {
  const above = [handOverLabels.arn, handOverLabels.account, handOverLabels.region] as readonly string[];
  return wantedRows(wants).filter(([label]) => !above.includes(label));
}

/**
 * Your own record as plain text: what an auditor asks for, and where the copy of the key material is. Nothing in it is
 * secret, but who holds shares concerns nobody else: the receiver gets the hand-over summary.
 */
export function ownRecordText(handOver: HandOverView, timeZone?: string): string {
  const { custody } = handOver;
  const mark = handOver.mode === 'practice' ? [practice.summaryLine] : [];
  return [
    ...mark,
    ...(mark.length > 0 ? [''] : []),
    handOverPage.recordTextTitle,
    handOverPage.recordTextNote,
    '',
    ...rowLines([
      [handOverLabels.arn, handOver.keyArn],
      [handOverLabels.account, handOver.accountId],
      [handOverLabels.region, handOver.region],
      [handOverLabels.alias, handOver.alias],
      [handOverLabels.state, stateText(handOver, timeZone)],
      [handOverLabels.expiry, expiryText(handOver, timeZone)],
      [handOverLabels.receiver, handOver.receiver?.name],
      [handOverLabels.receiverAccount, handOver.receiver?.accountId],
      ...toldRows(handOver),
      ...ownRecordRows(handOver, timeZone),
    ]),
    ...(custody === undefined || custody.kept === 'none'
      ? []
      : ['', copyLabels.files, ...fileLines(custody.files)]),
    ...stepsText(handOver, receiverOf(handOver)),
    ...roleText(handOver),
    '',
    `${handOverPage.requests}:`,
    ...handOver.requestIds.map(({ operation, requestId }) => `- ${operation}: ${requestId}`),
    ...(mark.length > 0 ? ['', ...mark] : []),
    '',
  ].join('\n');
}
