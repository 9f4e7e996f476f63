import type { AwsSession } from '../aws/session';
import type { Observed } from '../schemas/run';
import { noteException, noteOf, type Happened } from './run-notes';

/** What this session knows to be out of the ordinary about the way to AWS. */
function reachOf({ foreignEndpoints = [], authorities = [], proxies }: AwsSession): readonly Happened[] {
  return [
    ...foreignEndpoints.map(({ service, host }) => ({ kind: 'foreign-endpoint' as const, service, host })),
    ...authorities.map((sha256) => ({ kind: 'chosen-authority' as const, sha256 })),
    ...(proxies?.() ?? []).map((host) => ({ kind: 'proxy' as const, host })),
  ];
}

/** Notes how AWS is reached as a run begins or goes on. */
export function noteReach(notes: Observed, session: AwsSession, now: Date): void {
  for (const happened of reachOf(session)) noteException(notes, happened, now);
}

/** Notes what was not known of the way when the run began: a proxy that only some requests were given to. */
export function noteLaterReach(notes: Observed, session: AwsSession, now: Date): void {
  for (const happened of reachOf(session)) {
    if (noteOf(notes, happened) === undefined) noteException(notes, happened, now);
  }
}
