import { because, quoted, withFact, type TextsOf } from './error-text';

const lookAtTheKey = 'Look at the key in the AWS KMS console before you do anything else.';

export const planTexts: TextsOf<'plan'> = {
  'plan.gone': () => ({
    title: 'What you reviewed is no longer at hand',
    meaning: 'A reviewed plan is held only while its job is open, and a newer one replaces it.',
    next: 'Review it once more, then choose Create and import.',
  }),
};

export const runTexts: TextsOf<'run'> = {
  'run.gone': () => ({
    title: 'This run is no longer at hand',
    meaning: 'A run is held in memory only while its job is open.',
    next: 'Look in the AWS KMS console for what it created, before you begin again.',
  }),
  'run.createUnknown': () => ({
    title: 'It is not known whether the key was created',
    meaning: 'The request was sent, and no answer came. Nothing was sent a second time.',
    next: 'Try again from here: Keyferry first looks for the key by its tag.',
  }),
  'run.severalKeys': (facts) => ({
    title: 'There are several keys of this run',
    meaning: `More than one key carries its tag${withFact(facts, 'keys', (keys) => ` (${keys})`)}, which should not happen. Keyferry does not choose for you.`,
    next: 'Choose the one to go on with. Then schedule the deletion of the others in the AWS KMS console, if nobody needs them.',
  }),
  'run.importUnknown': () => ({
    title: 'It is not known whether the key material was imported',
    meaning:
      'The request was sent, and no answer came. It was sent again, because AWS takes the same material twice and refuses any other; that was not answered either.',
    next: 'Try again from here: the same material is sent once more, until AWS says yes or no.',
  }),
  'run.otherMaterial': () => ({
    title: 'AWS holds other key material than yours',
    meaning:
      'An import was not answered, so the same key material was sent once more. AWS refused it, because the key has other material. Somebody else imported into this key.',
    next: 'Do not hand this key over. Find out who imported into it, then create another key.',
  }),
  'run.materialGone': (facts) => ({
    title: 'What the key holds cannot be checked any more',
    meaning: `The key material was sent, and no answer came before Keyferry ended. ${withFact(facts, 'keyId', (keyId) => `Key ${keyId} has`) || 'The key has'} key material now, there is no copy to compare it with, and nobody could import it again.`,
    next: 'Discard this work, and create another key, with a copy of its key material.',
  }),
  'run.keyChanged': (facts) => ({
    title: 'Somebody changed the key in the meantime',
    meaning:
      withFact(facts, 'state', (state) => `Its state is now ${state}, which this run did not cause.`) ||
      'It is no longer the key that this run began with.',
    next: lookAtTheKey,
  }),
  'run.otherKey': (facts) => ({
    title: 'The key in the note is not known to be the key of this work',
    meaning: `${withFact(facts, 'keyId', (keyId) => `The note names key ${keyId}. `)}${because(
      facts,
      {
        tag: 'It does not carry the tag keyferry:ceremony that this work gives its key.',
        origin: 'AWS made its key material: it is not a key for imported key material.',
        account: 'It is in another account than this work.',
        region: 'It is in another Region than this work.',
        notCreated: 'It was there before this work, which only imports into it. Others may rely on it.',
        holdsMaterial:
          'It has key material, so data may depend on it, and nothing proves that Keyferry wrote this note.',
      },
      'AWS describes it as a different key.',
    )} Somebody may have changed the note.`,
    next: 'Look at the key in the AWS KMS console. Discard this work without deleting a key, if the key is not yours to delete.',
  }),
  'run.packageNeeded': (facts) => ({
    title: 'The return package is needed once more',
    meaning: because(
      facts,
      {
        unproven:
          'The wrapped key material is in the note of this work, and nothing proves that Keyferry wrote it. So it is not sent.',
        expired: 'Its import token has expired, so AWS would not take it.',
      },
      'The note of this work does not hold all of it.',
    ),
    next: 'Drop the return package again under “Finish an offline import”, then discard this work. AWS takes the same key material twice.',
  }),
  'run.otherAccount': () => ({
    title: 'You are signed in to another account or Region',
    meaning: 'The run began elsewhere, and the key is there.',
    next: 'Sign in to the account that the run began in.',
  }),
  'run.cancelled': (facts) => ({
    title: 'Stopped, as you asked',
    meaning: 'The step that was under way was finished first, and nothing after it was begun.',
    next:
      facts['mode'] === 'practice'
        ? 'Continue when you are ready. A practice run is not kept: it ends when you leave it.'
        : 'Continue when you are ready. Until then, what was begun at AWS is listed under Unfinished work.',
  }),
};

export const verifyTexts: TextsOf<'verify'> = {
  'verify.notEnabled': (facts) => ({
    title: 'The key is not enabled yet',
    meaning: `AWS accepted the key material, but after a minute it still ${withFact(facts, 'state', (state) => `calls the key ${state}`) || 'has not enabled the key'}.`,
    next: 'Wait a little, then try again from here.',
  }),
  'verify.otherMaterial': () => ({
    title: 'The key holds other key material than was imported',
    meaning:
      'The ID of its key material is not the one that AWS answered to the import. Somebody else may have imported at the same time.',
    next: lookAtTheKey,
  }),
  'verify.roundTrip': () => ({
    title: 'A test text did not come back as it was',
    meaning: 'What the new key encrypted was decrypted to something else, or with another key.',
    next: 'Do not hand this key over. Report the technical details.',
  }),
  'verify.policyDiffers': () => ({
    title: 'The key policy in AWS is not the one that was reviewed',
    meaning: 'Somebody, or a rule of your organization, changed it after the key was created.',
    next: 'Compare it in the AWS KMS console with what you reviewed. Then try again from here.',
  }),
};

export const packageTexts: TextsOf<'package'> = {
  'package.malformed': (facts) => ({
    title: `${quoted(facts, 'name', 'This')} is not what an offline computer returns`,
    meaning: because(
      facts,
      {
        severalPackages: 'There is more than one return package, and only one can be imported.',
        noKeyId: 'Neither the files nor you have said which key it is for.',
        material: 'What it holds is too short or too long to be wrapped key material.',
        fields: 'It looks like a return package, but lacks something or was changed.',
      },
      'It should be KeyferryReturnPackage.json, or EncryptedKeyMaterial.bin together with ImportToken.bin.',
    ),
    next: 'Choose the return package, or these two files together.',
  }),
  'package.version': (facts) => ({
    title: 'A newer Keyferry made this return package',
    meaning: `This version does not know its format${withFact(facts, 'version', (version) => ` (version ${version})`)}.`,
    next: 'Install the same version of Keyferry on both computers.',
  }),
  'package.checksum': (facts) => ({
    title: 'The return package changed on its way',
    meaning: `The checksum of ${quoted(facts, 'name', 'a part of it')} does not match. A bad copy does this, and so does tampering.`,
    next: 'Copy it again from the offline computer.',
  }),
  'package.transferCode': () => ({
    title: 'The transfer code is not the one of this return package',
    meaning:
      'Either it was mistyped, or this is not the package that the offline computer saved: somebody may have exchanged it on the way. It was not imported.',
    next: 'Compare the code with the screen of the offline computer, character by character. If it is the same, make a new package there.',
  }),
  'package.notCompared': () => ({
    title: 'These files came without a transfer code',
    meaning:
      'Nothing shows that your offline computer made them, so importing them takes a confirmation, which was not given.',
    next: 'Choose the return package of the offline computer, or type “not compared” where that is asked for.',
  }),
  'package.practice': (facts) => ({
    title: because(
      facts,
      { practice: 'This key material was wrapped in practice' },
      'This key material was wrapped for a real key, and this is practice',
    ),
    meaning: because(
      facts,
      {
        practice:
          'Its key exists in the practice AWS inside Keyferry and nowhere else. It is not sent to AWS.',
      },
      'Key material of a real key does not go into the practice AWS.',
    ),
    next: because(
      facts,
      { practice: 'Sign in to the practice account, or choose the return package of the real key.' },
      'Sign in to AWS, or choose a return package that was made in practice.',
    ),
  }),
  'package.otherKey': (facts) => ({
    title: 'This key material was wrapped for another key',
    meaning: because(
      facts,
      {
        account: `The key is in account ${quoted(facts, 'stated', 'of the package')}, and you are signed in to ${quoted(facts, 'found', 'another')}.`,
        region: `The key is in the Region ${quoted(facts, 'stated', 'of the package')}, and you are signed in to ${quoted(facts, 'found', 'another')}.`,
        origin: `The key that AWS found is ${quoted(facts, 'found', 'another one')}, and takes no imported key material.`,
      },
      `The files name ${quoted(facts, 'stated', 'one key')}, not ${quoted(facts, 'found', 'the other')}.`,
    ),
    next: 'Check the key ID, the account and the Region, or choose the package of this key.',
  }),
};
