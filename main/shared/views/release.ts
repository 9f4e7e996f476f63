/** A release that is newer than this app. */
export interface NewerRelease {
  readonly version: string;
  /** `2026-12-01`. */
  readonly date: string;
  readonly grave: readonly string[];
  readonly mends: readonly string[];
}

/** What a signed release file says to this app. */
export interface ReleaseNewsView {
  readonly fileName: string;
  /** `other-build`: of the same version, and not the build that was released as it. */
  readonly is: 'newer' | 'current' | 'other-build' | 'older';
  /** The newest version when the file was made, on this day. */
  readonly version: string;
  readonly date: string;
  /** The newest first; empty unless there is a newer one. */
  readonly since: readonly NewerRelease[];
}
