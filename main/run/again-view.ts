import { definedOnly } from '../shared/defined-only';
import type { AgainView } from '../shared/views/aws';
import { hasHeldMaterial } from './own-key';
import type { FinishRun, ImportRun, ReimportRun } from './run';

/** What there is to say where material was imported into a key that had it; undefined for a key's first. */
export function againView(run: ImportRun): AgainView | undefined {
  if (run.kind === 'create') return undefined;
  if (run.kind === 'finish' && !hasHeldMaterial(run.before)) return undefined;
  const { materials } = run;
  return {
    aim: run.kind === 'reimport' ? run.aim : 'finish',
    stateBefore: run.before.state,
    policy: policyOf(run),
    ...definedOnly({ expiredBefore: expiryBefore(run), materials: materials && countOf(materials) }),
  };
}

function policyOf({ rows, notes }: ImportRun): AgainView['policy'] {
  if (rows.get('policy')?.state !== 'done') return 'not-compared';
  const isChanged = notes.exceptions.some(
    (noted) => noted.kind === 'resumed' && noted.code === 'reimport.policyChanged',
  );
  return isChanged ? 'changed' : 'same';
}

function countOf(materials: NonNullable<ImportRun['materials']>): NonNullable<AgainView['materials']> {
  const needed = materials.filter(({ isNeeded }) => isNeeded);
  return {
    needed: needed.length,
    there: needed.filter(({ isThere }) => isThere).length,
    missing: needed.filter(({ isThere }) => !isThere).map(({ id }) => id),
  };
}

/**
 * When the key's material expires. DescribeKey need not say it of a key that still lacks some: then it is what was just
 * imported.
 */
export function expiryOf({ key, materials, imported }: ImportRun): Date | undefined {
  if (key?.state !== 'PendingImport') return key?.validTo;
  return materials?.find(({ id }) => id === imported?.keyMaterialId)?.validTo;
}

/** AWS forgets the expiry with the material. */
function expiryBefore({ before }: FinishRun | ReimportRun): string | undefined {
  if (before.validTo !== undefined) return before.validTo.toISOString();
  return before.state !== 'PendingImport' && before.expirationModel !== undefined ? 'never' : undefined;
}
