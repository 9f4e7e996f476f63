/** Bech32 (BIP-173) has neither 1, b, i nor o among its digits. */
const native = /^age1(?:pq1)?[ac-hj-np-z02-9]+$/;
/** The other recipients that the age program knows: SSH keys, and those of plugins, `age1name1…`. */
const foreign = /^(?:ssh-[a-z0-9]+ |age1[a-z0-9+._-]+1[ac-hj-np-z02-9]+$)/;

export interface RecipientProblem {
  /** Counted from 1. */
  readonly number: number;
  readonly reason: 'notAge' | 'unsupported';
}

export const isPostQuantum = (recipient: string | undefined): boolean =>
  recipient?.startsWith('age1pq1') ?? false;

/**
 * Finds the first recipient that nothing can be sealed to. Recipients are all `age1…`, or all post-quantum, `age1pq1…`:
 * mixed, the file would be no safer than the weaker kind, and the age program refuses a mix as well.
 *
 * @param add takes a recipient of a known kind, and throws when its digits are wrong.
 * @returns 'unsupported' for SSH keys, plugins and a mix; 'notAge' for anything else.
 */
export function addRecipients(
  recipients: readonly string[],
  add: (recipient: string) => void,
): RecipientProblem | undefined {
  const [first] = recipients;
  // Nobody could open what is sealed to no recipient.
  if (first === undefined) return { number: 1, reason: 'notAge' };
  for (const [index, recipient] of recipients.entries()) {
    const number = index + 1;
    if (!native.test(recipient)) {
      return { number, reason: foreign.test(recipient) ? 'unsupported' : 'notAge' };
    }
    if (isPostQuantum(recipient) !== isPostQuantum(first)) return { number, reason: 'unsupported' };
    try {
      add(recipient);
    } catch {
      return { number, reason: 'notAge' };
    }
  }
  return undefined;
}
