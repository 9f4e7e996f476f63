import { withFact, type TextsOf } from './error-text';

const replicaReasons: Readonly<Record<string, string>> = {
  denied:
    'You are not allowed to do that there. It takes kms:DescribeKey, kms:ListKeyRotations, kms:GetParametersForImport and kms:ImportKeyMaterial on the key in that Region.',
  unreachable: 'AWS was not reached there, or its answer was lost.',
};

export const rotateTexts: TextsOf<'rotate'> = {
  'rotate.waiting': (facts) => ({
    title: 'New key material waits on this key already',
    meaning: `A key takes one at a time.${withFact(facts, 'found', (id) => ` The one that waits has the ID ${id}.`)} Nothing was changed.`,
    next: 'Go back to the key and read it again. Then choose “Rotate now” to use what waits, or “Remove waiting material” to begin anew.',
  }),
  'rotate.noneWaiting': () => ({
    title: 'The waiting key material is gone, and the key works',
    meaning:
      'It has expired or was removed before the key was rotated to it. The key goes on with the material that it has.',
    next: 'Begin the rotation anew from the page of the key. The copy of the new material can be used for it.',
  }),
  'rotate.otherWaiting': (facts) => ({
    title: 'Other key material waits on this key',
    meaning: `Somebody else imported it.${withFact(facts, 'found', (id) => ` It has the ID ${id}.`)} The key was not rotated to it.`,
    next: 'Find out who imported it. On the page of the key you can rotate to it, or remove it.',
  }),
  'rotate.sameMaterial': () => ({
    title: 'This key material is already on the key',
    meaning: 'A key can only be rotated to material that it never had. Nothing was changed.',
    next: 'Make new key material for the rotation. To bring this one back, or to extend it, choose “Import the material again”.',
  }),
  'rotate.usedUp': () => ({
    title: 'All 25 rotations of this key are used up',
    meaning: 'AWS rotates one key 25 times at most, and raises that for nobody. The key works on as it is.',
    next: 'Create a new key and have its alias moved there, once everybody can use the new key. Remove material that still waits.',
  }),
  'rotate.running': () => ({
    title: 'AWS is rotating the key',
    meaning: 'What waited is about to become the material that the key encrypts with. It was not deleted.',
    next: 'Read the key again in a few minutes.',
  }),
  'rotate.alreadyRotated': () => ({
    title: 'The key uses this material already',
    meaning: 'It does not wait any more: the key would stop without it. It was not deleted.',
    next: 'Go back to the key and read it again.',
  }),
  'rotate.notSeen': () => ({
    title: 'AWS has not finished the rotation yet',
    meaning:
      'AWS took the request, and still answers with the former material after ten minutes. The key works meanwhile.',
    next: 'Wait a little, then try again from here. AWS is not asked to rotate twice.',
  }),
  'rotate.oldText': () => ({
    title: 'What was encrypted before could not be read with the former material',
    meaning: 'The key is rotated. The test text from before was not read as it should be.',
    next: 'Try again from here. If it stays so, look at the key material on the page of the key, and keep both copies safe.',
  }),
  'rotate.newText': () => ({
    title: 'New texts are still encrypted with the former material',
    meaning: 'AWS calls the new material the current one, and does not use it everywhere yet.',
    next: 'Wait a minute, then try again from here. AWS is not asked to rotate twice.',
  }),
  'rotate.otherKind': () => ({
    title: 'AWS does not rotate keys of this kind',
    meaning: 'Only keys for symmetric encryption can be rotated.',
    next: 'Create a new key of the same kind, let everybody use it, and have the alias moved to it.',
  }),
  'rotate.onPrimary': () => ({
    title: 'A replica is rotated with its primary key',
    meaning: 'This key is a replica of a multi-Region key. New material goes to the primary key first.',
    next: 'Open the primary key in its Region, and rotate there.',
  }),
  'rotate.replicaFailed': (facts) => ({
    title: `The new key material could not be imported in ${facts['region'] ?? 'the Region of a replica'}`,
    meaning: `${replicaReasons[String(facts['reason'])] ?? 'AWS refused it there.'} ${facts['there'] ?? 0} of ${facts['needed'] ?? 'all'} replicas have the new key material. The key is not rotated, and every Region works with the material that it has.`,
    next: 'Try again from here once that is settled. What is imported already is not imported again. Until the key is rotated, “Remove waiting material” on its page takes the new material back in all Regions.',
  }),
  'rotate.replicasLack': (facts) => ({
    title: `${facts['there'] ?? 0} of ${facts['needed'] ?? 'all'} replicas have the new key material`,
    meaning: `AWS rotates a multi-Region key only once each of its replicas has the new material.${withFact(facts, 'regions', (regions) => ` Still missing in: ${regions}.`)} Until then every Region works with the material that it has.`,
    next: 'Open the key in each of these Regions, choose “Extend”, and bring the copy of the new material. Then come back and try again: this work stays under “Unfinished work”.',
  }),
};
