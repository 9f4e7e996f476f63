import { canResumeOffline, hasCopy, isOverdue } from '../../../main/shared/unfinished';
import type { UnfinishedOfflineView } from '../../../main/shared/views/unfinished';
import { copyFormName, custodyRows } from '../custody/copies';
import { bothInstants } from '../shell/instants';
import { fingerprintWords } from '../wrap-offline/parameters';
import { knownRows } from '../shell/rows';
import { transferCodeLabel } from '../wrap-offline/transfer';

const offlinePage = {
  lead: {
    copy: 'The import parameters are still known; the key material is restored from its copy. Compare the fingerprint once more before you wrap.',
    noCopy:
      'The import parameters are still known; new key material is made. Compare the fingerprint once more before you wrap.',
    saved:
      'Write down the transfer code: the connected computer asks for it. After that, all that is left to do here is to discard this work.',
    over: 'All that is left to do here is to discard this work.',
  },
  discardText: {
    copy: 'Keyferry forgets the import parameters. The copy of the key material stays where you saved it, and nothing in AWS is touched.',
    noCopy:
      'Keyferry forgets the import parameters. Files that were saved stay where they are, and nothing in AWS is touched.',
  },
} as const;

/** `Wrapping offline for key 1234…`, or as much as is known. */
export function offlineName({ keyId }: UnfinishedOfflineView): string {
  return keyId === undefined ? 'Wrapping offline' : `Wrapping offline for key ${keyId}`;
}

/** What the way on is like. */
export function offlineLead(work: UnfinishedOfflineView, now: Date): string {
  const { copy, noCopy, saved, over } = offlinePage.lead;
  if (!canResumeOffline(work, now)) return work.transferCode === undefined ? over : saved;
  return hasCopy(work) ? copy : noCopy;
}

/** How far it got, which copy there is, and how long there is time, in a few words each. */
export function offlineLine(work: UnfinishedOfflineView, now: Date): string {
  const { parametersValidTo, state, custody } = work;
  if (state === 'saved') return reached(work);
  const copy =
    custody === undefined || custody.kept === 'none'
      ? ''
      : ` Copy: ${lowerFirst(copyFormName(custody.kept))}.`;
  if (isOverdue(work, now)) {
    const stays = hasCopy(work) ? '; the copy stays good' : '';
    return `The import parameters have expired: a new ImportParameters.zip is needed${stays}.${copy}`;
  }
  const until =
    parametersValidTo === undefined
      ? ''
      : ` Import parameters valid until ${bothInstants(new Date(parametersValidTo))}.`;
  return `${reached(work)}${copy}${until}`;
}

function reached(work: UnfinishedOfflineView): string {
  switch (work.state) {
    case 'copying':
      return `It is not known whether ${hasCopy(work) ? 'another' : 'the'} copy was saved: look where you wanted it.`;
    case 'copied':
      return 'The copy of the key material is saved; nothing is wrapped yet.';
    case 'wrapping':
      return 'It is not known whether the wrapped files were saved: look where you wanted them.';
    case 'saved':
      return `The files are saved in the folder ${work.folderName ?? ''}; only the last page was not shown.`;
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What is known of the parameters and of the copy. */
export function offlineRows(work: UnfinishedOfflineView): ReturnType<typeof knownRows> {
  const { keyId, keyArn, accountId, region, wrappingAlgorithm, startedAt, custody } = work;
  const { fingerprint, needsConfirming, transferCode } = work;
  return knownRows([
    ['Key ID', keyId ?? 'The files did not say it'],
    ['Key ARN', keyArn],
    ['AWS account', accountId],
    ['AWS Region', region],
    [transferCodeLabel, transferCode],
    ['Wrapping algorithm', wrappingAlgorithm],
    [fingerprintWords.title, needsConfirming && fingerprint],
    ['Started', bothInstants(new Date(startedAt))],
    ...(custody ? custodyRows(custody) : []),
    ['Copy files', custody && custody.kept !== 'none' ? namesOf(custody.files) : undefined],
  ]);
}

const namesOf = (files: readonly { readonly name: string }[]): string =>
  files.map(({ name }) => name).join(', ');

export function offlineDiscardText(work: UnfinishedOfflineView): string {
  const { copy, noCopy } = offlinePage.discardText;
  return hasCopy(work) ? copy : noCopy;
}
