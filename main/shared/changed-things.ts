/** What acts change of a key, as records name it. */
export const changedThings = [
  'state',
  'deletion-date',
  'material',
  'policy',
  'grant',
  'description',
  'tag',
  'alias',
  'replica',
  'current-material',
  'waiting-material',
] as const;
