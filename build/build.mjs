// npm run build — compiles the app into out/, for `<Electron executable> .` to open.
import { bundle } from './bundle.mjs';
import { setUpTools } from './set-up.mjs';

await setUpTools();
await bundle();
