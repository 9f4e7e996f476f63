import type { Expiry, PlanView, RegionView } from '../../../main/shared/views/aws';
import { noCopyConfirmation, type HeldView } from '../../../main/shared/views/custody';
import { bothInstants } from '../shell/instants';
import { regionName } from '../shell/regions';

export const reviewWords = {
  title: 'Review',
  description: 'Nothing has been changed in AWS so far.',
  outcome: 'What will exist afterwards',
  copyTitle: 'The copy that is kept',
  noCopy: {
    title: 'No copy of the key material is kept',
    text: `You confirmed that by typing “${noCopyConfirmation}”. Unless you keep the key material elsewhere, everything encrypted under it is lost for good once it expires or is deleted.`,
  },
  undo: 'What cannot be undone',
  undoText:
    'A key cannot be deleted at once: AWS waits for at least 7 days, and until then it counts as a key of your account and costs money. Its Region can never be changed, and it will always be a key for imported key material. What was encrypted with it can be read only while its key material is in AWS.',
  later: {
    title: (receiver: string) => `${receiver} is not let in yet`,
    text: 'The key policy below does not name it. Once the key is ready, you give its ARN to the receiver, and add the receiver with what it answers.',
  },
  calls: 'What AWS is asked to do, in this order',
  understand: 'I understand the implications of using an imported key',
  understandText:
    'You are responsible for the key material: AWS keeps it available, but not for ever, and never gives it back. Only this same key material can be imported into the key again.',
  understandMissing: 'Tick the box once you have read this.',
  submit: 'Create and import',
  working: 'Checking everything that can be checked without changing AWS',
  checkAgain: 'Check again',
  aliasTaken: {
    title: 'The alias is taken',
    text: (alias: string) => `Another key in this account and Region is already called ${alias}.`,
    back: 'Change the alias',
  },
  aliasUnknown:
    'You may not list aliases, so it only turns out during the run whether this one is free. If it is not, you can choose another one then.',
} as const;

function expiryPhrase(expiry: Expiry): string {
  return expiry.kind === 'never' ? 'does not expire' : `expires on ${bothInstants(new Date(expiry.validTo))}`;
}

const heldSources: Record<HeldView['source'], string> = {
  generated: 'generated on this computer',
  file: 'from your own file',
  restored: 'restored from its copy',
};

function sourcePhrase({ draft }: PlanView, held: HeldView | undefined): string {
  if (held) return heldSources[held.source];
  return draft.material?.from === 'file' ? heldSources.file : heldSources.generated;
}

function permissionPhrase({ asks, needsGrants }: PlanView['draft']['receiver']): string {
  if (asks?.from === 'later') return 'is let in later, once it knows the ARN';
  if (asks) return 'may use it as the key policy says';
  return needsGrants
    ? 'may encrypt and decrypt with it and let AWS services do so'
    : 'may encrypt and decrypt with it';
}

/**
 * One sentence: the key as it will be.
 *
 * @param held the material that has a copy; absent when there is no copy.
 */
export function outcomeSentence(plan: PlanView, regions: readonly RegionView[], held?: HeldView): string {
  const { draft, accountId, region } = plan;
  const { receiver } = draft;
  const kind = draft.multiRegion ? 'a Multi-Region KMS key' : 'a KMS key';
  const account = receiver.accountId === '' ? '' : ` (account ${receiver.accountId})`;
  return `Your account ${accountId} will own ${kind} called ${draft.alias} in the Region ${regionName(region, regions)}, with key material that is ${sourcePhrase(plan, held)} and ${expiryPhrase(draft.expiry)}, and ${receiver.name}${account} ${permissionPhrase(receiver)}.`;
}
