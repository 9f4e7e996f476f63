import { downloadAgain, quoted, withFact, type TextsOf } from './error-text';

export const wrappingKeyTexts: TextsOf<'wrappingKey'> = {
  'wrappingKey.malformed': (facts) => ({
    title: 'The wrapping key cannot be read',
    meaning: `${quoted(facts, 'name', 'The file')} is not a public key in the form that AWS KMS hands out. It was damaged or changed.`,
    next: downloadAgain,
  }),
  'wrappingKey.notRsa': () => ({
    title: 'The wrapping key is not an RSA key',
    meaning: 'AWS KMS hands out RSA wrapping keys (SM2 ones, in China Regions, are not supported here).',
    next: 'In the AWS console choose the wrapping key spec RSA_4096, download again, and bring that set.',
  }),
  'wrappingKey.size': (facts) => ({
    title: 'The wrapping key has an unexpected size',
    meaning: `AWS KMS hands out RSA keys of 2048, 3072 or 4096 bits${withFact(facts, 'bits', (bits) => `; this one has ${bits}`)}. It does not come from AWS.`,
    next: downloadAgain,
  }),
  'wrappingKey.exponent': () => ({
    title: 'The wrapping key is not one that AWS KMS makes',
    meaning: 'Its public exponent is not 65537, which every wrapping key of AWS KMS has.',
    next: downloadAgain,
  }),
  'wrappingKey.trailingBytes': () => ({
    title: 'There is something behind the wrapping key',
    meaning: 'The file goes on after the key ends. It was changed after AWS made it.',
    next: downloadAgain,
  }),
  'wrappingKey.severalKeys': () => ({
    title: 'The wrapping key file holds several keys',
    meaning: 'Keyferry cannot tell which of them AWS expects, so none is used.',
    next: downloadAgain,
  }),
  'wrappingKey.privateKey': (facts) => ({
    title: 'This is a private key, not a wrapping key',
    meaning: `${quoted(facts, 'name', 'The file')} holds the secret half of a key pair. It does not belong among import parameters, and it should not travel like one.`,
    next: 'Keep that file safe, and choose the wrapping key that AWS handed out.',
  }),
  'wrappingKey.certificate': (facts) => ({
    title: 'This is a certificate, not a wrapping key',
    meaning: `${quoted(facts, 'name', 'The file')} holds a certificate. AWS KMS hands out a bare public key.`,
    next: downloadAgain,
  }),
  'wrappingKey.weak': () => ({
    title: 'The wrapping key is unsafe',
    meaning:
      'Its factors can be found, so anybody could read what is wrapped for it. AWS KMS makes no such keys: somebody put it there.',
    next: 'Stop here and tell the person responsible for security how this set reached you.',
  }),
};
