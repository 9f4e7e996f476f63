import type { Expiry, PlanView } from '../../main/shared/aws-views';
import { bothInstants } from './instants';
import { regionName } from './regions';
import type { RegionView } from '../../main/shared/aws-views';

export const reviewWords = {
  title: 'Review',
  description: 'Nothing has been changed in AWS so far.',
  outcome: 'What will exist afterwards',
  undo: 'What cannot be undone',
  undoText:
    'A key cannot be deleted at once: AWS lets it wait for at least 7 days, and until then it counts as a key of your account and costs money. Its Region, and that its key material is imported, can never be changed. What was encrypted with it can be read only while its key material is in AWS.',
  calls: 'What AWS is asked to do, in this order',
  understand: 'I understand the implications of using an imported key',
  understandText:
    'You are responsible for the key material: AWS keeps it available, but not for ever and not for you to fetch. Keep what you need to import it again.',
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
    'You may not list aliases, so AWS tells only during the run whether this one is free. If it is not, you can choose another one then.',
} as const;

function expiryPhrase(expiry: Expiry): string {
  return expiry.kind === 'never' ? 'does not expire' : `expires on ${bothInstants(new Date(expiry.validTo))}`;
}

/** One sentence: the key as it will be. */
export function outcomeSentence(plan: PlanView, regions: readonly RegionView[]): string {
  const { draft, accountId, region } = plan;
  const { receiver } = draft;
  const kind = draft.multiRegion ? 'a Multi-Region KMS key' : 'a KMS key';
  const source = draft.material.from === 'generate' ? 'generated on this computer' : 'from your own file';
  const use = receiver.needsGrants
    ? 'may encrypt and decrypt with it and let AWS services do so'
    : 'may encrypt and decrypt with it';
  return `Your account ${accountId} will own ${kind} called ${draft.alias} in the Region ${regionName(region, regions)}, with key material that is ${source} and ${expiryPhrase(draft.expiry)}, and ${receiver.name} (account ${receiver.accountId}) ${use}.`;
}
