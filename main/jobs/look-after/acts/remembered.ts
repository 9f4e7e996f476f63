import { findMovable } from '../../../aws/alias-move';
import { checkAlias, checkDescription, checkTags } from '../../../aws/check-key';
import type { AwsSession } from '../../../aws/session';
import { isOtherRegion } from '../../../run/acts/replica';
import { ceremonyTagKey } from '../../../run/plan-key';
import type { ActRun } from '../../../run/run';
import type { KeyAct } from '../../../schemas/act';
import { localError } from '../../../shared/errors';
import { err, ok, type Result } from '../../../shared/result';
import type { TagView } from '../../../shared/views/aws';

interface Acting {
  readonly keyId: string;
  /** Of the key's own Region. */
  readonly session: AwsSession;
}

type Remembered = Pick<ActRun, 'tagsBefore' | 'aliasWas'>;

/**
 * Checks what a person decided, against AWS as it is now, and answers what the run has to remember of that. Errors:
 * key.description, key.tags, key.alias, kms.aliasTaken {alias}, act.nothing, act.ownTag {key}, act.aliasGone,
 * act.aliasElsewhere, act.replicaRegion; those of findMovable and of the calls.
 */
export async function rememberedOf(act: KeyAct, acting: Acting): Promise<Result<Remembered>> {
  switch (act.do) {
    case 'relabel-key':
      return await checkLabels(act, acting);
    case 'give-alias':
    case 'move-alias':
    case 'remove-alias':
      return await checkNamed(act, acting);
    case 'replicate-key':
      return isOtherRegion(act.to, acting.session.view)
        ? ok({})
        : err(localError('key', 'act.replicaRegion', { region: act.to }, 'change-input'));
    default:
      return ok({});
  }
}

async function checkLabels(
  { description, set, removed }: Extract<KeyAct, { do: 'relabel-key' }>,
  { keyId, session }: Acting,
): Promise<Result<Remembered>> {
  if (description === undefined && set.length === 0 && removed.length === 0) {
    return err(localError('key', 'act.nothing', undefined, 'change-input'));
  }
  const described = checkDescription(description ?? '');
  if (!described.ok) return described;
  const fixed = [...set.map(({ key }) => key), ...removed].find(isFixedTag);
  if (fixed !== undefined) return err(localError('key', 'act.ownTag', { key: fixed }, 'change-input'));
  const tags = await session.kms.listTags(keyId);
  if (tags.outcome !== 'done') return err(tags.error);
  const stay = tags.value.filter(({ key }) => !removed.includes(key) && !isIn(set, key) && !isFixedTag(key));
  const checked = checkTags(
    [...set, ...stay],
    tags.value.filter(({ key }) => isFixedTag(key)),
  );
  return checked.ok ? ok({ tagsBefore: tags.value }) : checked;
}

/** AWS keeps its own, and by the other one this app recognizes its keys. */
const isFixedTag = (key: string): boolean => key.toLowerCase().startsWith('aws:') || key === ceremonyTagKey;

const isIn = (tags: readonly TagView[], key: string): boolean => tags.some((tag) => tag.key === key);

async function checkNamed(
  { do: name, alias }: Extract<KeyAct, { readonly alias: string }>,
  { keyId, session: { kms } }: Acting,
): Promise<Result<Remembered>> {
  const checked = checkAlias(alias);
  if (!checked.ok) return checked;
  if (name === 'move-alias') {
    const from = await findMovable(kms, alias, keyId);
    return from.ok ? ok({ aliasWas: from.value }) : from;
  }
  const found = await kms.findAlias(checked.value);
  if (found.outcome !== 'done') return err(found.error);
  const isOwn = found.value === keyId;
  if (name === 'give-alias') {
    if (found.value === undefined) return ok({});
    return isOwn
      ? ok({ aliasWas: keyId })
      : err(localError('key', 'kms.aliasTaken', { alias }, 'change-input'));
  }
  if (found.value === undefined) return err(localError('key', 'act.aliasGone', { alias }, 'check-first'));
  return isOwn
    ? ok({ aliasWas: keyId })
    : err(localError('key', 'act.aliasElsewhere', { alias, keyId: found.value }, 'check-first'));
}
