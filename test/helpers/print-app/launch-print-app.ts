import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { PageSize } from '../../../main/print/page-size';
import type { PrintedDocument } from '../../../main/shared/printed-document';
import { launchApp, repoRoot } from '../launch-app';
import type { PrintApp } from './print-app';

interface WithPrintApp {
  readonly printApp: PrintApp;
}

/** Starts an app that only prints, with the built pages. */
export async function launchPrintApp() {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-print-'));
  await build({
    root: repoRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'test/helpers/print-app/print-app.ts',
      target: 'node20',
      outDir: join(folder, 'out/main'),
      minify: false,
      rolldownOptions: {
        external: ['electron', /^node:/, ...builtinModules],
        output: { format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false },
      },
    },
  });
  mkdirSync(join(folder, 'out'), { recursive: true });
  symlinkSync(join(repoRoot, 'out/renderer'), join(folder, 'out/renderer'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'print-app', version: '0.0.0', main: 'out/main/main.cjs' }),
  );
  const launched = await launchApp({ TZ: 'Europe/Berlin' }, { appFolder: folder });
  return {
    print: async (document: PrintedDocument, size: PageSize): Promise<Buffer> => {
      const answer = await launched.app.evaluate(
        (_electron, [what, paper]) => (globalThis as unknown as WithPrintApp).printApp.print(what, paper),
        [document, size] as const,
      );
      if (answer.includes('.')) throw new Error(answer);
      return Buffer.from(answer, 'base64');
    },
    left: () => launched.app.evaluate(() => (globalThis as unknown as WithPrintApp).printApp.left()),
    close: async (): Promise<void> => {
      await launched.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
