/** The jobs that leave a record, as records name them. */
export const ceremonyJobs = [
  'create-and-import',
  'finish-import',
  'import-again',
  'rotate',
  'wrap-offline',
  'add-receiver',
  'disable-key',
  'enable-key',
  'rotate-now',
  'remove-waiting',
] as const;
