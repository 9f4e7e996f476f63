import { copyNameOf } from '../../records/material-description';
import { isImport, isWrapping } from '../../run/run';
import type { FinishedWork } from '../../schemas/finished-work';
import { definedOnly } from '../../shared/defined-only';
import type { KeyMaterialView, Read } from '../../shared/views/keys';
import type { FinishedNotes } from '../finished-notes';

type Noted = Required<Pick<KeyMaterialView, 'copy' | 'notedAt'>>;

/**
 * The materials of a key, where AWS keeps no description of ours with what the finished notes of this computer say of
 * it: which copy belongs to it. AWS derives the ID of a material from the key and the bytes, so the ID is enough.
 *
 * SECURITY: only notes that are proven to be ours. By a check value that somebody else wrote, the right copy would be
 * refused.
 */
export async function withNotes(
  materials: Read<readonly KeyMaterialView[]> | undefined,
  finished: Pick<FinishedNotes, 'find'>,
): Promise<Read<readonly KeyMaterialView[]> | undefined> {
  if (materials?.read !== true || materials.value.every(({ copy }) => copy)) return materials;
  const { found, unconfirmed } = await finished.find();
  const noted = notedMaterials(found.filter(({ id }) => !unconfirmed.has(id)));
  const value = materials.value.map((each) => (each.copy ? each : { ...each, ...noted.get(each.id) }));
  return { read: true, value };
}

/** By the ID of the material. The last work counts, unless only an earlier one names a copy. */
function notedMaterials(works: readonly FinishedWork[]): ReadonlyMap<string, Noted> {
  const noted = new Map<string, Noted>();
  const firstFirst = works.toSorted((a, b) => a.finishedAt.getTime() - b.finishedAt.getTime());
  for (const material of firstFirst.map(materialOf)) {
    if (material === undefined) continue;
    const { id, ...said } = material;
    const isNamed = noted.get(id)?.copy.kept !== undefined;
    if (said.copy.kept !== undefined || !isNamed) noted.set(id, said);
  }
  return noted;
}

function materialOf(work: FinishedWork): (Noted & { readonly id: string }) | undefined {
  if (work.kind !== 'run' || !isImport(work.run)) return undefined;
  const { run, finishedAt } = work;
  const [id, checkValue] = [run.imported?.keyMaterialId, run.ready?.checkValue];
  if (id === undefined || checkValue === undefined) return undefined;
  const kept = isWrapping(run) ? copyNameOf(run.custody) : undefined;
  return { id, copy: { checkValue, ...definedOnly({ kept }) }, notedAt: finishedAt.toISOString() };
}
