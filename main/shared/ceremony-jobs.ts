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
] as const;
