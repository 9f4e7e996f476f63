import { quoted, withFact, type TextsOf } from './error-text';

export const materialTexts: TextsOf<'material'> = {
  'material.wrongLength': (facts) => ({
    title: 'This key material has the wrong length',
    meaning: `A symmetric KMS key takes exactly ${withFact(facts, 'expectedBytes', String) || '32'} bytes${withFact(facts, 'actualBytes', (bytes) => `; this file holds ${bytes}`)}. Line breaks at its end count as well, unless it is hexadecimal or base64 text.`,
    next: 'Choose a file of the right length.',
  }),
  'material.allZero': () => ({
    title: 'This key material is one byte repeated',
    meaning: 'Anybody could guess it. The file is probably a placeholder.',
    next: 'Choose the file that holds your real key material.',
  }),
  'material.unrecognised': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} is not key material in a form that AWS KMS takes`,
    meaning:
      'Keyferry reads raw bytes, hexadecimal and base64 text, and private keys in PKCS#8 (DER or PEM).',
    next: 'Save the key material in one of these forms and choose that file.',
  }),
  'material.publicKey': () => ({
    title: 'This is a public key',
    meaning: 'AWS KMS imports the private key and works out the public one by itself.',
    next: 'Choose the file that holds the private key.',
  }),
  'material.encryptedPrivateKey': () => ({
    title: 'This private key is protected by a password',
    meaning:
      'AWS KMS takes the key unprotected inside the wrapping, and Keyferry does not ask for passwords.',
    next: 'Export the key as PKCS#8 without a password from the program that holds it, and choose that file.',
  }),
  'material.unsupportedKey': (facts) =>
    facts['reason'] === 'container' || facts['reason'] === 'version'
      ? {
          title: 'This private key is in a form that AWS KMS does not take',
          meaning: `AWS KMS takes private keys in PKCS#8 (RFC 5208)${withFact(facts, 'keyName', (name) => `; this file is in ${name}`)}. The key itself may well be fine.`,
          next: 'Export it as PKCS#8 without a password from the program that holds it, and choose that file.',
        }
      : {
          title: 'AWS KMS cannot import this kind of key',
          meaning: `It takes RSA keys of 2048, 3072 and 4096 bits with two primes, and EC keys on the named curves P-256, P-384, P-521 and secp256k1${withFact(facts, 'keyName', (name) => `; this is ${name}`)}.`,
          next: 'Choose a key of one of these kinds.',
        },
  'material.needsAesKeyWrap': () => ({
    title: 'This private key does not fit this wrapping algorithm',
    meaning: 'An RSA private key is too long for RSAES_OAEP; AWS KMS takes it with RSA_AES_KEY_WRAP_SHA_256.',
    next: 'In the AWS console choose RSA_AES_KEY_WRAP_SHA_256, download fresh import parameters, and bring them here.',
  }),
  'material.refusesAesKeyWrap': () => ({
    title: 'Symmetric key material does not fit this wrapping algorithm',
    meaning:
      'These import parameters are for private keys. AWS KMS takes symmetric material with RSAES_OAEP_SHA_256.',
    next: 'In the AWS console choose RSAES_OAEP_SHA_256, download fresh import parameters, and bring them here.',
  }),
  'material.tooLargeForWrappingKey': (facts) => ({
    title: 'This key material is too long for the wrapping key',
    meaning: `${withFact(facts, 'actualBytes', (bytes) => `It has ${bytes} bytes. `)}${withFact(facts, 'maxBytes', (max) => `This wrapping key takes ${max} at most. `)}A longer wrapping key has room for it.`,
    next: 'In the AWS console choose the wrapping key spec RSA_4096, download fresh import parameters, and bring them here.',
  }),
  'material.changed': (facts) => ({
    title: `${quoted(facts, 'name', 'The file')} changed after you chose it`,
    meaning: 'What would be wrapped is not what was checked, so nothing was wrapped.',
    next: 'Choose the file again.',
  }),
  'material.gone': () => ({
    title: 'The key material file is no longer at hand',
    meaning: 'A chosen file is held only while its job is open. This one was released.',
    next: 'Choose the file again.',
  }),
};
