import { expect } from 'vitest';
import type { LaunchedApp } from './launch-app';
import { copiesIn, scanMemory } from './memory-scan';
import { encodingsOf, findSecret } from './secret-encodings';
import { takeStock } from './take-stock';

export type SearchedApp = ReturnType<typeof searchedApp>;

/** @param messages what the page and main have said to each other so far */
export function searchedApp(launched: LaunchedApp, messages: () => Promise<Buffer>) {
  const scan = (secrets: readonly Uint8Array[]) =>
    scanMemory(Number(launched.app.process().pid), secrets.flatMap(encodingsOf));

  /** While a copy has been made and nothing was wrapped yet: this is also the proof that the scan finds what is there. */
  function expectInVaultAlone(key: Uint8Array): void {
    const processes = scan([key]);
    const vaults = processes.filter(({ kind }) => kind === 'vault');
    const others = processes.filter(({ kind }) => kind !== 'vault');
    expect(vaults).toHaveLength(1);
    expect(copiesIn(vaults)).not.toEqual([]);
    expect(copiesIn(others)).toEqual([]);
  }

  /**
   * After the last screen: no process, file, message, page, clipboard or line of output has it.
   *
   * @param spares vaults that are there, and have held nothing
   */
  async function expectNowhere(
    flow: string,
    key: Uint8Array,
    more: readonly Uint8Array[] = [],
    spares = 0,
  ): Promise<void> {
    const started = Date.now();
    const processes = scan([key, ...more]);
    const seconds = (Date.now() - started) / 1000;
    const copies = copiesIn(processes);
    const megabytes = processes.reduce((sum, { scannedBytes }) => sum + scannedBytes, 0) / 1e6;
    console.log(
      `memory scan: ${copies.length} copies (${flow}: ${processes.length} processes, ${megabytes.toFixed(0)} MB, ${seconds.toFixed(1)} s)`,
    );
    expect(copies).toEqual([]);
    const kinds = processes.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['main', 'zygote', 'gpu-process', 'renderer']));
    expect(kinds.filter((kind) => kind === 'vault')).toHaveLength(spares);
    const encodings = encodingsOf(key);
    const clipboard = await launched.app.evaluate(({ clipboard: board }) => board.readText());
    const places = [
      ...(await takeStock(launched, messages)),
      ['the clipboard', Buffer.from(clipboard)] as const,
    ];
    expect(
      places.filter(([, bytes]) => findSecret(bytes, encodings).length > 0).map(([place]) => place),
    ).toEqual([]);
  }

  /**
   * The proof that a scan finds what is there: of the same processes, once main and the page hold what they never
   * should.
   */
  async function expectFoundWherePut(key: Uint8Array): Promise<void> {
    const numbers = [...key];
    await launched.app.evaluate(
      (_, bytes) => void Object.assign(globalThis, { put: Uint8Array.from(bytes) }),
      numbers,
    );
    await launched.page.evaluate(
      (bytes) => void Object.assign(globalThis, { put: Uint8Array.from(bytes) }),
      numbers,
    );
    const kinds = scan([key]).flatMap(({ kind, found }) => ('raw' in found ? [kind] : []));
    expect(kinds.sort()).toEqual(['main', 'renderer']);
  }

  return { expectInVaultAlone, expectNowhere, expectFoundWherePut };
}
