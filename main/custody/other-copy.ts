import { localError, type AppError } from '../shared/errors';

/** The error for material that is not the one it has to be. Both are check values. */
export const otherCopy = (expected: string, found: string): AppError =>
  localError('custody', 'copy.otherMaterial', { expected, found });
