import { dirname, join } from 'node:path';
import { app } from 'electron';
import { releaseKey } from './releases/release-key';
import { buildSha256 } from './platform/build-sha256';
import { readRegularFile } from './platform/files/read-regular-file';
import type { RequestOf } from './shared/contract';
import { limits } from './shared/limits';
import { ok, type Result } from './shared/result';
import type { AboutView } from './shared/views/app';

const noticesFile = 'THIRD-PARTY-NOTICES.txt';

interface Build {
  readonly view: Omit<AboutView, 'notices'>;
  /** Absent where their file is gone. */
  readonly notices?: string;
}

let described: Promise<Build> | undefined;

/** A part of the notices: an answer to the page stays small. */
const partChars = 8192;

/** What runs here, and the licences of what is in it. Read once: nothing of it changes while the app runs. */
export async function describeBuild({ from }: RequestOf<'describeBuild'>): Promise<Result<AboutView>> {
  const { view, notices } = await (described ??= readBuild());
  const part = notices?.slice(from, from + partChars);
  return ok({
    ...view,
    ...(notices === undefined || part === undefined ? {} : { notices: { part, length: notices.length } }),
  });
}

async function readBuild(): Promise<Build> {
  const out = join(app.getAppPath(), 'out');
  const folder = app.isPackaged ? besideApp() : out;
  const notices = await readRegularFile(join(folder, noticesFile), limits.maxNoticesBytes, 'app');
  const { electron, chrome, node } = process.versions;
  const view = {
    version: app.getVersion(),
    buildSha256: await buildSha256(out),
    parts: [
      ['Electron', electron],
      ['Chromium', chrome],
      ['Node', node],
    ],
    canCheckReleases: ownReleaseKey() !== undefined,
  } as const;
  return {
    view,
    ...(notices.ok ? { notices: Buffer.from(notices.value).toString('utf8') } : {}),
  };
}

/** What signs the release files that this build can check. */
export const ownReleaseKey = (): string | undefined => releaseKey(app.isPackaged, process.env);

/** On macOS in Contents, and otherwise beside the executable. */
function besideApp(): string {
  const folder = dirname(process.execPath);
  return process.platform === 'darwin' ? dirname(folder) : folder;
}
