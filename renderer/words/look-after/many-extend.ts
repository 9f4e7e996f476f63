import type { Expiry } from '../../../main/shared/views/aws';
import type { FolderFile, FolderMatchView } from '../../../main/shared/views/copy-match';
import type { AppError } from '../../../main/shared/errors';
import type { Hindrance } from '../../../main/shared/acts-by-state';
import type { KeyMaterialView } from '../../../main/shared/views/keys';
import { errorWords } from '../errors';
import { counted, numeral } from '../shell/counted';
import { bothInstants, localDay } from '../shell/instants';
import { actsPanel } from './acts';
import type { EndedWords, OutcomeWords } from './many';
import { materialsPanel } from './one-key';
import { daysLeftWords, expiresWords } from './states';

const materials = (count: number): string => counted(count, 'key material');

export const extendPage = {
  title: (count: number) => `Extend: ${counted(count, 'key')}`,
  lead: 'The same key material is imported once more into each key, with another expiration. The keys work all the while, and nothing else of them changes.',
  expiryTitle: 'The new expiration of all of them',
  reading: (done: number, all: number) => `Reading the keys: ${numeral(done)} of ${numeral(all)}`,
  caption: 'Key materials of the chosen keys',
  columns: {
    key: 'Key',
    material: 'Key material',
    copy: 'Copy',
    until: 'Expires',
    outcome: 'Outcome',
  },
  noCopy: '–',
  each: 'If one fails, the others are extended all the same, and you see which one failed and why. Each has a record and a successor card of its own.',
  start: (count: number) => (count === 0 ? 'Extend' : `Extend ${materials(count)}`),
  running: 'Extending the keys',
} as const;

/** All of it, in a few short sentences. */
export function extendReview(ready: number, all: number, expiry: Expiry | undefined): string {
  if (ready === 0) return 'Nothing yet: no key material has a copy that was opened and belongs to it.';
  const begin =
    ready === 1
      ? '1 key material is imported once more'
      : `${materials(ready)} are imported once more, one after another`;
  const sentence = `${begin}. ${untilText(expiry)}`;
  const left = all - ready;
  if (left === 0) return sentence;
  return `${sentence} ${left === 1 ? '1 is' : `${numeral(left)} are`} left alone, for the reason in the table.`;
}

function untilText(expiry: Expiry | undefined): string {
  if (expiry === undefined) return 'The date is missing.';
  return expiry.kind === 'never'
    ? 'From then on, it does not expire.'
    : `The new expiration is ${bothInstants(new Date(expiry.validTo))}.`;
}

export const copiesPanel = {
  title: 'The copies',
  text: 'One folder with the sealed copies of these keys, under any names. Keyferry finds out which copy belongs to which key, and opens none before you type its passphrase.',
  drop: 'Drop the folder of the sealed copies here',
  hint: 'Shares, and copies for recipients, are opened on the page of their key.',
  release: 'Let go to look at the copies',
  choose: 'Choose folder',
  chooseOther: 'Choose another folder',
  looking: 'Looking at the copies',
  found: ({ folderName, files }: FolderMatchView, copies: number): string =>
    `${folderName === undefined ? '' : `“${folderName}”: `}${numeral(copies)} sealed ${copies === 1 ? 'copy' : 'copies'} in ${counted(files.length, 'file')}`,
  noneBelongs: 'None of these copies belongs to one of the keys.',
  passphrase: 'Passphrase of the copies',
  passphraseText: 'If a copy has another one, you are asked for it afterwards.',
  passphraseMissing: 'Type the passphrase first.',
  passphraseOf: (file: string) => `Passphrase of ${file}`,
  open: (count: number) => (count === 1 ? 'Open 1 copy' : `Open ${numeral(count)} copies`),
  opening: (at: number, all: number) => `Opening copy ${numeral(at)} of ${numeral(all)}`,
  opened: (count: number) =>
    count === 1 ? '1 copy opens and was compared.' : `${numeral(count)} copies open and were compared.`,
  others: (count: number) => `${counted(count, 'file')} not opened here`,
} as const;

export const notOpenedHere: Record<Exclude<FolderFile['is'], 'sealed-copy'>, string> = {
  recipients: 'A copy for recipients. Extend its key on the page of the key.',
  shares: 'A share. Extend its key on the page of the key.',
  'no-copy': 'No sealed copy.',
  unread: 'Not read: it may be key material itself, or it cannot be read.',
};

/** Why the material of a key that was read is left alone. */
export type Alone =
  | Hindrance
  | 'not-there'
  | 'unknown-state'
  | 'unfinished'
  | 'never-expires'
  | 'not-later'
  | 'no-folder'
  | 'no-copy'
  | 'not-opened'
  | 'maybe-unopened'
  | 'which-material';

const aloneWords: Readonly<Record<Alone, string>> = {
  ...actsPanel.hindrances,
  'not-there': 'Key material of it is missing. Import it again on the page of the key.',
  'unknown-state': 'Keyferry does not know the state of the key.',
  unfinished: 'Unfinished work of this key waits on the home screen. Finish that first.',
  'never-expires': 'It does not expire.',
  'not-later': 'It already lasts that long.',
  'no-folder': 'The folder of the copies is not chosen yet.',
  'no-copy': 'None of the copies belongs to it.',
  'not-opened': 'Its copy was not opened yet.',
  'maybe-unopened': 'None of the copies says unopened that it belongs here. Open them to find out.',
  'which-material': 'A copy names the key, but not which of its materials. Extend it on the page of the key.',
};

/** Whether that may still change: nothing was decided about it. */
const waiting: readonly string[] = ['no-folder', 'not-opened', 'maybe-unopened'];

/** What is said of a line, besides its reason. */
export const outcomesOf = (why: Alone | 'not-read' | undefined): OutcomeWords =>
  why !== undefined && waiting.includes(why)
    ? { ...extendOutcomes, 'left-out': 'Waits for its copy' }
    : extendOutcomes;

/** Why a material is left alone; undefined where it is not. */
export function whyAlone({
  why,
  error,
}: {
  readonly why?: Alone | 'not-read';
  readonly error?: AppError;
}): string | undefined {
  if (why === undefined) return undefined;
  if (why !== 'not-read') return aloneWords[why];
  const words = error && errorWords(error, new Date());
  return words && `${words.title}. ${words.next}`;
}

export const materialCell = (material: Pick<KeyMaterialView, 'id' | 'role'> | undefined): string =>
  material === undefined
    ? '–'
    : `${material.id.slice(0, 8)}…, ${materialsPanel.roles[material.role].toLowerCase()}`;

const dayMs = 86_400_000;

/** When it expires now, with the days that are left, and when it expires then. */
export function untilCell(
  { validTo, why }: { readonly validTo?: string; readonly why?: Alone | 'not-read' },
  expiry: Expiry | undefined,
  now: Date,
): { readonly now: string; readonly then: string } {
  return {
    now: validTo === undefined ? noDate(why) : untilNow(new Date(validTo), now),
    then: expiry === undefined || why !== undefined ? '' : `→ ${untilThen(expiry)}`,
  };
}

const untilNow = (until: Date, now: Date): string =>
  `${localDay(until)}, ${daysLeftWords(Math.floor((until.getTime() - now.getTime()) / dayMs)).toLowerCase()}`;

const untilThen = (expiry: Expiry): string =>
  expiry.kind === 'never' ? expiresWords.never.toLowerCase() : localDay(new Date(expiry.validTo));

const noDate = (why: Alone | 'not-read' | undefined): string =>
  why === 'never-expires' ? expiresWords.never : why === 'not-there' ? expiresWords.over : '–';

const extendOutcomes: OutcomeWords = {
  waits: 'Will be extended',
  working: 'Extending',
  queued: 'Waits for its turn',
  done: 'Extended',
  'left-out': 'Left alone',
  failed: 'Not extended',
  'not-begun': 'Not begun',
};

export const extendedWords: EndedWords = {
  title: (done, all) => `${numeral(done)} of ${materials(all)} extended`,
  all: 'The keys go on without a stop.',
  some: 'The keys that are not extended stand below with the reason. They expire as before, unless it says otherwise.',
  records:
    'A record and a successor card for each key material that was extended, all in one folder. A record says what was done, by whom, and what AWS answered.',
};
