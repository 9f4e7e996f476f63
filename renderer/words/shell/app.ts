import { limits } from '../../../main/shared/limits';

export const appName = 'Keyferry';

/** `What do you want to do? – Keyferry`: the screen first, as taskbars and screen readers cut the end. */
export function documentTitle(...screens: readonly string[]): string {
  return [...screens, appName].join(' – ');
}

export function versionLine(version: string | undefined): string {
  return version === undefined ? appName : `${appName} ${version}`;
}

/** Files that the app is started with open the offline job, unless another one is under way. */
export const notOpened = {
  title: 'The files were not opened',
  text: 'Something else is under way here. Finish or leave it, then open the files once more.',
} as const;

/** Said when the page before this one stopped. */
export const afterCrash = {
  title: 'The window stopped, and was loaded again',
  text: 'Key material that was in memory is gone. If a run was under way, it stopped after its current step and is listed below. What was saved is where you saved it.',
} as const;

export const chrome = {
  backToHome: 'Back to home',
  dismiss: 'Dismiss',
  /** Beside the failure of a file, where another one was read before. */
  earlierStays: 'What was read before stays as it is. You can go on with it.',
  technicalDetails: 'Technical details',
  copyDetails: 'Copy details',
  copyStatement: 'Copy the IAM statement',
  copyNamed: (label: string) => `Copy: ${label}`,
  /** Main clears the clipboard then, unless something else is on it. */
  copied: `Copied, for ${limits.clipboardSeconds} seconds`,
  notCopied: 'Not copied',
} as const;
