import type { AwsSession } from '../aws/session';
import type { Custody } from '../custody/custody';
import {
  copyCheckValueOf,
  custodyOfChosen,
  forNewKey,
  isNotCompared,
  madeOf,
  type ChosenMaterial,
} from '../custody/material-choice';
import type { Clock } from '../run/calls';
import { materialFor, planKey } from '../run/plan-key';
import { unusualIn } from '../run/receiver-access';
import { rowsOf } from '../run/recipe';
import { createAndImport } from '../run/recipes/create-and-import';
import { newRun } from '../run/run';
import { noNotes, noteException } from '../run/run-notes';
import type { Runs } from '../run/runs';
import type { KeyPlan } from '../schemas/key';
import type { Observed } from '../schemas/run';
import type { RequestOf, RunView } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { hashOf } from '../shared/kms-words';
import { forbids } from '../shared/organisation-forbids';
import { err, ok, type Result } from '../shared/result';
import type { MaterialChoice } from '../shared/views/app';
import type { OrganisationSettings } from '../shared/views/organisation';
import type { PlanView } from '../shared/views/aws';

export interface CreateAndImportPorts {
  readonly clock: Clock;
  readonly findSession: (handle: string) => AwsSession | undefined;
  readonly custody: Pick<Custody, 'materialOf'>;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
  readonly organisation: OrganisationSettings;
}

/** A plan that a person looks at. `material`: absent until they have decided. */
interface OpenPlan {
  readonly plan: KeyPlan;
  readonly material?: MaterialChoice;
}

function notesOf(material: ChosenMaterial, key: 'first' | 'again', now: Date): Observed {
  const notes: Observed = { ...noNotes(), madeOf: madeOf(material) };
  if (key === 'again') noteException(notes, { kind: 'restored-for-new-key' }, now);
  if (isNotCompared(material)) noteException(notes, { kind: 'check-value-not-compared' }, now);
  return notes;
}

/** From a reviewed plan to a key that the receiver can use. */
export function createCreateAndImport(ports: CreateAndImportPorts) {
  const plans = new Map<string, OpenPlan>();

  return {
    verbs: {
      planKey: async ({ draft }: RequestOf<'planKey'>): Promise<Result<PlanView>> => {
        const session = ports.findSession(draft.session);
        if (session === undefined) return err(localError('sign-in', 'session.gone'));
        if (ports.organisation.sha1Forbidden && hashOf(draft.wrappingAlgorithm) === 'sha1') {
          return forbids('key', 'sha1Forbidden');
        }
        const planned = await planKey(draft, session, ports.custody, ports.clock);
        if (!planned.ok) return planned;
        const { plan, view } = planned.value;
        plans.set(view.plan, { plan, ...definedOnly({ material: draft.material }) });
        return ok(view);
      },

      createAndImport: async ({ plan: handle }: RequestOf<'createAndImport'>): Promise<Result<RunView>> => {
        const open = plans.get(handle);
        if (open === undefined) return err(localError('key', 'plan.gone'));
        if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
        const { plan } = open;
        const { alias, expiry } = plan.draft;
        const session = ports.findSession(plan.draft.session);
        if (session === undefined) return err(localError('sign-in', 'session.gone'));
        if (open.material === undefined) return err(localError('custody', 'copy.notConfirmed'));
        const material = materialFor(open.material, ports.custody, session.view.partition);
        if (!material.ok) return material;
        const key = forNewKey(material.value, open.material);
        if (!key.ok) return key;
        // A plan is carried out once: whatever happens to its run, that run is what goes on.
        plans.delete(handle);
        const now = ports.clock.now();
        const notes = notesOf(material.value, key.value, now);
        for (const { word } of unusualIn(plan.draft.receiver, session.view)) {
          noteException(notes, { kind: 'unusual-statement', word }, now);
        }
        return await ports.runs.start(
          {
            kind: 'create',
            ...newRun(session, now, rowsOf(createAndImport)),
            plan,
            expiry,
            alias,
            material: material.value,
            custody: custodyOfChosen(material.value),
            ...definedOnly({ copyCheckValue: copyCheckValueOf(material.value) }),
            notes,
          },
          session,
        );
      },
    },
    forget: () => plans.clear(),
  };
}
