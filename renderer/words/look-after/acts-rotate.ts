import { mostRotations } from '../../../main/shared/rotation';
import type { Expiry, RotatedView } from '../../../main/shared/views/aws';
import { listed } from '../shell/counted';
import { bothInstants } from '../shell/instants';
import { checkValueGroups } from '../custody/copies';

/** `3f2a91c0…77be`. */
export const shortId = (id: string): string => `${id.slice(0, 8)}…${id.slice(-4)}`;

/** The page on which new material is made, and the key is rotated to it. */
export const rotateWords = {
  title: 'Rotate',
  text: 'Gives the key new key material, with its own copy. What was encrypted before can still be read.',
  lead: 'The key gets new key material, and encrypts with it from then on. Its ARN, aliases, key policy and grants stay, and nobody who uses it has to do anything. What was encrypted before is not encrypted anew: AWS reads it with the former key material.',
  running: 'Rotating the key',
  job: 'Rotate a key to new key material',
  back: 'Back to the key',
  reading: 'Asking AWS how the key is now',
  beforeTitle: 'Before you rotate',
  materialTitle: 'The new key material',
  source: 'Where it comes from',
  expiryTitle: 'Expiration of the new key material',
  reviewTitle: 'What will happen',
  copyMissing: 'Make the copy of the new key material first.',
  again: 'The copy of the new key material',
  offline: {
    text: 'For new key material that is only ever in clear on a computer without a network. Fresh import parameters of this key go there on a stick, and the wrapped key material comes back.',
    next: [
      'Carry the file to the offline computer, and drop it on the window of Keyferry there.',
      'Generate the key material there, keep its copy, and choose “Wrap and save”. Note the transfer code that it shows.',
      'Bring the return package back, and drop it on the home screen here. What rotating means is said there once more, before the key is rotated.',
    ],
  },
  returned: {
    title: 'This is new key material for a key that has some',
    text: 'It is imported as new, and the key is rotated to it.',
    key: (keyId: string) => `The key ${keyId}`,
    later: 'What rotating means for this key is said here as soon as you are signed in.',
  },
  waitsTitle: 'The new key material waits on the key',
  waitsText:
    'The key works on with the material that it had. Go on here to rotate it, or go back to the key and remove what waits: that uses up no rotation.',
} as const;

/** `Rotate: alias/orders`. */
export const rotateTitle = (name: string): string => `${rotateWords.title}: ${name}`;

/** AWS KMS pricing: the first two rotations of a key cost a US dollar a month each, later ones nothing. */
export const finalFacts = (
  rotationsDone: number,
  replicas: readonly string[],
  isReturned = false,
): readonly string[] => [
  'Rotating is final. AWS has no way back to the former key material.',
  'The former key material is still needed, for ever: keep its copy too. If either of the two is deleted or expires, the whole key stops.',
  `${mostRotations - rotationsDone} of ${mostRotations} rotations are left for this key, for ever.`,
  rotationsDone < 2
    ? 'AWS charges 1 US dollar a month more for this key, for each of its first two rotations.'
    : 'AWS charges nothing more for this rotation: only the first two of a key cost something.',
  ...(replicas.length === 0
    ? []
    : [
        `The replicas in ${listed(replicas)} need the new key material as well. Each replica counts for the price.`,
        isReturned
          ? 'Keyferry stops before the rotation until each replica has it: in its Region, open the key, choose “Extend”, and bring the new copy.'
          : 'Keyferry imports it in each of these Regions itself, and rotates the key only once all of them have it.',
      ]),
];

/** All of it, in one sentence. */
export function rotateReview(
  name: string,
  region: string,
  checkValue: string | undefined,
  expiry: Expiry | undefined,
): string {
  const material =
    checkValue === undefined
      ? 'new key material'
      : `the new key material with the check value ${checkValueGroups(checkValue)}`;
  const until = expiry?.kind === 'on' ? `, which expires ${bothInstants(new Date(expiry.validTo))}` : '';
  return `${name} in ${region} gets ${material}${until}, and AWS is asked once to rotate to it. This cannot be undone.`;
}

export const waitingWords = {
  reviewRotate: (name: string, region: string, id: string) =>
    `AWS is asked once to rotate ${name} in ${region} to the key material ${shortId(id)}, which waits there. This cannot be undone.`,
  reviewRemove: (name: string, region: string, id: string) =>
    `The key material ${shortId(id)}, which waits on ${name} in ${region}, is deleted from AWS. The key goes on as before with the material that it has.`,
} as const;

export const rotateActs = {
  'rotate-now': {
    title: 'Rotate now',
    text: 'New key material waits on the key. From then on the key encrypts with it. This cannot be undone.',
    lead: 'New key material was imported, and the key does not use it yet. Rotating makes the key encrypt with it. Its ARN, aliases, key policy and grants stay, and what was encrypted before can still be read.',
    running: 'Rotating the key',
    done: (key: string) => `${key} is rotated`,
    doneText:
      'It encrypts with the new key material from now on. Keep the copies of the former and of the new one: the key stops if either is missing.',
    job: 'Rotate a key to the material that waits',
  },
  'remove-waiting': {
    title: 'Remove waiting material',
    text: 'Takes the new key material off the key again. The key works on as before.',
    lead: 'New key material was imported, and nothing was encrypted with it yet. Removing it stops nobody, and uses up no rotation. In a multi-Region key its replicas lose it as well.',
    running: 'Removing the waiting material',
    done: (key: string) => `The waiting material of ${key} is removed`,
    doneText: 'The key works on with the material that it had. No rotation was used up.',
    job: 'Remove key material that waits for a rotation',
  },
} as const;

/** What was proved, and what was not. */
export function provedText({ readsOld, writesNew }: RotatedView): string {
  if (readsOld && writesNew) {
    return 'A test text that was encrypted before was read afterwards, and a new one was encrypted with the new key material.';
  }
  if (!readsOld && !writesNew) {
    return 'AWS calls the new key material the current one. Nothing was encrypted or decrypted to test it, because you may not do that with this key.';
  }
  return readsOld
    ? 'A test text that was encrypted before was read afterwards. That new texts use the new key material could not be tested.'
    : 'A new test text was encrypted with the new key material. That what was encrypted before is read could not be tested.';
}
