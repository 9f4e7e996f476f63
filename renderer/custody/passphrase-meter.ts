import { ZxcvbnFactory, type Score } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import commonWords from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs';
import firstNames from '@zxcvbn-ts/language-en/dist/firstnames.json.mjs';

/** What stands at the front decides long before this; more would take longer than a key press. */
const measuredChars = 100;

const meter = new ZxcvbnFactory({
  dictionary: { ...dictionary, 'commonWords-en': commonWords, 'firstnames-en': firstNames },
  graphs: adjacencyGraphs,
  maxLength: measuredChars,
});

export function measurePassphrase(passphrase: string): Score {
  const { score } = meter.check(passphrase);
  // SECURITY: the meter keeps what it measured last, and the part of it that was repeated. This takes the place of both.
  meter.check('aaaa');
  return score;
}
