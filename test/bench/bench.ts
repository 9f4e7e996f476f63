import { cpus, totalmem } from 'node:os';
import { measureCeremony } from './ceremony';
import { measureGrowth } from './growth';
import { measureMemory } from './memory';
import { measureOffline } from './offline';
import { asJson as json, table, type Line } from './report';
import { measureSize } from './size';
import { measureStart } from './start';

const all: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  start: measureStart,
  memory: measureMemory,
  offline: measureOffline,
  ceremony: measureCeremony,
  growth: measureGrowth,
  size: measureSize,
};

export const parts: readonly string[] = Object.keys(all);

export async function runPart(name: string): Promise<readonly Line[]> {
  return (await all[name]?.()) ?? [];
}

export { table };

export const asJson = (lines: readonly Line[]): string =>
  json(lines, {
    platform: process.platform,
    processors: cpus().length,
    processor: cpus()[0]?.model,
    memoryGB: Math.round(totalmem() / 1e9),
  });
