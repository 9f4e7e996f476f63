// npm run build — leaves in out/ what `<Electron executable> .` opens.
import { bundle } from './bundle.mjs';
import { setUpTools } from './set-up.mjs';

await setUpTools();
await bundle();
