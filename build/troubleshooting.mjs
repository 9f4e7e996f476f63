// npm run troubleshooting — writes docs/guide/troubleshooting.md anew, from the words of the errors.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

await setUpTools();
const [{ runnerImport }, { troubleshootingPage }] = await Promise.all([
  import('vite'),
  import('./troubleshooting-page.mjs'),
]);
const load = (/** @type {string} */ name) => runnerImport(join(repoRoot, name));
const [words, names] = await Promise.all([
  load('renderer/words/errors.ts'),
  load('main/aws/errors/service-errors.ts'),
]);
const file = join('docs', 'guide', 'troubleshooting.md');
const tables = [...Object.values(names.module.serviceErrors), names.module.commonErrors];
await writeFile(join(repoRoot, file), await troubleshootingPage(words.module.errorTexts, tables));
say(`${file} is of now.`);
