import { isStrong, type CopyPlan, type PassphraseStrength } from '../shared/views/custody';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { forbids } from '../shared/organisation-forbids';
import { err, ok, type Result } from '../shared/result';
import type { OrganisationSettings } from '../shared/views/organisation';

/**
 * Checks again what the page has checked already: a copy that anybody could open protects nothing.
 *
 * @returns the plan with spaces around names and recipients removed; a passphrase stays as it is.
 * @param knownWords see known-words.ts
 * Errors: copy.weakPassphrase {bits, neededBits, weakness}, copy.badCustodians, organisation.forbids {needed, custodians}.
 */
export async function checkCopyPlan(
  plan: CopyPlan,
  knownWords: readonly string[],
  { leastShares }: OrganisationSettings,
): Promise<Result<CopyPlan>> {
  switch (plan.by) {
    case 'passphrase': {
      const strength = await strengthOf(plan.passphrase, knownWords);
      const neededBits = limits.minPassphraseBits;
      return isStrong(strength)
        ? ok(plan)
        : err(localError('custody', 'copy.weakPassphrase', { ...strength, neededBits }));
    }
    case 'recipients':
      return ok({ by: 'recipients', recipients: plan.recipients.map((recipient) => recipient.trim()) });
    case 'shares': {
      const custodians = plan.custodians.map((name) => name.trim().normalize('NFC'));
      const names = new Set(custodians.map((name) => name.toLowerCase()));
      const { threshold } = plan;
      const isTooFew =
        leastShares && (threshold < leastShares.needed || custodians.length < leastShares.custodians);
      if (isTooFew) return forbids('custody', 'leastShares', leastShares);
      const isSound =
        custodians.length >= limits.minCustodians &&
        threshold >= limits.minCustodians &&
        threshold <= custodians.length &&
        names.size === custodians.length &&
        custodians.every((name) => /^[^\p{C}]+$/u.test(name));
      return isSound
        ? ok({ by: 'shares', threshold, custodians })
        : err(localError('custody', 'copy.badCustodians'));
    }
  }
}

/** Loads the word lists with the first passphrase that is measured: they take a tenth of a second, and 10 MB. */
export async function strengthOf(
  passphrase: string,
  knownWords: readonly string[],
): Promise<PassphraseStrength> {
  // Nobody could type a control character at the prompt of another program.
  if (/\p{Cc}/u.test(passphrase)) return { bits: 0, weakness: 'control' };
  const { measurePassphrase } = await import('./passphrase-meter');
  return measurePassphrase(passphrase, knownWords);
}
