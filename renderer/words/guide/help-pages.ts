/** The page of docs/guide, and the heading on it, that F1 opens on each screen. */
export const helpPages = {
  home: 'README',
  'create-receiver': 'create-and-import#receiver',
  'create-sign-in': 'sign-in',
  'create-key': 'create-and-import#key',
  'create-material': 'create-and-import#key-material',
  'create-review': 'create-and-import#review',
  running: 'create-and-import#the-running-list',
  stopped: 'create-and-import#the-running-list',
  'hand-over': 'hand-over',
  'offline-parameters': 'wrap-offline#import-parameters',
  'offline-material': 'wrap-offline#key-material',
  'offline-saved': 'wrap-offline#saved',
  'finish-import': 'finish-import',
  'look-after': 'look-after#the-list',
  'one-key': 'look-after#one-key',
  'import-again': 'import-again',
  act: 'disable-and-enable',
  'rehearse-restore': 'rehearse',
  'check-record': 'check-record',
  'add-receiver': 'add-receiver',
  unfinished: 'unfinished-work#unfinished-work',
  finished: 'unfinished-work#finished-work',
} as const;

export type HelpScreen = keyof typeof helpPages;
