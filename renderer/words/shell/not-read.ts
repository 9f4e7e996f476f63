/** Files that the app leaves closed, because they may be key material. */
export const notReadTitle = 'There may be key material among these files';

/** @param names base names, joined. */
export const notReadLine = (names: string): string =>
  `Not opened, because it may be key material by its name, its size or its first bytes: ${names}.`;

export const notReadText = (names: readonly string[]): string =>
  `${notReadLine(names.join(', '))} It is not needed here. Keep key material apart from import parameters, which travel.`;
