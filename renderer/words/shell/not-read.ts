/** Files that the app leaves closed, because they may be key material. */
export const notReadTitle = 'There may be key material among these files';

/** @param names base names, joined. */
export const notReadLine = (names: string): string =>
  `Not opened, because the name, the size or the first bytes suggest key material: ${names}.`;

export const notReadText = (names: readonly string[]): string =>
  `${notReadLine(names.join(', '))} It is not needed here. Keep key material apart from import parameters, which travel.`;
