import {
  noCopyConfirmation,
  type CopyForm,
  type CopyKey,
  type CopyView,
  type CustodyView,
  type FoundCopyView,
  type KeyPlace,
  type ShareSetView,
} from '../../../main/shared/views/custody';
import type { SavedFileView } from '../../../main/shared/views/app';
import { bothInstants } from '../shell/instants';
import type { Row } from '../shell/rows';

export const copyLabels = {
  copy: 'Copy',
  files: 'Copy files',
  madeAt: 'Copy made',
  set: 'Share set',
  custodians: 'Custodians',
  broughtBy: 'Shares brought by',
  key: 'Made for',
  keyArn: 'Key ARN',
  ceremony: 'Ceremony',
  practice: 'Practice',
  keyTag: 'Tag of the key',
  checkValue: 'Check value',
} as const;

export const noCopy = {
  title: 'No copy of the key material was kept',
  text: `You confirmed that by typing “${noCopyConfirmation}”. AWS never gives key material back. Unless you keep it elsewhere, it can never be imported again once AWS loses or deletes it, or it expires, and what was encrypted with it stays unreadable.`,
} as const;

const formNames: Record<CopyForm, string> = {
  passphrase: 'Sealed with a passphrase',
  recipients: 'Sealed for age recipients',
  shares: 'Split among custodians',
};

export function copyFormName(form: CopyForm): string {
  return formNames[form];
}

/** `alias/orders in account 111122223333, Region eu-central-1`, or as much of it as the copy says. */
export function copyKeyLine({ alias, keyId, keyArn, ...where }: CopyKey): string {
  const name = alias === undefined ? (keyId ?? keyArn) : `alias/${alias}`;
  const place = placeText(where);
  if (name === undefined) return place === '' ? 'Not stated in the copy' : `A key in ${place}`;
  return place === '' ? name : `${name} in ${place}`;
}

/** `account 111122223333, Region eu-central-1`; empty when neither is known. */
export function placeText({ accountId, region }: KeyPlace): string {
  return [
    ...(accountId === undefined ? [] : [`account ${accountId}`]),
    ...(region === undefined ? [] : [`Region ${region}`]),
  ].join(', ');
}

/** All that a copy says about its key, for the person who restores it to compare. */
/** `key 1234… in account 111122223333`, or as much as the copy says of its key. */
export function copyKeyName({ key }: CopyView): string {
  const { keyArn, keyId, alias, accountId, region } = key;
  const name = keyArn ?? keyId ?? (alias === undefined ? undefined : `alias/${alias}`);
  if (name === undefined) return 'a key that it does not name';
  const place = keyArn === undefined && accountId !== undefined ? ` in account ${accountId}` : '';
  return `the key ${name}${place}${keyArn === undefined && region !== undefined ? `, ${region}` : ''}`;
}

export function restoredKeyRows({ key, practice }: CopyView): readonly Row[] {
  return [
    [copyLabels.keyArn, key.keyArn],
    [copyLabels.ceremony, key.ceremony],
    [copyLabels.practice, practice ? 'Yes: the key exists in the practice AWS and nowhere else' : undefined],
  ];
}

/** `7F3A-91C2: any 2 of 3 shares restore the key material`. */
function shareSetLine({ serial, threshold, count }: ShareSetView): string {
  return `${serial}: any ${threshold} of ${count} shares restore the key material`;
}

type FoundShares = NonNullable<FoundCopyView['shares']>;

/** `1 of the 2 needed is here`. */
export function sharesAtHandLine({ have, threshold }: FoundShares): string {
  const here = have.length;
  if (here > threshold) return `${here} are here, and ${threshold} are needed`;
  return `${here} of the ${threshold} needed ${here === 1 ? 'is' : 'are'} here`;
}

/** `Shares 2, 4`: those of the set that are not at hand; undefined when all are. */
export function missingNumbersLine({ have, count }: FoundShares): string | undefined {
  const here = new Set(have.map(({ number }) => number));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !here.has(number),
  );
  if (missing.length === 0) return undefined;
  return `${missing.length === 1 ? 'Share' : 'Shares'} ${missing.join(', ')}`;
}

/** `0123 4567 89ab cdef`: in groups, to be compared by eye or aloud. */
export function checkValueGroups(checkValue: string): string {
  return checkValue.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** All custodians are known when splitting; when restoring, only those whose shares are at hand. */
function shareRows(shares: CopyView['shares']): readonly Row[] {
  if (shares === undefined) return [];
  const { custodians, count } = shares;
  const label = custodians.length < count ? copyLabels.broughtBy : copyLabels.custodians;
  return [
    [copyLabels.set, shareSetLine(shares)],
    [label, custodians.length === 0 ? undefined : custodians.join(', ')],
  ];
}

/** What a copy is and which key it was made for, without its files. */
export function copyFacts(copy: CopyView, timeZone?: string): readonly Row[] {
  const { key } = copy;
  return [
    [copyLabels.copy, copyFormName(copy.form)],
    [copyLabels.madeAt, bothInstants(new Date(copy.madeAt), timeZone)],
    [copyLabels.key, copyKeyLine(key)],
    // The key did not exist yet when the copy was made: its tag finds it.
    [
      copyLabels.keyTag,
      key.keyId === undefined && key.ceremony !== undefined
        ? `keyferry:ceremony = ${key.ceremony}`
        : undefined,
    ],
    ...shareRows(copy.shares),
  ];
}

/** The same with the names of its files. */
export function copyRows(copy: CopyView, timeZone?: string): readonly Row[] {
  const names = copy.files.map(({ name }) => name).join(', ');
  return [...copyFacts(copy, timeZone), [copyLabels.files, names === '' ? undefined : names]];
}

/** Said of a copy for recipients: sealing needs only their public keys. */
export const untriedIdentities = 'not with an identity of a recipient, as nobody had one here';

/** How the copy was proved before the key material was used. */
function proofText(kept: CopyForm, restored: boolean): string {
  const isSet = kept === 'shares';
  if (restored) return `the key material was restored from ${isSet ? 'the shares' : 'it'}`;
  const proof = `read back, ${isSet ? 'put together' : 'opened'} again and compared before the key material was used`;
  return kept === 'recipients' ? `${proof}; ${untriedIdentities}` : proof;
}

/** What became of the key material, for your own records; never for the receiver. */
export function custodyRows(custody: CustodyView, timeZone?: string): readonly Row[] {
  if (custody.kept === 'none') {
    return [[copyLabels.copy, `No copy was kept: confirmed by typing “${noCopyConfirmation}”`]];
  }
  return [
    [copyLabels.copy, `${copyFormName(custody.kept)}; ${proofText(custody.kept, custody.restored)}`],
    [copyLabels.madeAt, bothInstants(new Date(custody.madeAt), timeZone)],
    ...shareRows(custody.shares),
  ];
}

/** `- key.age, 1024 bytes, SHA-256 …`. */
export function fileLines(files: readonly SavedFileView[]): readonly string[] {
  return files.map(
    ({ name, bytes, sha256 }) =>
      `- ${name}, ${bytes} bytes${sha256 === undefined ? '' : `, SHA-256 ${sha256}`}`,
  );
}
