import type { AppError } from '../schemas/run';
import type { AppErrorCode } from './error-codes';

export { appErrorCodes, type AppErrorCode } from './error-codes';
export type { AppError } from '../schemas/run';
export type Stage = AppError['stage'];

/** Makes an error that arose on this computer, so that nothing was changed in AWS. */
export function localError(
  stage: Stage,
  code: AppErrorCode,
  facts?: AppError['facts'],
  retry: AppError['retry'] = 'change-input',
): AppError {
  return { code, stage, retry, changedInAws: false, ...(facts ? { facts } : {}) };
}
