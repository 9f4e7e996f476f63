import type { CopyPlan } from '../shared/custody-views';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';

/**
 * The last word on what the page has checked already: a copy that anybody could open is none.
 *
 * @returns the plan with spaces around names and recipients removed; a passphrase stays as it is.
 * Errors: copy.weakPassphrase {minChars}, copy.badCustodians.
 */
export function checkCopyPlan(plan: CopyPlan): Result<CopyPlan> {
  switch (plan.by) {
    case 'passphrase':
      // Nobody could type a control character at the prompt of another program.
      return Array.from(plan.passphrase).length >= limits.minPassphraseChars &&
        !/\p{Cc}/u.test(plan.passphrase)
        ? ok(plan)
        : err(localError('custody', 'copy.weakPassphrase', { minChars: limits.minPassphraseChars }));
    case 'recipients':
      return ok({ by: 'recipients', recipients: plan.recipients.map((recipient) => recipient.trim()) });
    case 'shares': {
      const custodians = plan.custodians.map((name) => name.trim().normalize('NFC'));
      const names = new Set(custodians.map((name) => name.toLowerCase()));
      const { threshold } = plan;
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
