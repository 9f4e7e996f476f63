// node build/check-fuses.mjs <packed executable or .app> — are the switches inside the binary as they must be?
import { pathToFileURL } from 'node:url';
import { say } from './run.mjs';

/** Fuses by their place in Electron's wire, with the state a release must have. */
const fuses = [
  // SECURITY: else ELECTRON_RUN_AS_NODE turns the signed app into a Node that runs anybody's script.
  { name: 'RunAsNode', on: false },
  // No cookie is kept; if that ever changes it is not kept in the clear.
  { name: 'EnableCookieEncryption', on: true },
  // SECURITY: else NODE_OPTIONS and NODE_EXTRA_CA_CERTS reach into the main process.
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false },
  // SECURITY: else --inspect or SIGUSR1 opens a debugger on the process that starts the vault.
  { name: 'EnableNodeCliInspectArguments', on: false },
  // SECURITY: a changed app.asar does not start. Windows and macOS only: on Linux Electron ignores this fuse.
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true },
  // SECURITY: else a folder named "app" beside it would be loaded instead.
  { name: 'OnlyLoadAppFromAsar', on: true },
  // We make no snapshot of our own, and with the fuse on Electron would look for one.
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false },
  // SECURITY: the page comes from app://, so file:// needs no privileges.
  { name: 'GrantFileProtocolExtraPrivileges', on: false },
  // Newer Electrons: only how WebAssembly checks bounds. None is used, so its state does not matter.
  { name: 'WasmTrapHandlers', on: undefined },
];

/**
 * Needs node_modules.
 * @param {string} executable
 * @returns {Promise<string[]>} a line for each fuse that is not as it must be; none when all are
 */
export async function findFuseFaults(executable) {
  const { getCurrentFuseWire } = await import('@electron/fuses');
  const wire = Object.entries(await getCurrentFuseWire(executable)).filter(([key]) => /^\d+$/.test(key));
  const faults = wire.flatMap(([key, state]) => {
    const fuse = fuses[Number(key)];
    const found = nameState(Number(state));
    if (!fuse) {
      return [`fuse ${key} is new: it is ${found}, and build/check-fuses.mjs does not say what it must be`];
    }
    if (fuse.on === undefined || found === (fuse.on ? 'on' : 'off')) return [];
    return [`${fuse.name} is ${found} and must be ${fuse.on ? 'on' : 'off'}`];
  });
  const missing = fuses.slice(wire.length).filter(({ on }) => on !== undefined);
  return [...faults, ...missing.map(({ name }) => `${name} is missing`)];
}

/** @param {number} state a character code in the wire */
function nameState(state) {
  const names = new Map([
    ['0', 'off'],
    ['1', 'on'],
    ['r', 'removed by Electron'],
  ]);
  return names.get(String.fromCharCode(state)) ?? `unknown (${state})`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const executables = process.argv.slice(2);
  if (executables.length === 0) {
    say('usage: node build/check-fuses.mjs <packed executable or .app> …');
    process.exitCode = 64;
  }
  for (const executable of executables) {
    const faults = await findFuseFaults(executable);
    say(
      faults.length === 0 ? `${executable}: all fuses are set` : `${executable}:\n  ${faults.join('\n  ')}`,
    );
    if (faults.length > 0) process.exitCode = 1;
  }
}
