import { isInvalidMarker } from '../../aws/error-code';
import type { RegionKeys } from './key-list';
import { show, type RegionPorts } from './region-ports';

/** Lists the aliases of a Region once, and names the keys by them as they come. */
export async function findAliases(keys: RegionKeys, ports: RegionPorts): Promise<void> {
  const markers = new Set<string>();
  let marker: string | undefined;
  let hasStartedOver = false;
  for (;;) {
    const from = marker;
    const answer = await ports.lane.send(() => ports.kms.listAliases(from));
    if (answer === undefined) return;
    if (answer.outcome === 'done') {
      nameKeys(answer.value.items, keys, ports);
      marker = answer.value.next;
      if (marker === undefined || markers.has(marker)) return;
      markers.add(marker);
    } else if (!hasStartedOver && isInvalidMarker(answer.error)) {
      hasStartedOver = true;
      marker = undefined;
      markers.clear();
    } else {
      keys.aliasError = answer.error;
      return;
    }
  }
}

function nameKeys(
  aliases: readonly (readonly [keyId: string, alias: string])[],
  keys: RegionKeys,
  ports: RegionPorts,
): void {
  for (const [keyId, alias] of aliases) {
    const known = keys.aliases.get(keyId) ?? [];
    if (known.includes(alias)) continue;
    keys.aliases.set(keyId, [...known, alias].sort());
    const row = keys.rows.get(keyId);
    if (row) show(row, keys, ports);
  }
}
