import type { ReleaseNewsView } from '../shared/views/release';
import { compareVersions, type ReleaseFile } from './release-shape';

export interface OwnBuild {
  readonly version: string;
  /** 64 hex digits. */
  readonly buildSha256: string;
}

/** What a release file says to the app that reads it. */
export function releaseNews(file: ReleaseFile, own: OwnBuild): Omit<ReleaseNewsView, 'fileName'> {
  const { version, date, buildSha256, releases } = file;
  const difference = compareVersions(version, own.version);
  const since = releases.filter((release) => compareVersions(release.version, own.version) > 0);
  if (difference > 0) return { is: 'newer', version, date, since };
  if (difference < 0) return { is: 'older', version, date, since: [] };
  return {
    is: buildSha256 === own.buildSha256 ? 'current' : 'other-build',
    version,
    date,
    since: [],
  };
}
