import type { AwsSession } from '../../aws/session';
import type { OpenKey } from '../../run/open-key';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';

export interface OpenedKeyPorts {
  readonly keysAtHand: ReadonlyMap<string, OpenKey>;
  readonly findSession: (handle: string) => AwsSession | undefined;
}

/** A key that a person has opened, with a session of its own Region. */
export interface OpenedKey {
  readonly open: OpenKey;
  readonly session: AwsSession;
}

/** Errors: reimport.keyGone, session.gone, run.otherAccount. */
export function findOpenedKey(
  { keysAtHand, findSession }: OpenedKeyPorts,
  request: { readonly key: string; readonly session: string },
): Result<OpenedKey> {
  const open = keysAtHand.get(request.key);
  if (open === undefined) return err(localError('run', 'reimport.keyGone'));
  const signedIn = findSession(request.session);
  if (signedIn === undefined) return err(localError('sign-in', 'session.gone'));
  const { accountId, mode } = signedIn.view;
  if (accountId !== open.accountId || mode !== open.mode) {
    const facts = { accountId, region: signedIn.view.region, runAccountId: open.accountId };
    return err(localError('sign-in', 'run.otherAccount', { ...facts, runRegion: open.region }));
  }
  return ok({ open, session: signedIn.inRegion(open.region) });
}
