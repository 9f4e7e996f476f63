import { readPolicyText } from '../../aws/policy/read-policy';
import type { KeyRow } from '../../shared/views/keys';
import type { RegionKeys } from './key-list';
import { isSymmetric, withMaterials, withReceivers } from './key-row';
import { dropKey, forEach, isAboutAll, show, type Ended, type RegionPorts } from './region-ports';

/** Reads materials and policy of the imported keys; first of those that stopped, then of those that expire first. */
export async function readDetails(keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const rows = [...keys.toDetail].flatMap((keyId) => keys.rows.get(keyId) ?? []).sort(byUrgency);
  return await forEach(rows, ({ keyId }) => readDetail(keyId, keys, ports));
}

async function readDetail(keyId: string, keys: RegionKeys, ports: RegionPorts): Promise<Ended> {
  const { kms, lane } = ports;
  const row = keys.rows.get(keyId);
  if (row === undefined) return 'all';
  const materials = isSymmetric(row) ? await lane.send(() => kms.listMaterials(row.arn), 'later') : 'none';
  const policy = await lane.send(() => kms.getKeyPolicy(row.arn), 'later');
  if (materials === undefined || policy === undefined) return 'stopped';
  for (const answer of materials === 'none' ? [policy] : [materials, policy]) {
    if (answer.outcome === 'done') continue;
    if (isAboutAll(answer.error)) return answer.error;
    if (answer.error.code === 'kms.notFound') {
      dropKey(keyId, keys, ports);
      return 'all';
    }
  }
  const known = keys.rows.get(keyId) ?? row;
  const counted =
    materials !== 'none' && materials.outcome === 'done' ? withMaterials(known, materials.value) : known;
  const statements = policy.outcome === 'done' ? readPolicyText(policy.value) : undefined;
  show(withReceivers(counted, statements, ports.home.accountId), keys, ports);
  keys.toDetail.delete(keyId);
  keys.detailed += 1;
  ports.updates.region();
  return 'all';
}

function byUrgency(a: KeyRow, b: KeyRow): number {
  const waits = (row: KeyRow) => Number(row.state === 'PendingImport');
  return waits(b) - waits(a) || (a.validTo ?? '9').localeCompare(b.validTo ?? '9');
}
