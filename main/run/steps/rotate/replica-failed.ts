import { localError, type AppError } from '../../../shared/errors';

/**
 * What went wrong in the Region of one replica. What is done in the others stays; a sign-in that is over is said as
 * everywhere.
 *
 * Error: rotate.replicaFailed {region, there, needed, reason, code}; `reason`: `denied`, `unreachable` or `refused`.
 */
export function replicaFailed(error: AppError, region: string, there: number, needed: number): AppError {
  const { code } = error;
  if (code.startsWith('credentials.') || code.startsWith('session.')) return error;
  const facts = { region, there, needed, reason: reasonOf(code), code };
  return { ...error, ...localError('run', 'rotate.replicaFailed', facts, 'same') };
}

function reasonOf(code: string): string {
  if (code === 'aws.accessDenied') return 'denied';
  return code.startsWith('network.') ? 'unreachable' : 'refused';
}
