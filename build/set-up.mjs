// Sets up what a command needs. If everything is there, this takes well under a second.
import { installDependencies } from './dependencies.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { giveUp } from './run.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

const leastNode = [20, 19];

/** Checks Node and installs node_modules. */
export async function setUpTools() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastNode;
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    giveUp(`Keyferry needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}.`);
  }
  await installDependencies();
}

/**
 * Sets up everything that a window needs.
 * @param {Parameters<typeof installSystemLibraries>[0]} groups of Debian packages
 * @param {Parameters<typeof installSystemLibraries>[1]} [options]
 */
export async function setUpElectron(groups, options) {
  await setUpTools();
  await installSystemLibraries(groups, options);
  return electronRuntime();
}
