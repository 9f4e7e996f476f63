import { localError } from '../../../shared/errors';
import { err, ok, type Result } from '../../../shared/result';
import type { KeyAct } from '../../../shared/views/acts';
import type { DeletionPlan } from '../../../shared/views/acts-stop';
import type { LastUse, Read } from '../../../shared/views/keys';
import { readKey } from '../read-key';
import { openedCopyOf } from './opened-copy-of';
import type { PlanDetails, Planning } from './planning';

const dayMs = 86_400_000;
/** Whoever used a key within so many days may still rely on it. */
const latelyMs = 30 * dayMs;
/** Import parameters are valid for a day: until then, somebody may be about to import. */
const importMs = dayMs;

/** The name of the key as its page has it: alias, else id. */
const nameOf = ({ open }: Planning): string =>
  open.aliases[0] === undefined ? open.facts.keyId : `alias/${open.aliases[0]}`;

/** Everything that depends on the key, read anew. */
export async function planDeletion(planning: Planning): Promise<PlanDetails> {
  const { described, session, now } = planning;
  const key = await readKey(described, session);
  const { createdAt, state } = described.facts;
  const leftOver = state === 'PendingImport' ? leftOverOf(key.row, createdAt, now) : undefined;
  return {
    typed: nameOf(planning),
    deletion: {
      now: key,
      disableFirst: state === 'Enabled' && mayBeInUse(key.lastUse, now),
      ...(leftOver === undefined ? {} : { leftOver }),
    },
  };
}

/** What cancelling brings back. Nothing has to be typed for it. */
export async function planRescue({ described, session }: Planning): Promise<PlanDetails> {
  return { deletion: { now: await readKey(described, session), disableFirst: false } };
}

/** Errors: act.noMaterial; those of ListKeyRotations. */
export async function planMaterialDeletion(planning: Planning): Promise<Result<PlanDetails>> {
  const { described, session, open, openedCopies } = planning;
  const { facts } = described;
  const key = await readKey(described, session);
  if (key.materials?.read === false) return err(key.materials.error);
  const there = key.materials?.value.filter(({ isThere }) => isThere);
  const isOnlyThere = facts.state !== 'PendingImport' && facts.expirationModel !== undefined;
  const deletable = there?.map((material) => ({ material })) ?? (isOnlyThere ? [{}] : []);
  if (deletable.length === 0) return err(localError('key', 'act.noMaterial', undefined, 'check-first'));
  return ok({
    typed: nameOf(planning),
    deletable: deletable.map((one) => {
      const opened = 'material' in one ? openedCopyOf(one.material, open.mode, openedCopies) : undefined;
      return { ...one, ...(opened === undefined ? {} : { opened }) };
    }),
  });
}

/** The act as it is carried out: each material by its id. Error: act.whichMaterial. */
export function settledAct(act: KeyAct, { deletable = [] }: PlanDetails): Result<KeyAct> {
  if (act.do !== 'delete-material') return ok(act);
  const ids = deletable.flatMap(({ material }) => material?.id ?? []);
  const chosen = act.materials === 'only' ? ids : act.materials;
  if (ids.length === 0) return ok({ ...act, materials: 'only' });
  const isClear = act.materials === 'only' ? ids.length === 1 : chosen.length > 0;
  return isClear && chosen.every((id) => ids.includes(id))
    ? ok({ ...act, materials: [...new Set(chosen)] })
    : err(localError('key', 'act.whichMaterial'));
}

/** Also where AWS may not say it, or knows of no use: that is no proof that there was none. */
const mayBeInUse = (use: Read<LastUse>, now: Date): boolean =>
  !use.read || use.value.last === undefined || now.getTime() - Date.parse(use.value.last.at) < latelyMs;

function leftOverOf(
  { hadMaterial, multiRegion }: DeletionPlan['now']['row'],
  createdAt: Date | undefined,
  now: Date,
): DeletionPlan['leftOver'] {
  if (hadMaterial === 'yes') return 'had-material';
  if (createdAt === undefined || now.getTime() - createdAt.getTime() < importMs) return 'in-use';
  return hadMaterial === 'no' && multiRegion !== 'replica' ? 'yes' : 'unknown';
}
