import type { WrappingAlgorithm } from '../../../main/shared/kms-words';

export interface AlgorithmChoiceWords {
  readonly value: WrappingAlgorithm;
  readonly description: string;
}

export const algorithmQuestion = {
  title: 'Wrapping algorithm',
  label: 'Which wrapping algorithm was chosen when these parameters were downloaded?',
  description:
    'These files do not say it, and AWS accepts nothing wrapped in another way, so Keyferry does not guess. If nobody remembers: in the AWS CloudTrail console, Event history, look for the event GetParametersForImport of this key; its request parameters show wrappingAlgorithm.',
  missing: 'Choose the wrapping algorithm.',
} as const;

export const algorithmChoices: readonly AlgorithmChoiceWords[] = [
  { value: 'RSAES_OAEP_SHA_256', description: 'What AWS recommends for symmetric key material.' },
  { value: 'RSAES_OAEP_SHA_1', description: 'Older. AWS still accepts it.' },
  { value: 'RSA_AES_KEY_WRAP_SHA_256', description: 'For private keys, which are too long for RSAES_OAEP.' },
  { value: 'RSA_AES_KEY_WRAP_SHA_1', description: 'Older form of the one above. AWS still accepts it.' },
];

export const sha1Warning = {
  title: 'This algorithm uses SHA-1',
  text: 'AWS accepts it and the wrapping holds, but many security policies forbid SHA-1. If you can, choose the SHA_256 form in the AWS console and download again.',
} as const;
