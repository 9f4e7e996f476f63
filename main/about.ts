import { dirname, join } from 'node:path';
import { app } from 'electron';
import { buildSha256 } from './platform/build-sha256';
import { readRegularFile } from './platform/files/read-regular-file';
import { limits } from './shared/limits';
import { ok, type Result } from './shared/result';
import type { AboutView } from './shared/views/app';

const noticesFile = 'THIRD-PARTY-NOTICES.txt';

let described: Promise<AboutView> | undefined;

/** What runs here, and the licences of what is in it. Read once: nothing of it changes while the app runs. */
export const describeBuild = async (): Promise<Result<AboutView>> => ok(await (described ??= readBuild()));

async function readBuild(): Promise<AboutView> {
  const out = join(app.getAppPath(), 'out');
  const folder = app.isPackaged ? besideApp() : out;
  const notices = await readRegularFile(join(folder, noticesFile), limits.maxNoticesBytes, 'app');
  const { electron, chrome, node } = process.versions;
  return {
    version: app.getVersion(),
    buildSha256: await buildSha256(out),
    parts: [
      ['Electron', electron],
      ['Chromium', chrome],
      ['Node', node],
    ],
    ...(notices.ok ? { notices: Buffer.from(notices.value).toString('utf8') } : {}),
  };
}

/** On macOS in Contents, and otherwise beside the executable. */
function besideApp(): string {
  const folder = dirname(process.execPath);
  return process.platform === 'darwin' ? dirname(folder) : folder;
}
