import { jsonGate } from '../parameters/intake-gates';
import type { Dialogs } from '../platform/dialogs';
import { pickedFiles } from '../platform/files/picked-files';
import { readOne } from '../platform/files/read-one';
import { readRelease } from '../releases/read-release';
import { releaseNews } from '../releases/release-news';
import type { RequestOf, ResultOf } from '../shared/contract';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';
import type { ReleaseNewsView } from '../shared/views/release';

export interface ReleaseFilePorts {
  readonly dialogs: Pick<Dialogs, 'pickReleaseFile'>;
  readonly appVersion: string;
  /** Absent where this build has none, and can check no release file. */
  readonly releaseKey: string | undefined;
  readonly buildSha256: () => Promise<string>;
}

/** Says what a release file means for this app. No network; and nothing of the file is kept. */
export function createReleaseFile({ dialogs, appVersion, releaseKey, buildSha256 }: ReleaseFilePorts) {
  /** Errors: file.*, release.*. */
  async function read(paths: readonly string[]): Promise<Result<ReleaseNewsView>> {
    if (releaseKey === undefined) return err(localError('app', 'release.noKey', undefined, 'no'));
    const intake = { maxBytes: limits.maxReleaseFileBytes, stage: 'app', gate: jsonGate } as const;
    const file = await readOne(paths, intake, () => localError('app', 'release.notARelease'));
    if (!file.ok) return file;
    const { fileName, bytes } = file.value;
    const release = await readRelease(bytes, releaseKey);
    // Whatever was brought by mistake might have been a secret.
    bytes.fill(0);
    if (!release.ok) return release;
    const own = { version: appVersion, buildSha256: await buildSha256() };
    return ok({ fileName, ...releaseNews(release.value, own) });
  }

  return {
    verbs: {
      readReleaseFile: ({ files }: RequestOf<'readReleaseFile'>): Promise<ResultOf<'readReleaseFile'>> =>
        pickedFiles(files, dialogs.pickReleaseFile, read),
    },
  };
}
