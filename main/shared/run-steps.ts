/** The steps that runs are made of, in the order in which they come. */
export const runSteps = [
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
export type RunStep = (typeof runSteps)[number];
