// Sets up what a command needs. If everything is there, this takes well under a second.
import { installDependencies } from './dependencies.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { judgeNode } from './node-version.mjs';
import { giveUp, say } from './run.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

/** Checks Node and installs node_modules. */
export async function setUpTools() {
  const judged = judgeNode(process.versions.node);
  if (judged?.stops) giveUp(judged.line);
  if (judged) say(judged.line);
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
