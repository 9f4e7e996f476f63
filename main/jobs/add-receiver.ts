import { randomUUID } from 'node:crypto';
import type { AwsSession } from '../aws/session';
import { additionTo, plannedAddition } from '../run/addition';
import { additionChange, openAdditionView } from '../run/addition-view';
import { awsClock, type Clock } from '../run/calls';
import type { RunJournal } from '../run/journal';
import { findOwnKey } from '../run/own-key';
import { unusualIn } from '../run/receiver-access';
import { noteException } from '../run/run-notes';
import { isAddition, isOfOpenKey, isSameHome, otherHome, type AdditionRun, type Run } from '../run/run';
import type { Runs } from '../run/runs';
import type { RequestOf, RunView } from '../shared/contract';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { AdditionPlanView, OpenAdditionView } from '../shared/views/addition';
import { findOpenedKey, type OpenedKeyPorts } from './look-after/opened-key';

export interface AddReceiverPorts extends OpenedKeyPorts {
  readonly clock: Clock;
  readonly journal: Pick<RunJournal, 'find'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
  /** The runs that the page knows, by their handles. */
  readonly atHand: Map<string, Run>;
}

/** Lets a receiver use a key that exists, once the receiver has said whom to let in. */
export function createAddReceiver(ports: AddReceiverPorts) {
  /** What a person was shown, and has not confirmed yet. */
  const plans = new Map<string, AdditionRun>();

  async function find(work: string): Promise<AdditionRun | undefined> {
    // What was just planned or carried out is newer than its note.
    const run = ports.atHand.get(work) ?? (await ports.journal.find()).runs.find(({ id }) => id === work);
    return run && isAddition(run) ? run : undefined;
  }

  /** A key that was opened from a list may be in another Region than the sign-in. */
  function sessionFor(run: AdditionRun, handle: string): AwsSession | undefined {
    const signedIn = ports.findSession(handle);
    return isOfOpenKey(run) ? signedIn?.inRegion(run.region) : signedIn;
  }

  /** Begins to let a receiver use the open key. Changes nothing. Errors: those of findOpenedKey. */
  function allowReceiver(request: RequestOf<'allowReceiver'>): Promise<Result<OpenAdditionView>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return Promise.resolve(found);
    const { open, session } = found.value;
    const run = additionTo(open, session, ports.clock.now());
    ports.atHand.set(run.id, run);
    return Promise.resolve(ok(openAdditionView(run, true)));
  }

  /** Errors: job.busy, journal.gone, session.gone, run.otherAccount, run.otherKey; those of plannedAddition. */
  async function planReceiver({
    work,
    session: handle,
    receiver,
  }: RequestOf<'planReceiver'>): Promise<Result<AdditionPlanView>> {
    if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const noted = await find(work);
    if (noted === undefined) return err(localError('run', 'journal.gone', undefined, 'no'));
    const session = sessionFor(noted, handle);
    if (session === undefined) return err(localError('sign-in', 'session.gone'));
    if (!isSameHome(noted, session)) return err(otherHome(noted, session));
    const key = await findOwnKey(noted, session, ports.clock);
    if (!key.ok) return key;
    if (key.value === undefined) return err(localError('run', 'journal.gone', undefined, 'no'));
    const now = awsClock(ports.clock, session).now();
    const run = await plannedAddition(noted, { receiver, key: key.value, now }, session);
    if (!run.ok) return run;
    const change = additionChange(run.value);
    if (change === undefined) throw new Error('A planned addition has its change.');
    const plan = randomUUID();
    plans.set(plan, run.value);
    return ok({ plan, unusual: unusualIn(receiver, session.view), ...change });
  }

  return {
    verbs: {
      allowReceiver,
      planReceiver,
      /** Errors: plan.gone, job.busy, session.gone, run.otherAccount. */
      addReceiver: async ({ plan, session: handle }: RequestOf<'addReceiver'>): Promise<Result<RunView>> => {
        const run = plans.get(plan);
        if (run === undefined) return err(localError('key', 'plan.gone'));
        if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
        const session = sessionFor(run, handle);
        if (session === undefined) return err(localError('sign-in', 'session.gone'));
        if (!isSameHome(run, session)) return err(otherHome(run, session));
        const startedAt = ports.clock.now();
        for (const { word } of unusualIn(run.receiver, session.view)) {
          noteException(run.notes, { kind: 'unusual-statement', word }, startedAt);
        }
        // A plan is carried out once; what it became goes on, or is planned anew.
        plans.clear();
        return await ports.runs.start(run, session);
      },
    },
    forget: () => plans.clear(),
  };
}
