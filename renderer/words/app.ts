export const appName = 'Keyferry';

/** `What do you want to do? – Keyferry`: the screen first, as taskbars and screen readers cut the end. */
export function documentTitle(...screens: readonly string[]): string {
  return [...screens, appName].join(' – ');
}

export function versionLine(version: string | undefined): string {
  return version === undefined ? appName : `${appName} ${version}`;
}

export const chrome = {
  backToHome: 'Back to home',
  technicalDetails: 'Technical details',
  copyDetails: 'Copy details',
  copied: 'Copied',
  notCopied: 'Not copied',
} as const;
