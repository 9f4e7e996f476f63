export type WordsFault = 'empty' | 'differs';

/** Two words of a suggested passphrase, asked for before the copy is saved. */
export const twoWords = {
  label: ([first, second]: readonly [number, number]) => `Words ${first} and ${second} of the passphrase`,
  text: 'Read them from where you keep the passphrase. The words above are covered while you type.',
} as const;

const faults: Record<WordsFault, string> = {
  empty: 'Type these two words, so that it is sure that you have the passphrase.',
  differs: 'These are not the two words. Compare what you kept with the passphrase above.',
};

export function wordsFaultText(fault: WordsFault | undefined): string {
  return fault === undefined ? '' : faults[fault];
}
