import { randomUUID } from 'node:crypto';
import type { AwsSession } from '../aws/session';
import type { PlanView } from '../shared/views/aws';
import type { RequestOf, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import { without } from '../shared/without';
import type { Clock } from '../run/calls';
import { newRows, type KeyPlan } from '../run/run';
import type { Custody } from '../custody/custody';
import {
  copyCheckValueOf,
  custodyOfChosen,
  isNotCompared,
  madeOf,
  type ChosenMaterial,
} from '../custody/material-choice';
import { materialFor, planKey } from '../run/plan-key';
import type { Runs } from '../run/runs';
import { noNotes, noteException, type RunNotes } from '../run/run-notes';

export interface CreateAndImportPorts {
  readonly clock: Clock;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly custody: Pick<Custody, 'materialOf'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
}

function notesOf(material: ChosenMaterial, now: Date): RunNotes {
  const notes: RunNotes = { ...noNotes(), madeOf: madeOf(material) };
  if (isNotCompared(material)) noteException(notes, { kind: 'check-value-not-compared' }, now);
  return notes;
}

/** The create-and-import job: from a reviewed plan to a key that the receiver can use. */
export function createCreateAndImport(ports: CreateAndImportPorts) {
  const plans = new Map<string, KeyPlan>();

  return {
    planKey: async ({ draft }: RequestOf<'planKey'>): Promise<Result<PlanView>> => {
      const session = ports.findSession(draft.session);
      if (session === undefined) return err(localError('sign-in', 'session.gone'));
      const planned = await planKey(draft, session, ports.custody, ports.clock);
      if (!planned.ok) return planned;
      const { plan, view } = planned.value;
      plans.set(view.plan, plan);
      return ok(view);
    },

    createAndImport: async ({ plan: handle }: RequestOf<'createAndImport'>): Promise<Result<RunView>> => {
      const plan = plans.get(handle);
      if (plan === undefined) return err(localError('key', 'plan.gone'));
      if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
      const session = ports.findSession(plan.draft.session);
      if (session === undefined) return err(localError('sign-in', 'session.gone'));
      const { mode, accountId, region, partition } = session.view;
      if (plan.draft.material === undefined) return err(localError('custody', 'copy.notConfirmed'));
      const material = materialFor(plan.draft.material, ports.custody, partition);
      if (!material.ok) return material;
      // A plan is carried out once: whatever happens to its run, that run is what goes on.
      plans.delete(handle);
      const draft = without(plan.draft, 'material');
      const { alias, expiry } = draft;
      return await ports.runs.start(
        {
          id: randomUUID(),
          startedAt: ports.clock.now(),
          mode,
          accountId,
          region,
          partition,
          plan: { ...plan, draft },
          expiry,
          alias,
          material: material.value,
          custody: custodyOfChosen(material.value),
          ...definedOnly({ copyCheckValue: copyCheckValueOf(material.value) }),
          rows: newRows(),
          requestIds: new Map(),
          notes: notesOf(material.value, ports.clock.now()),
        },
        session,
      );
    },

    forget: () => plans.clear(),
  };
}
