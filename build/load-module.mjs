import { join } from 'node:path';
import { repoRoot } from './run.mjs';

/**
 * Loads a module of the app, so that a file is made with the same code that reads it. Needs the tools (set-up.mjs).
 * @param {string} file
 * @returns {Promise<unknown>}
 */
export async function loadModule(file) {
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(repoRoot, file), {
    configFile: false,
    root: repoRoot,
    logLevel: 'warn',
  });
  return module;
}
