import { codeProbes } from './code-probes';
import { deviceProbes } from './device-probes';
import { fileProbes } from './file-probes';
import { networkProbes } from './network-probes';
import { nodeProbes } from './node-probes';
import type { Probe, Targets } from './probe';
import { navigationProbes, windowProbes } from './window-probes';

const areas = {
  code: codeProbes,
  network: networkProbes,
  files: fileProbes,
  windows: windowProbes,
  devices: deviceProbes,
  node: nodeProbes,
  navigation: navigationProbes,
};

export type Area = keyof typeof areas;

export interface Report {
  readonly tried: readonly string[];
  readonly breached: readonly string[];
}

/** What blocks without a word: after this long it counts as blocked. */
const silenceMs = 2500;

const breached = new Set<string>();

/**
 * Tries the probes of one area at once. Begun by a timer, as what a test driver evaluates may do things that the
 * page's own scripts may not.
 */
function attack(area: Area, targets: Targets): Promise<Report> {
  return new Promise((done) => {
    setTimeout(() => {
      void Promise.all(areas[area].map((probe) => run(probe, targets))).then(() => {
        done({ tried: areas[area].map(({ name }) => name), breached: [...breached] });
      });
    }, 0);
  });
}

async function run({ name, attack: act }: Probe, targets: Targets): Promise<void> {
  const silence = new Promise((done) => setTimeout(done, silenceMs));
  try {
    const outcome = await Promise.race([silence, Promise.resolve().then(() => act(targets, name))]);
    if (outcome === true) breached.add(name);
    // What it set off may still be on its way.
    await silence;
  } catch {
    // Blocked.
  }
}

Object.assign(globalThis, { attack, breached: (name: string) => breached.add(name) });
