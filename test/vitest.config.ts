import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const minute = 60_000;

/** Tests that drive a window, each file with a display of its own; never repeated until green. */
const window = {
  maxWorkers: Math.min(2, availableParallelism()),
  setupFiles: ['test/helpers/own-display.ts'],
  retry: 0,
  testTimeout: 3 * minute,
  hookTimeout: 2 * minute,
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: 'out/vitest',
  test: {
    // A process for each file, so that the same tests can also run in Electron's own Node.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['test/helpers/quick-passphrases.ts'],
          testTimeout: 3 * minute,
          // The UI kit imports folders and style sheets, which Node alone cannot load.
          server: { deps: { inline: [/@cloudscape-design\//] } },
        },
      },
      {
        extends: true,
        test: { name: 'crypto', include: ['test/crypto/**/*.test.ts'], testTimeout: 3 * minute },
      },
      {
        extends: true,
        // One server at a time; the first run on a machine also fetches LocalStack.
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: minute / 2,
          hookTimeout: 2 * minute,
        },
      },
      {
        extends: true,
        test: { name: 'security', include: ['test/security/**/*.test.ts'], ...window },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...window },
      },
      {
        extends: true,
        test: {
          name: 'installers',
          include: ['test/installers/**/*.test.ts'],
          ...window,
          testTimeout: 5 * minute,
          // The first run on a machine also builds the packager.
          hookTimeout: 15 * minute,
        },
      },
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...window },
      },
    ],
  },
});
