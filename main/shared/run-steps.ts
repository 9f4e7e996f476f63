/** The steps of an import, in the order in which they come. A record of one names all of them. */
export const importSteps = [
  'create-key',
  'create-alias',
  'get-parameters',
  'self-test',
  'wrap',
  'import',
  'describe',
  'round-trip',
  'policy',
] as const;

/** The steps that runs are made of. */
export const runSteps = [...importSteps, 'put-policy', 'create-grant', 'grant'] as const;
export type RunStep = (typeof runSteps)[number];
