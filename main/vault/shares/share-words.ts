import type { Share } from './shares';

/** The words of a share for its custodian. They are here because the vault makes the file and the sheet. */
export interface ShareWords {
  /** Only on the share of a practice key. */
  readonly practice?: string;
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  /** For readers who do not have Keyferry. */
  readonly without: string;
}

/** Makes the words. No sentence may begin with a label of the share's lines. */
export function shareWords({ set, number, facts }: Pick<Share, 'set' | 'number' | 'facts'>): ShareWords {
  const { threshold, count } = set;
  const all = count === 2 ? 'Both' : `All ${count}`;
  const enough = threshold === count ? all : `Any ${threshold}`;
  return {
    ...(facts.practice ? { practice: 'PRACTICE: a share of a practice key. It is of no value.' } : {}),
    title: `Share ${number} of ${count} of a key`,
    lead:
      `This is one of ${count} shares of the key material of an AWS KMS key. ${enough} of them together give the ` +
      'key material back. Fewer say nothing about it.',
    steps: [
      'Keep the share where nobody else can read it, and away from the other shares.',
      'Tell nobody the digits. They are needed for one thing alone: a restore that you take part in.',
      'When somebody asks you to restore the key, make sure who is asking, and that it is this key. Then bring the ' +
        'file to Keyferry: "Restore a sealed copy". From paper, scan the code of the sheet, where it has one, or type the lines ' +
        'from "Keyferry share" to "Checksum"; capital letters, spaces and line breaks do not matter.',
      'When the share is lost, or somebody may have read it, say so at once, so that new shares can be made.',
    ],
    without:
      "Without Keyferry: this is Shamir's secret sharing over GF(2^8) with the polynomial 0x11b. The digits are hex. " +
      'The last byte of each share is x, the bytes before it are y; the key material is what they give at x = 0.',
  };
}
