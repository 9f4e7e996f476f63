// npm run --silent electron:path — prints the Electron executable in use.
import { setUpElectron } from './set-up.mjs';

const { executable } = await setUpElectron(['window'], { optional: true });
process.stdout.write(`${executable}\n`);
