import { bothInstants } from '../shell/instants';
import { downloadAgain, quoted, withFact, type TextsOf } from './error-text';

export const parametersTexts: TextsOf<'parameters'> = {
  'parameters.expired': (facts, now) => ({
    title: 'These import parameters have expired',
    meaning: `AWS accepts them for 24 hours after the download${withFact(facts, 'validTo', (iso) => `, in this case until ${bothInstants(new Date(iso))}`)}. The clock of this computer says ${bothInstants(now)}; without a network it may be wrong.`,
    next: 'If the clock is right, download a fresh set in the AWS KMS console and bring it here. If it is wrong, set it and choose this set again.',
  }),
  'parameters.tokenTooLarge': (facts) => ({
    title: 'The import token is too large',
    meaning: `${withFact(facts, 'bytes', (bytes) => `It has ${bytes} bytes. `)}AWS accepts ${withFact(facts, 'maxBytes', String) || '6144'} at most. Another file probably has its name.`,
    next: downloadAgain,
  }),
  'parameters.unsupportedAlgorithm': (facts) => ({
    title: 'This wrapping algorithm cannot be used',
    meaning: `The files ask for ${quoted(facts, 'stated', 'an algorithm that Keyferry does not know')}. AWS KMS no longer accepts RSAES_PKCS1_V1_5, and SM2PKE exists only in China Regions.`,
    next: 'In the AWS console choose the wrapping algorithm RSAES_OAEP_SHA_256, download again, and bring that set.',
  }),
  'parameters.algorithmContradicted': (facts) => ({
    title: 'The files name another wrapping algorithm',
    meaning: `They were downloaded for ${quoted(facts, 'stated', 'another one')}; AWS would refuse material wrapped in any other way.`,
    next: 'Choose these import parameters again and keep the algorithm they name.',
  }),
  'parameters.gone': () => ({
    title: 'The import parameters are no longer at hand',
    meaning: 'They are held only while their job is open. These were released.',
    next: 'Choose the import parameters again.',
  }),
};
