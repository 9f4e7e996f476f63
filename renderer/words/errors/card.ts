import { because, quoted, withFact, type TextsOf } from './error-text';

const askForNew = 'Ask the receiver for a new receiver card, or type in what they told you.';

const fieldNames: Readonly<Record<string, string>> = {
  format: 'format',
  version: 'version',
  name: 'name of the receiver',
  accountId: 'AWS account ID',
  regions: 'list of Regions',
  needs: 'list of what the receiver needs',
  contact: 'contact',
  wants: 'list of what the receiver wants to be told',
  issuedAt: 'time of issue',
  validUntil: 'time until which it is valid',
};

const fieldName = (facts: Readonly<Record<string, string | number>>): string =>
  fieldNames[String(facts['field'])] ?? 'content';

export const cardTexts: TextsOf<'card'> = {
  'card.notJson': () => ({
    title: 'This is not a receiver card',
    meaning: 'A receiver card is a text file in the JSON format, and this file is not, or was cut short.',
    next: 'Choose the file that the receiver gave you, as it came.',
  }),
  'card.tooDeep': () => ({
    title: 'This is not a receiver card',
    meaning: 'It is built far more deeply than a receiver card is, so it was not read to its end.',
    next: askForNew,
  }),
  'card.duplicateField': (facts) => ({
    title: 'This receiver card says one thing twice',
    meaning: `It holds the field ${quoted(facts, 'field', 'of one name')} more than once. Programs would not agree on which one counts, so none is taken.`,
    next: askForNew,
  }),
  'card.notACard': () => ({
    title: 'This is not a receiver card',
    meaning: 'It is a file in the JSON format, and it does not call itself a receiver card of Keyferry.',
    next: 'Choose the file that the receiver gave you as their receiver card.',
  }),
  'card.version': (facts) => ({
    title: 'This receiver card is of a version that Keyferry does not know',
    meaning: `It says version ${quoted(facts, 'version', 'unknown')}, and this Keyferry reads version 1.`,
    next: 'Install a newer Keyferry, or ask the receiver for a card of version 1.',
  }),
  'card.unknownField': (facts) => ({
    title: 'This receiver card says something that Keyferry does not know',
    meaning: `It holds the field ${quoted(facts, 'field', 'of an unknown name')}, which no card of this version has. Nothing of it is passed over quietly.`,
    next: askForNew,
  }),
  'card.missingField': (facts) => ({
    title: 'This receiver card is not complete',
    meaning: `Its ${fieldName(facts)} is missing.`,
    next: askForNew,
  }),
  'card.badValue': (facts) => ({
    title: 'This receiver card cannot be used',
    meaning: because(
      facts,
      {
        needs: 'What the receiver needs has to include using the key, each thing once.',
        regions: 'Its list of Regions is empty, too long, or names one twice.',
        wants: 'Its list of what the receiver wants to be told is empty, too long, or names one thing twice.',
      },
      `Its ${fieldName(facts)} does not have the form that it must have.`,
      'field',
    ),
    next: askForNew,
  }),
  'card.account': (facts) => ({
    title: 'The AWS account ID on this receiver card cannot be right',
    meaning: because(
      facts,
      {
        wildcard:
          'It holds a wildcard, which would stand for other accounts as well. One account has to be named.',
      },
      'An AWS account ID has exactly 12 digits.',
    ),
    next: askForNew,
  }),
  'card.region': (facts) => ({
    title: 'A Region on this receiver card cannot be right',
    meaning: because(
      facts,
      { wildcard: `${quoted(facts, 'region', 'One')} holds a wildcard. Each Region has to be named.` },
      `${quoted(facts, 'region', 'One of them')} is not the name of an AWS Region, such as eu-central-1.`,
    ),
    next: askForNew,
  }),
  'card.regionMix': (facts) => ({
    title: 'This receiver card mixes Regions that do not go together',
    meaning: `${quoted(facts, 'first', 'One')} and ${quoted(facts, 'second', 'another')} are in separate parts of AWS, and no account is in both.`,
    next: askForNew,
  }),
  'card.unknownWord': (facts) => ({
    title: 'This receiver card asks for something that Keyferry does not know',
    meaning:
      facts['field'] === 'needs'
        ? `It asks that the key policy allow ${quoted(facts, 'word', 'something else')}. A card can ask for cryptographic-use and for grants, and for nothing else.`
        : `It wants to be told ${quoted(facts, 'word', 'something else')}, which is no fact of the hand-over.`,
    next: askForNew,
  }),
  'card.text': (facts) => ({
    title: `The ${fieldName(facts)} on this receiver card cannot be shown safely`,
    meaning: because(
      facts,
      {
        empty: 'It holds no letters.',
        tooLong: `It is longer than ${withFact(facts, 'maxChars', String) || 'allowed'} characters.`,
        mixedScripts: `The character ${withFact(facts, 'character', String) || 'of one letter'} belongs to another alphabet than the letters before it. Letters that look alike can make one name pass for another.`,
      },
      `It holds the character ${withFact(facts, 'character', String) || 'that is not known'}, which cannot be seen, stands where it does not belong, or looks like another one.`,
    ),
    next: askForNew,
  }),
  'card.dates': (facts) => ({
    title: 'The times on this receiver card cannot be right',
    meaning: because(
      facts,
      { order: 'It ends before it was issued.' },
      'A time on it is not written as 2026-11-25T09:00:00Z, or there is no such day.',
    ),
    next: askForNew,
  }),
  'card.signatureForm': (facts) => ({
    title: 'The signature of this receiver card cannot be checked',
    meaning: because(
      facts,
      {
        algorithm: `It is of the kind ${quoted(facts, 'header', 'unknown')}. Keyferry checks EdDSA signatures with an Ed25519 key, and no others.`,
        header: `Its header holds ${quoted(facts, 'header', 'a field')}, which the signature of a receiver card does not have.`,
        key: 'The key that it names is not an Ed25519 public key.',
      },
      'It is not built as the signature of a receiver card is.',
    ),
    next: askForNew,
  }),
  'card.signature': () => ({
    title: 'The signature of this receiver card is wrong',
    meaning:
      'The card was changed after it was signed, or somebody else signed it. Nothing was taken from it.',
    next: 'Do not use this card. Ask the receiver for it again, by another way than it came.',
  }),
  'card.signatureMissing': () => ({
    title: 'The name of this file says that the card is signed, and it is not',
    meaning: 'Somebody may have taken the signature off and changed the card. Nothing was taken from it.',
    next: 'Do not use this card. Ask the receiver for it again, by another way than it came.',
  }),
};
