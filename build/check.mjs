// npm run check — lint, types, unused code, formatting, workflows. Runs them all, then says which failed.
//   npm run check -- lint types   only these
import { join } from 'node:path';
import { goTool } from './go-tool.mjs';
import { giveUp, repoRoot, run } from './run.mjs';
import { setUpTools } from './set-up.mjs';

/** @type {readonly { name: string, script?: string, args: string[] }[]} script: absent for the tool that Go builds */
const checks = [
  {
    name: 'lint',
    script: 'eslint/bin/eslint.js',
    args: ['--config', 'build/eslint.config.mjs', '--max-warnings', '0', '.'],
  },
  { name: 'types', script: 'typescript/bin/tsc', args: ['--build'] },
  { name: 'unused code', script: 'knip/bin/knip.js', args: ['--no-progress'] },
  {
    name: 'formatting',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  { name: 'workflows', args: ['-no-color'] },
];
const checkMinutes = 15;

const words = process.argv.slice(2);
const chosen = checks.filter(({ name }) => words.length === 0 || words.includes(name));
if (chosen.length < words.length) {
  giveUp(`No such check among: ${words.join(', ')}. There are ${checks.map(({ name }) => name).join(', ')}.`);
}

await setUpTools();
const outcomes = await Promise.all(
  chosen.map(async ({ name, script, args }) => {
    const options = /** @type {const} */ ({ output: 'collect', timeoutSeconds: checkMinutes * 60 });
    if (script !== undefined) {
      return {
        name,
        ...(await run(process.execPath, [join(repoRoot, 'node_modules', script), ...args], options)),
      };
    }
    const tool = await goTool('github.com/rhysd/actionlint/cmd/actionlint');
    if ('missing' in tool) return { name: `${name} (skipped: ${tool.missing})`, code: 0, output: '' };
    return { name, ...(await run(tool.executable, args, options)) };
  }),
);
for (const { name, code, output } of outcomes) {
  const report = code === 0 ? '' : `${output.trim()}\n`;
  process.stdout.write(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'}\n${report}`);
}
process.exitCode = outcomes.some(({ code }) => code !== 0) ? 1 : 0;
