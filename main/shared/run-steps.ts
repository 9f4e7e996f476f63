const untilChecked = [
  'create-key',
  'create-alias',
  'get-parameters',
  'self-test',
  'wrap',
  'import',
  'describe',
  'round-trip',
] as const;

/** The steps of an import. A record of one names all of them. */
export const importSteps = [...untilChecked, 'policy'] as const;

/** The steps that runs are made of, in the order in which they come. */
export const runSteps = [
  ...untilChecked,
  'put-policy',
  'take-out-receiver',
  'policy',
  'create-grant',
  'grant',
  'disable-key',
  'schedule-deletion',
  'cancel-deletion',
  'delete-material',
  'enable-key',
  'describe-as',
  'tag-key',
  'untag-key',
  'see-labels',
  'give-alias',
  'move-alias',
  'remove-alias',
  'see-alias',
  'replicate-key',
  'see-replica',
  'see-state',
  'revoke-grants',
  'wait-for-edit',
  'second-look',
] as const;
export type RunStep = (typeof runSteps)[number];
