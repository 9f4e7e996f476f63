import { z } from 'zod';

/**
 * The one thing to offer after a failure. `change-key` leads back to the form, as no key exists yet, and `change-receiver`
 * to the form of a receiver that is added; `choose-key`, `change-alias` and `change-material` go on with what exists,
 * and their answer goes into continueRun's `changes`.
 */
export const nextAction = z.enum([
  'continue',
  'sign-in',
  'change-key',
  'choose-key',
  'change-alias',
  'change-material',
  'change-receiver',
  'stop',
]);
export type NextAction = z.infer<typeof nextAction>;
