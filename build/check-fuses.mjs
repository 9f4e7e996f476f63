// node build/check-fuses.mjs <packed executable or .app> — checks that the switches inside the binary are set right.
import { pathToFileURL } from 'node:url';
import { say } from './run.mjs';

/** Fuses in the order of Electron's wire, with the state that a release must have. */
const fuses = [
  // SECURITY: otherwise ELECTRON_RUN_AS_NODE turns the signed app into a Node that runs any script.
  { name: 'RunAsNode', on: false },
  // No cookie is kept; if that ever changes, it is encrypted.
  { name: 'EnableCookieEncryption', on: true },
  // SECURITY: otherwise NODE_OPTIONS and NODE_EXTRA_CA_CERTS affect the main process.
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false },
  // SECURITY: otherwise --inspect or SIGUSR1 opens a debugger on the process that starts the vault.
  { name: 'EnableNodeCliInspectArguments', on: false },
  // SECURITY: a changed app.asar does not start. Windows and macOS only: on Linux Electron ignores this fuse.
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true },
  // SECURITY: otherwise a folder named "app" beside app.asar would be loaded instead.
  { name: 'OnlyLoadAppFromAsar', on: true },
  // Keyferry has no snapshot of its own, and with this fuse on Electron would look for one.
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false },
  // SECURITY: the page comes from app://, so file:// needs no privileges.
  { name: 'GrantFileProtocolExtraPrivileges', on: false },
  // Only in newer Electrons: how WebAssembly checks bounds. Keyferry uses no WebAssembly, so its state does not matter.
  { name: 'WasmTrapHandlers', on: undefined },
];

/**
 * Needs node_modules.
 * @param {string} executable
 * @returns {Promise<string[]>} a line for each fuse that is set wrong
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
