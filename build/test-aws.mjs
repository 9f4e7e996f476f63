// npm run test:aws — runs the ceremony on your own AWS account: creates one KMS key, imports key material, verifies,
// and schedules the key's deletion (7 days). AWS may bill the key for part of a month.
//   npm run test:aws -- --profile NAME --region REGION --receiver 12DIGITS --yes
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { giveUp, repoRoot, say } from './run.mjs';
import { setUpTools } from './set-up.mjs';

const usage = 'usage: npm run test:aws -- --profile NAME --region REGION --receiver 12-DIGIT-ACCOUNT --yes';
const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    region: { type: 'string' },
    receiver: { type: 'string' },
    yes: { type: 'boolean' },
  },
});
const { profile, region, receiver, yes } = values;
if (profile === undefined || region === undefined || receiver === undefined) giveUp(usage);
if (yes !== true) {
  giveUp('This creates a KMS key in your account and schedules its deletion. Add --yes to agree.\n' + usage);
}
await setUpTools();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(join(repoRoot, 'test', 'aws', 'real-ceremony.ts'));
say(`Working on the account of profile ${profile} in ${region}`);
process.stdout.write(`${await module.runRealCeremony({ profile, region, receiver })}\n`);
