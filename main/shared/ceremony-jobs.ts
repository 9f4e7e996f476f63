/** The jobs that leave a record, as records name them. */
export const ceremonyJobs = [
  'create-and-import',
  'finish-import',
  'import-again',
  'wrap-offline',
  'add-receiver',
  'disable-key',
  'enable-key',
  'schedule-deletion',
  'cancel-deletion',
  'delete-material',
  'revoke-receiver',
  'relabel-key',
  'give-alias',
  'move-alias',
  'remove-alias',
  'replicate-key',
] as const;
