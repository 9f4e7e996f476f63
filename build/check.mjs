// npm run check — runs lint, types, unused code and formatting, and says which failed.
import { join } from 'node:path';
import { repoRoot, run } from './run.mjs';
import { setUpTools } from './set-up.mjs';

/** @type {readonly { name: string, script: string, args: string[] }[]} */
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
];
const checkMinutes = 15;

await setUpTools();
const outcomes = await Promise.all(
  checks.map(async ({ name, script, args }) => ({
    name,
    ...(await run(process.execPath, [join(repoRoot, 'node_modules', script), ...args], {
      output: 'collect',
      timeoutSeconds: checkMinutes * 60,
    })),
  })),
);
for (const { name, code, output } of outcomes) {
  const report = code === 0 ? '' : `${output.trim()}\n`;
  process.stdout.write(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'}\n${report}`);
}
process.exitCode = outcomes.some(({ code }) => code !== 0) ? 1 : 0;
