import type { KeyRow } from '../../../main/shared/views/keys';
import { counted, listed } from '../shell/counted';
import { bothInstants } from '../shell/instants';
import { daysLeftWords } from './states';

/** What decides the sentence about a key. */
export interface MeaningFacts {
  readonly row: KeyRow;
  readonly days: number | undefined;
  /** Materials that are missing, in words: `the current material`. */
  readonly missing: readonly string[];
  /** Whether only former materials are missing. */
  readonly isOlderMissing: boolean;
  /** Whether new material waits for a rotation. */
  readonly isWaiting: boolean;
  readonly isRotating: boolean;
  /** Whether somebody may be importing into it at the moment. */
  readonly isYoung: boolean;
  /** Regions of the replicas. */
  readonly otherRegions: readonly string[];
}

export interface Meaning {
  readonly title: string;
  readonly text: string;
}

const expiryText = ({ row: { validTo }, days = 0 }: MeaningFacts): string =>
  validTo === undefined
    ? ''
    : `${daysLeftWords(days)}, until ${bothInstants(new Date(validTo))}. Then AWS deletes the material, and the key stops for everybody until it is imported again.`;

const stillWaiting =
  'New material waits. It is not used until the key is rotated; until then the current material encrypts.';
const rotating = 'AWS is rotating the key at the moment, which takes a few minutes.';

const byOwnWork =
  'Unfinished work on this computer belongs to it. Finish that import, or discard the work on the home screen.';
const mayBeInUse =
  'It may be in use: it was made less than a day ago, perhaps by a colleague whose import is still under way. Ask before anybody removes it.';

/** What the state of a key means for those who use it, and what comes next. */
export const meanings = {
  unreadable: () => ({
    title: 'This key is not visible to you',
    text: 'Its policy does not let you describe it. Ask a person that the policy names, or the owner of the account.',
  }),
  works: (facts: MeaningFacts) => ({
    title: 'The key works',
    text: [
      facts.row.validTo === undefined ? 'Its material does not expire.' : expiryText(facts),
      ...(facts.isRotating ? [rotating] : facts.isWaiting ? [stillWaiting] : []),
    ].join(' '),
  }),
  'expires-soon': (facts: MeaningFacts) => ({
    title: 'The key works, and stops soon',
    text: `${expiryText(facts)} AWS does not warn before. Extend it while it works: nobody notices.`,
  }),
  'expiry-reached': () => ({
    title: 'The expiry is reached',
    text: 'AWS deletes the material any moment. The key then stops for everybody until the material is imported again.',
  }),
  disabled: ({ row: { validTo } }: MeaningFacts) => ({
    title: 'The key is disabled',
    text: `Nobody can use it until it is enabled.${validTo === undefined ? '' : ' Its material still expires meanwhile.'}`,
  }),
  stopped: ({ row: { unfinished }, missing, isOlderMissing }: MeaningFacts) => ({
    title: isOlderMissing ? 'The key has stopped because of an older material' : 'The key has stopped',
    text: `Nobody can use it, for new data or for old. ${
      missing.length === 0
        ? 'Its material has expired or was deleted.'
        : `${capital(listed(missing))} ${missing.length === 1 ? 'has' : 'have'} expired or ${missing.length === 1 ? 'was' : 'were'} deleted.`
    } Import the same material again from its copy; other material is refused. Nothing has to change at the receiver.${unfinished === undefined ? '' : ` ${byOwnWork}`}`,
  }),
  'replica-empty': () => ({
    title: 'The replica has no key material',
    text: 'Nobody can use the key in this Region. A replica starts without material, and what it had may have expired or been deleted. Import the material of the primary key here as well. A replica also has a policy of its own: access that the primary key gives is not copied.',
  }),
  'never-had': ({ row: { unfinished }, isYoung }: MeaningFacts) => ({
    title: 'The key never had material',
    text:
      unfinished !== undefined
        ? byOwnWork
        : isYoung
          ? mayBeInUse
          : 'An import was begun and never finished, perhaps on another computer or by a colleague. AWS bills it like any key. If nobody needs it, remove it: its deletion is scheduled, and can be cancelled until then.',
  }),
  unsure: ({ row: { unfinished }, isYoung }: MeaningFacts) => ({
    title: 'The key waits for material',
    text:
      unfinished !== undefined
        ? byOwnWork
        : `Nobody can use it. Keyferry cannot tell whether it ever had material: AWS does not say that of this kind of key. ${isYoung ? mayBeInUse : 'If it had some, import the same again; if nobody ever used it, it is left over from an import.'}`,
  }),
  deletion: ({ row: { deletionAt } }: MeaningFacts) => ({
    title: 'The key waits for its deletion',
    text: `Nobody can use it. ${
      deletionAt === undefined
        ? 'AWS will delete it.'
        : `AWS deletes it on ${bothInstants(new Date(deletionAt))}, or up to a day later.`
    } Until then you can cancel the deletion. AWS leaves the key disabled then, so it has to be enabled as well. Once it is deleted, data that was encrypted with it is lost, even with a copy of the material.`,
  }),
  'replica-deletion': ({ otherRegions }: MeaningFacts) => ({
    title: 'The key waits for its replicas to go',
    text: `Nobody can use it. AWS names no date: the waiting period starts when the last replica is gone${
      otherRegions.length === 0 ? '' : `, in ${listed(otherRegions)}`
    }. Until then you can cancel the deletion.`,
  }),
  busy: () => ({
    title: 'AWS is changing the key',
    text: 'That takes from seconds to a few minutes. Read it again then.',
  }),
  other: ({ row: { state } }: MeaningFacts) => ({
    title: 'Keyferry does not know this state',
    text: `AWS calls it “${state}”. The AWS console says what it means.`,
  }),
} as const satisfies Record<string, (facts: MeaningFacts) => Meaning>;

/** A material that is missing. */
export const missingWords = {
  current: 'the current material',
  former: (count: number) => (count === 1 ? 'a former material' : counted(count, 'former material')),
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
