const making = ['create-key', 'create-alias'] as const;
const importing = ['get-parameters', 'self-test', 'wrap', 'import'] as const;
const checking = ['describe', 'round-trip'] as const;

/** The steps of an import. A record of one names all of them. */
export const importSteps = [...making, ...importing, ...checking, 'policy'] as const;

/** The steps that runs are made of, in the order in which they come. */
export const runSteps = [
  ...making,
  'encrypt-before',
  ...importing,
  ...checking,
  'see-waiting',
  'import-replicas',
  'see-replicas',
  'rotate',
  'see-rotated',
  'decrypt-before',
  'encrypt-after',
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
  'remove-waiting',
  'see-removed',
] as const;
export type RunStep = (typeof runSteps)[number];
