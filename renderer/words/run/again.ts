import type { AgainView, HandOverView } from '../../../main/shared/views/aws';
import { provedText, shortId } from '../look-after/acts-rotate';
import { bothInstants } from '../shell/instants';
import { expiryText, handOverLabels, stateText, testText } from './hand-over';
import type { Row } from '../shell/rows';

export const againPage = {
  title: {
    'bring-back': 'Key material imported again',
    extend: 'Expiration changed',
    finish: 'Key material imported again',
    rotate: 'Key rotated to new key material',
  },
  works: 'The key works again',
  extended: 'The key goes on without a stop',
  rotated: 'The key encrypts with the new key material',
  keepBoth:
    'Keep both copies: the key stops if the former or the new key material is missing. The card below is for the new one; keep it with the former card.',
  disabled: 'The key is still disabled',
  disabledText:
    'It was disabled before, and importing enables nothing. Nobody can use it until somebody enables it in the AWS KMS console.',
  stillStopped: (there: number, needed: number) => `${there} of ${needed} back, still stopped`,
  stillStoppedText: (missing: readonly string[]) =>
    `Nobody can use the key until all of its material is back. Missing: ${missing.map(shortId).join(', ')}.`,
  next: 'Import the next material',
  practiceText: 'This was practice: nothing was changed in AWS.',
  listTitle: 'What is left to do',
  listText: 'Two things for your own house. Nothing in them is secret.',
  labels: {
    before: 'Expiration before',
    materials: 'Key material',
    policy: 'Key policy',
    newId: 'New key material ID',
    formerId: 'Former key material ID, still needed',
  },
  policy: {
    same: 'The same as before',
    changed: 'Changed by somebody else meanwhile',
    'not-compared': 'Not compared',
  } satisfies Record<AgainView['policy'], string>,
} as const;

const rotatedText = (rotated: NonNullable<AgainView['rotated']>): string =>
  `${provedText(rotated)} ${againPage.keepBoth}`;

/** How it ended, in a headline and what follows from it. */
export function againEnd(
  handOver: HandOverView,
  again: AgainView,
): { readonly type: 'success' | 'warning' | 'info'; readonly title: string; readonly text: string } {
  const { materials } = again;
  if (materials !== undefined && materials.missing.length > 0) {
    const title = againPage.stillStopped(materials.there, materials.needed);
    return { type: 'warning', title, text: againPage.stillStoppedText(materials.missing) };
  }
  if (handOver.keyState === 'Disabled') {
    return { type: 'info', title: againPage.disabled, text: againPage.disabledText };
  }
  if (again.rotated) {
    return { type: 'success', title: againPage.rotated, text: rotatedText(again.rotated) };
  }
  const title = again.aim === 'extend' ? againPage.extended : againPage.works;
  return { type: 'success', title, text: testText(handOver.untested) };
}

export function againRows(handOver: HandOverView, again: AgainView): readonly Row[] {
  const { expiredBefore, materials, policy, rotated } = again;
  return [
    [handOverLabels.arn, handOver.keyArn],
    [handOverLabels.alias, handOver.alias],
    [handOverLabels.state, stateText(handOver)],
    [handOverLabels.expiry, expiryText(handOver)],
    [againPage.labels.newId, rotated?.newId],
    [againPage.labels.formerId, rotated?.formerId],
    [againPage.labels.before, rotated ? undefined : expiredBefore && beforeText(expiredBefore)],
    [againPage.labels.materials, materials && `${materials.there} of ${materials.needed} there`],
    [againPage.labels.policy, againPage.policy[policy]],
  ];
}

const beforeText = (expiredBefore: string): string =>
  expiredBefore === 'never' ? 'None: it did not expire' : bothInstants(new Date(expiredBefore));
