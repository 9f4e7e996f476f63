// node build/compare-build.mjs <BUILD-SHA256 of a release> — compares it with what was built here, in out/; ends with 1
// where they differ.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDigest } from './build-digest.mjs';
import { giveUp, repoRoot, say } from './run.mjs';

const released = (await readFile(process.argv[2] ?? '', 'utf8')).trim();
const built = await buildDigest(join(repoRoot, 'out'));
if (built !== released) giveUp(`This build is ${built}, and the release says ${released}.`);
say(`The same build: ${built}`);
