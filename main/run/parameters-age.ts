import { isExpired } from '../parameters/validate-parameters';
import { isWrapping, type ImportRun, type WrappingRun } from './run';

/** How long before AWS would refuse import parameters a run that can fetches a fresh set. */
const earlyMs = 10 * 60_000;

const soon = (now: Date): Date => new Date(now.getTime() + earlyMs);

/** Whether what is ready to be imported needs other import parameters. */
export function needsFreshSet(run: ImportRun, now: Date): boolean {
  if (run.ready === undefined) return true;
  return isExpired(run.ready.validTo, isWrapping(run) ? soon(now) : now);
}

/** Whether the set that was fetched is too old, or was refused as such. */
export function isSetOver({ parameters }: WrappingRun, now: Date): boolean {
  return parameters === undefined || isExpired(parameters.validTo, soon(now));
}
