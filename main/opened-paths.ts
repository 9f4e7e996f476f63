/** Files that the system reports one at a time, as macOS does for files dropped on the app's icon. */
export interface OpenedPaths {
  readonly add: (path: string) => void;
  /** Sets the receiver of the paths; it also gets those that came before. */
  readonly openWith: (open: (paths: readonly string[]) => void) => void;
}

/**
 * Collects files that come together into one drop, because import parameters may be three files.
 *
 * @param later runs `act` once no more files of the same drop can come.
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
