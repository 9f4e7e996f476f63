import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Bundles the mortal app and its vault once, so that each of its many lives starts quickly. @returns its path. */
export async function bundleMortalApp(into: string): Promise<string> {
  const programs = { app: 'test/faults/mortal/mortal-app.ts', vault: 'main/vault/vault.ts' };
  for (const [name, entry] of Object.entries(programs)) {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      plugins: [vaultInApp],
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: entry,
        target: 'node20',
        outDir: into,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: {
          external: [/^node:/, ...builtinModules],
          output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
        },
      },
    });
  }
  return join(into, 'app.cjs');
}

/** Replaces the vault of other tests, which is loaded by their runner. */
const vaultInApp = {
  name: 'vault-in-app',
  enforce: 'pre' as const,
  resolveId: (source: string): string | undefined =>
    source.endsWith('/vault-in-process') ? join(import.meta.dirname, 'vault-in-app.ts') : undefined,
};
