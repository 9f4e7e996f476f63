import { downloadAgain, quoted, withFact, type Facts, type TextsOf } from './error-text';

const oneSet = 'Choose one ImportParameters.zip, or the folder that holds only its files.';

const bothNames = (facts: Facts): string =>
  facts['first'] === undefined ? '' : ` of ${quoted(facts, 'first', '')} and ${quoted(facts, 'second', '')}`;

export const bundleTexts: TextsOf<'bundle'> = {
  'bundle.nothingRecognised': (facts) => ({
    title: 'No import parameters were found',
    meaning: `${quoted(facts, 'name', 'What you chose')} holds neither a wrapping key nor an import token of AWS KMS.`,
    next: 'Choose ImportParameters.zip, or the files that came out of it.',
  }),
  'bundle.noKey': () => ({
    title: 'The wrapping key is missing',
    meaning:
      'An import token was found, but not the public key that came with it (WrappingPublicKey.bin, or wrappingKey_… in older downloads).',
    next: 'Choose both files together, or the ImportParameters.zip that holds them.',
  }),
  'bundle.noToken': () => ({
    title: 'The import token is missing',
    meaning:
      'A wrapping key was found, but not the token that came with it (ImportToken.bin, or importToken_… in older downloads). AWS accepts no key material without it.',
    next: 'Choose both files together, or the ImportParameters.zip that holds them.',
  }),
  'bundle.emptyPart': (facts) => ({
    title: `${quoted(facts, 'name', 'A file of the set')} is empty`,
    meaning: 'The download or the copy was cut short, so the set cannot be used.',
    next: 'Copy the set again from the computer that downloaded it.',
  }),
  'bundle.twoKeys': (facts) => ({
    title: 'There are two wrapping keys',
    meaning: `Only one${bothNames(facts)} belongs to the import token. Keyferry does not choose for you.`,
    next: oneSet,
  }),
  'bundle.twoTokens': (facts) => ({
    title: 'There are two import tokens',
    meaning: `Only one${bothNames(facts)} belongs to the wrapping key. Keyferry does not choose for you.`,
    next: oneSet,
  }),
  'bundle.twoReadmes': () => ({
    title: 'There are two README files',
    meaning: 'They may describe two different downloads. Keyferry does not choose for you.',
    next: oneSet,
  }),
  'bundle.mixedSets': () => ({
    title: 'These files come from two different downloads',
    meaning:
      'Their names or key IDs do not agree. AWS accepts key material only with the token that came with its wrapping key.',
    next: oneSet,
  }),
  'bundle.badJson': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} is not what the AWS CLI prints`,
    meaning:
      'It looks like JSON, but lacks the fields PublicKey and ImportToken of get-parameters-for-import, or they are not base64.',
    next: 'Save the whole output of aws kms get-parameters-for-import as one file and choose that.',
  }),
  'bundle.otherCloud': (facts) => ({
    title: 'These import parameters are not from AWS',
    meaning: `Other clouds use the same file names${withFact(facts, 'cloud', (cloud) => `, and these files name ${cloud}`)}. What they hold does not fit AWS KMS.`,
    next: downloadAgain,
  }),
  'bundle.readmeContradictsKey': (facts) => ({
    title: 'The README does not describe this wrapping key',
    meaning: `It says ${quoted(facts, 'stated', 'one size')}, but the key is ${quoted(facts, 'found', 'of another')}. The files were mixed up or changed on the way.`,
    next: downloadAgain,
  }),
};
