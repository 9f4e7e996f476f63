import { randomUUID } from 'node:crypto';
import { preflightOf } from '../../../aws/preflight';
import type { Custody } from '../../../custody/custody';
import { awsClock, type Clock } from '../../../run/calls';
import { recipeOfAct } from '../../../run/acts/recipe-of-act';
import { rowsOf } from '../../../run/recipe';
import { newRun } from '../../../run/run';
import { noNotes } from '../../../run/run-notes';
import type { Runs } from '../../../run/runs';
import { offerOf } from '../../../shared/acts-by-state';
import type { RequestOf, RunView } from '../../../shared/contract';
import { typedFor } from '../../../shared/acts-typed';
import { definedOnly } from '../../../shared/defined-only';
import { localError, type AppError } from '../../../shared/errors';
import { forbids } from '../../../shared/organisation-forbids';
import { err, ok, type Result } from '../../../shared/result';
import type { OrganisationSettings } from '../../../shared/views/organisation';
import { waitsForRotation } from '../../../shared/rotation';
import type { ActPlanView } from '../../../shared/views/acts';
import { findOpenedKey, type OpenedKeyPorts } from '../opened-key';
import { permissionsOf } from './act-permissions';
import { settledAct } from './plan-deletion';
import { begunWith, planDetails } from './plan-details';
import { rememberedOf } from './remembered';

export interface KeyActsPorts extends OpenedKeyPorts {
  readonly clock: Clock;
  readonly runs: Pick<Runs, 'start' | 'isBusy'>;
  readonly custody: Pick<Custody, 'openedCopies'>;
  readonly organisation: OrganisationSettings;
}

interface Planned {
  /** Handle of the key. */
  readonly key: string;
  readonly view: ActPlanView;
}

/** What can be done with a key that has its material: planned, shown, and then carried out. */
export function createKeyActs(ports: KeyActsPorts) {
  /** What a person was shown, and has not confirmed yet. */
  const plans = new Map<string, Planned>();

  /** Errors: those of findOpenedKey, DescribeKey and planDetails; act.keyState {state}, act.keyGone. Changes nothing. */
  async function planAct({ act, ...request }: RequestOf<'planAct'>): Promise<Result<ActPlanView>> {
    const found = findOpenedKey(ports, request);
    if (!found.ok) return found;
    const { open, session } = found.value;
    const described = await session.kms.describeInFull(open.facts.arn);
    if (described.outcome !== 'done') return err(goneOr(described.error));
    const { facts, multiRegion } = described.value;
    const { state, keySpec } = facts;
    const offer = offerOf(act.do, {
      state,
      keySpec,
      newMaterialWaits: open.materials?.some(waitsForRotation) ?? false,
      ...definedOnly({ multiRegion: multiRegion?.role }),
    });
    if (offer?.offered !== true) return err(keyState(state));
    const now = awsClock(ports.clock, session).now();
    const details = await planDetails(act, {
      ...{ open, session, now, organisation: ports.organisation },
      described: described.value,
      openedCopies: ports.custody.openedCopies(),
    });
    if (!details.ok) return details;
    const { rows, missingStatement } = await preflightOf(session, permissionsOf(act.do, facts.arn));
    const view: ActPlanView = {
      plan: randomUUID(),
      act,
      state,
      permissions: rows,
      ...details.value,
      ...definedOnly({ missingStatement }),
    };
    plans.set(view.plan, { key: request.key, view });
    return ok(view);
  }

  /**
   * Errors: plan.gone, act.whichMaterial, act.typed, job.busy; those of findOpenedKey, DescribeKey, begunWith and
   * rememberedOf; act.keyState.
   */
  async function carryOut({
    plan,
    session: handle,
    act: wanted,
    typed,
  }: RequestOf<'carryOut'>): Promise<Result<RunView>> {
    const planned = plans.get(plan);
    if (planned?.view.act.do !== wanted.do) return err(localError('key', 'plan.gone'));
    const { key, view } = planned;
    const settled = settledAct(wanted, view);
    if (!settled.ok) return settled;
    const act = settled.value;
    // SECURITY: the page asks for it, and main makes sure.
    if (typedFor(view, act) !== typed) return err(localError('key', 'act.typed', undefined, 'change-input'));
    if (ports.runs.isBusy()) return err(localError('run', 'job.busy', undefined, 'check-first'));
    const found = findOpenedKey(ports, { key, session: handle });
    if (!found.ok) return found;
    const { open, session } = found.value;
    const { allowedRegions } = ports.organisation;
    if (open.mode === 'aws' && act.do === 'replicate-key' && allowedRegions?.includes(act.to) === false) {
      return forbids('key', 'allowedRegions', { region: act.to });
    }
    const described = await session.kms.describeKey(open.facts.arn);
    if (described.outcome !== 'done') return err(goneOr(described.error));
    const facts = described.value;
    if (facts.state !== view.state) return err(keyState(facts.state));
    const begun = begunWith(act, view);
    if (!begun.ok) return begun;
    const remembered = await rememberedOf(act, { keyId: facts.keyId, session });
    if (!remembered.ok) return remembered;
    // A plan is carried out once; what it became goes on, or is planned anew.
    plans.clear();
    return await ports.runs.start(
      {
        kind: 'act',
        ...newRun(session, ports.clock.now(), rowsOf(recipeOfAct(act.do))),
        act,
        key: facts,
        before: facts,
        changes: [],
        notes: noNotes(),
        ...begun.value,
        ...remembered.value,
        ...definedOnly({ alias: open.aliases[0], typed }),
      },
      session,
    );
  }
  return { verbs: { planAct, carryOut }, forget: () => plans.clear() };
}

/** A key that AWS has deleted meanwhile is not just unknown. */
const goneOr = (error: AppError): AppError =>
  error.code === 'kms.notFound' ? { ...error, code: 'act.keyGone', retry: 'no' } : error;

const keyState = (state: string) => localError('key', 'act.keyState', { state }, 'check-first');
