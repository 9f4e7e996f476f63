import type { Result } from '../shared/result';
import type { Vault } from './open-vault';

/** The self-test of nearly every wrap. A vault that wraps otherwise tests itself once more. */
const usualTest = { kind: 'self-test', wrappingAlgorithm: 'RSAES_OAEP_SHA_256', materialLength: 32 } as const;

/**
 * One vault ahead of its use: starting a process takes longer than all that it does. It has held nothing, and no other
 * vault is there beside it. Without a job that needs one, there is none.
 */
export function createSpareVault(start: () => Vault) {
  let isNeeded = false;
  let inUse = 0;
  let spare: { readonly vault: Vault; readonly tested: Promise<Result<null>> } | undefined;

  function prepare(): void {
    if (!isNeeded || inUse > 0 || spare?.vault.hasEnded() === false) return;
    const vault = start();
    spare = { vault, tested: vault.ask('self-test', usualTest, () => undefined) };
  }

  async function drop(): Promise<void> {
    isNeeded = false;
    const left = spare;
    spare = undefined;
    await left?.vault.end();
  }

  /** The spare once its test is over; undefined if there is none, or it has failed or died. */
  async function takeTested(signal: AbortSignal | undefined): Promise<Vault | undefined> {
    const taken = spare;
    if (taken === undefined) return undefined;
    spare = undefined;
    const { vault, tested } = taken;
    if (signal) vault.endOn(signal);
    // Asked once more, one that has just died answers nothing: its end is noticed only a moment later.
    const isUsable = (await tested).ok && (await vault.ask('self-test', usualTest, () => undefined)).ok;
    // One that was cancelled meanwhile answers that it has stopped; no other is started for that.
    if (isUsable || signal?.aborted === true) return vault;
    void vault.end();
    return undefined;
  }

  function startNow(signal: AbortSignal | undefined): Vault {
    const vault = start();
    if (signal) vault.endOn(signal);
    return vault;
  }

  /** A vault for one piece of work, which ends it. Once it has ended, the next one is prepared. */
  async function take(signal?: AbortSignal): Promise<Vault> {
    inUse += 1;
    const vault = (spare === undefined ? undefined : await takeTested(signal)) ?? startNow(signal);
    void vault.exit.then(() => {
      inUse -= 1;
      prepare();
    });
    return vault;
  }

  return {
    keep: (): void => {
      isNeeded = true;
      prepare();
    },
    drop,
    /** What is done now is the last that the job needs a vault for. */
    isNeededNoMore: (): void => {
      isNeeded = false;
    },
    take,
  };
}
