/** Files that the system names one at a time, as macOS does for those that are dropped on the icon of the app. */
export interface OpenedPaths {
  readonly add: (path: string) => void;
  /** From now on; what came before is not lost. */
  readonly openWith: (open: (paths: readonly string[]) => void) => void;
}

/**
 * Gives files that come together as one drop: import parameters may be three of them.
 *
 * @param later when nothing more comes of the same drop.
 */
export function createOpenedPaths(later: (act: () => void) => void): OpenedPaths {
  let waiting: string[] = [];
  let openAll: ((paths: readonly string[]) => void) | undefined;
  const flush = (): void => {
    if (openAll === undefined || waiting.length === 0) return;
    const paths = waiting;
    waiting = [];
    openAll(paths);
  };
  return {
    add: (path) => {
      waiting.push(path);
      later(flush);
    },
    openWith: (open) => {
      openAll = open;
      later(flush);
    },
  };
}
