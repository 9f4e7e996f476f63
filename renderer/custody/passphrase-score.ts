/** How hard a passphrase is to guess: 4 is what a copy needs, more than 10^10 attempts. */
export type Score = 0 | 1 | 2 | 3 | 4;
export type PassphraseMeter = (passphrase: string) => Score;

let loading: Promise<PassphraseMeter> | undefined;

/** Loads the meter with its word lists, which only those who make a copy have to wait for. */
export function loadPassphraseMeter(): Promise<PassphraseMeter> {
  loading ??= import('./passphrase-meter').then(({ measurePassphrase }) => measurePassphrase);
  return loading;
}
