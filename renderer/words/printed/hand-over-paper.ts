import type { HandOverView } from '../../../main/shared/views/aws';
import { copyLabels, checkValueGroups } from '../custody/copies';
import { expiryText, handOverLabels, receiverOf, stateText } from '../run/hand-over';
import { isAliasWanted, wantNames, wantsWords } from '../run/receiver-wants';
import { code, known, type Fact } from './fact';

export const handOverPaper = {
  audience: (receiver: string) => `For ${receiver}`,
  title: (receiver: string) => `AWS KMS key for ${receiver}`,
  lead: 'The key is ready. Its ARN identifies it everywhere; nothing on this paper is secret.',
  arn: 'Key ARN',
  key: 'The key',
  access: 'What the key policy allows',
  steps: (receiver: string) => `What ${receiver} does on their side`,
  stepsText:
    'Their administrators attach this IAM policy, which names the key by its ARN, to the roles and users that will use the key:',
  next: 'How it goes on',
  role: (receiver: string) => `The role that ${receiver} assumes`,
  events: 'CloudTrail events',
  contact: 'Contact for questions, and for withdrawing the key',
  noContact: 'none given',
  contactText:
    'The owner can disable the key or delete its key material at any time; what it encrypted can then no longer be read.',
} as const;

/** What the receiver wants to be told, the first of which stands above, and the key as AWS last described it. */
export function keyFacts(handOver: HandOverView, timeZone?: string): readonly Fact[] {
  const {
    keyArn,
    accountId,
    region,
    alias,
    multiRegion,
    keyMaterialId,
    checkValue,
    wants,
    cloudTrailEvents,
  } = handOver;
  const [first, ...others] = wants.facts;
  const facts: readonly Fact[] = [
    ...others.map(({ want, value }) => ({ label: wantNames[want], value, ...code })),
    ...known(wantsWords.where, wants.where),
    { label: handOverLabels.arn, value: keyArn, ...code },
    { label: handOverLabels.account, value: accountId, ...code },
    { label: handOverLabels.region, value: region, ...code },
    { label: handOverLabels.state, value: stateText(handOver, timeZone) },
    { label: handOverLabels.expiry, value: expiryText(handOver, timeZone) },
    { label: handOverLabels.multiRegion, value: multiRegion ? 'Yes' : 'No' },
    ...known(copyLabels.checkValue, checkValue && checkValueGroups(checkValue), code),
    ...known(handOverLabels.keyMaterialId, keyMaterialId, code),
    ...(isAliasWanted(handOver)
      ? []
      : known(handOverLabels.alias, alias, { ...code, note: handOverLabels.aliasText })),
    { label: handOverPaper.events, value: cloudTrailEvents.join(', '), ...code },
  ];
  const above = first && wantNames[first.want];
  return facts.filter(
    ({ label }, at) => label !== above && facts.findIndex((other) => other.label === label) === at,
  );
}

/** The box at the top: what the receiver wants first. */
export function firstFact({ keyArn, wants }: HandOverView): Fact {
  const [first] = wants.facts;
  return first
    ? { label: wantNames[first.want], value: first.value }
    : { label: handOverPaper.arn, value: keyArn };
}

export function accessFacts(handOver: HandOverView): readonly Fact[] {
  const { receiver, actionsAllowed } = handOver;
  if (receiver === undefined) return [];
  return [
    { label: handOverLabels.receiver, value: receiverOf(handOver) },
    ...known('AWS account ID', receiver.accountId === '' ? undefined : receiver.accountId, code),
    ...known(handOverLabels.contact, receiver.note?.contact),
    {
      label: 'Actions allowed',
      value: actionsAllowed.length === 0 ? 'none' : actionsAllowed.join(', '),
      ...code,
    },
  ];
}

/** The same JSON without lines that hold only a bracket, and with short lists on one line: a third of the paper. */
export function compactJson(json: string): string {
  return json
    .replace(/\[\s+("[^"]*"(?:,\s+"[^"]*")*)\s+\]/g, (_, list: string) => `[${list.replace(/,\s+/g, ', ')}]`)
    .replace(/\{\s+("[^"]*": "[^"]*")\s+\}/g, '{ $1 }')
    .replace(/\{\s+("[^"]*": \{[^{}]*\})\s+\}/g, '{ $1 }')
    .replace(/([[{])\n\s*/g, '$1 ')
    .replace(/\n\s*([\]}])/g, ' $1');
}
