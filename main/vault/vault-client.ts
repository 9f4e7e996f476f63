import { localError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type {
  FindCopyRequest,
  FoundCopy,
  Inspected,
  InspectRequest,
  MakeCopyRequest,
  OpenCopyRequest,
  OpenedCopy,
  SelfTestRequest,
  ToldCopy,
  VaultCall,
  VaultCalls,
  Wrapped,
  WrapRequest,
} from './messages';
import { openVault, type OnStage, type Vault, type VaultPort } from './open-vault';
import { createSpareVault } from './spare-vault';

export type { OnStage } from './open-vault';

/** A vault that holds material that has a copy, until the material is wrapped or released. */
export interface HeldVault {
  readonly opened: OpenedCopy;
  /** Wraps the held material, wipes it and ends the vault; a second call fails. One more error: copy.released. */
  readonly wrap: (request: Omit<WrapRequest, 'source'>, onStage: OnStage) => Promise<Result<Wrapped>>;
  readonly end: () => Promise<void>;
}

/** A vault that collects shares, until they are opened or given up. */
export interface CollectingVault {
  /** Adds shares to those that are there. */
  readonly find: (request: FindCopyRequest) => Promise<Result<FoundCopy>>;
  /** @returns what is left; null when nothing is. */
  readonly remove: (number: number) => Promise<Result<FoundCopy | null>>;
  /** As VaultClient has it, with the shares in place of files. They stay when it fails. */
  readonly open: VaultClient['openCopy'];
  readonly compare: VaultClient['compareCopy'];
  readonly hasEnded: () => boolean;
  readonly end: () => Promise<void>;
}

/** `collecting`: of shares, the vault that holds them. */
export interface FoundByVault {
  readonly found: FoundCopy;
  readonly collecting?: CollectingVault;
}

/**
 * Each answer comes after the vault's process has ended, except where the vault then holds the material or shares. An
 * aborted signal ends the process: wrap.vaultStopped.
 */
export interface VaultClient {
  readonly inspect: (request: InspectRequest) => Promise<Result<Inspected>>;
  readonly wrap: (request: WrapRequest, onStage: OnStage) => Promise<Result<Wrapped>>;
  /**
   * Starts the vault for the next wrap and its self-test while the caller waits for something else. The vault gets no
   * material. The caller runs the returned function once the wrap is done or abandoned: it ends a vault left over.
   */
  readonly prepareWrap: (test: Omit<SelfTestRequest, 'kind'>) => () => Promise<void>;
  /**
   * A job was opened that will need vaults: from now on one is started ahead of its use, until the job has wrapped or
   * compared, or dropSpare.
   */
  readonly keepSpare: () => void;
  /** The job was left. */
  readonly dropSpare: () => Promise<void>;
  readonly findCopy: (request: FindCopyRequest) => Promise<Result<FoundByVault>>;
  /** What the files of a copy say by themselves. */
  readonly tellCopy: (paths: readonly string[]) => Promise<Result<ToldCopy>>;
  /** Opens a copy and compares it, and keeps nothing. */
  readonly compareCopy: (
    request: Omit<OpenCopyRequest, 'fit'>,
    signal: AbortSignal,
  ) => Promise<Result<OpenedCopy>>;
  readonly makeCopy: (request: MakeCopyRequest, signal: AbortSignal) => Promise<Result<HeldVault>>;
  readonly openCopy: (request: OpenCopyRequest, signal: AbortSignal) => Promise<Result<HeldVault>>;
}

export function createVaultClient(start: () => VaultPort): VaultClient {
  const spare = createSpareVault(() => openVault(start()));
  let prepared: { readonly ready: Promise<Vault>; readonly end: () => Promise<void> } | undefined;

  function prepareWrap(test: Omit<SelfTestRequest, 'kind'>): () => Promise<void> {
    // Only one vault is prepared at a time: nothing else would end the previous one.
    void prepared?.end();
    const opened = spare.take();
    const own = {
      ready: opened.then(async (vault) => {
        await vault.ask('self-test', { ...test, kind: 'self-test' }, () => undefined);
        return vault;
      }),
      end: async () => (await opened).end(),
    };
    prepared = own;
    return async () => {
      if (prepared !== own) return;
      prepared = undefined;
      await own.end();
    };
  }

  /** The prepared vault, once its test is over; undefined if there is none, or it has ended. */
  async function takePrepared(): Promise<Vault | undefined> {
    const taken = prepared;
    prepared = undefined;
    const vault = await taken?.ready;
    return vault?.hasEnded() === false ? vault : undefined;
  }

  async function wrap(request: WrapRequest, onStage: OnStage): Promise<Result<Wrapped>> {
    const vault = (await takePrepared()) ?? (await spare.take());
    spare.isNeededNoMore();
    return await endedWith(vault, await vault.ask('wrap', request, onStage), onStage);
  }

  /** Starts a vault for one request; it is gone before the answer is returned. */
  async function once<K extends VaultCall>(
    kind: K,
    request: VaultCalls[K]['request'],
    signal?: AbortSignal,
  ): Promise<Result<VaultCalls[K]['result']>> {
    const vault = await spare.take(signal);
    const result = await vault.ask(kind, request, () => undefined);
    // A copy that was compared is the end of a rehearsal.
    if (result.ok && kind === 'open-copy') spare.isNeededNoMore();
    return await endedWith(vault, result, () => undefined);
  }

  /** Starts a vault for a request; if that succeeds, the vault stays. */
  async function held<K extends 'make-copy' | 'open-copy'>(
    kind: K,
    request: VaultCalls[K]['request'],
    signal: AbortSignal,
  ): Promise<Result<HeldVault>> {
    const vault = await spare.take(signal);
    const result: Result<OpenedCopy> = await vault.ask(kind, request, () => undefined);
    return result.ok ? ok(holding(vault, result.value)) : await endedWith(vault, result, () => undefined);
  }

  function holding(vault: Vault, opened: OpenedCopy): HeldVault {
    return {
      opened,
      wrap: async (wrap, onStage) => {
        if (vault.hasEnded()) return err(localError('custody', 'copy.released'));
        spare.isNeededNoMore();
        const wrapped = await vault.ask('wrap', { ...wrap, source: { from: 'held' } }, onStage);
        return await endedWith(vault, wrapped, onStage);
      },
      end: vault.end,
    };
  }

  async function findCopy(request: FindCopyRequest): Promise<Result<FoundByVault>> {
    const vault = await spare.take();
    const found = await vault.ask('find-copy', request, () => undefined);
    return found.ok && found.value.form === 'shares'
      ? ok({ found: found.value, collecting: collectingIn(vault) })
      : await endedWith(vault, found.ok ? ok({ found: found.value }) : found, () => undefined);
  }

  function collectingIn(vault: Vault): CollectingVault {
    const ask = (
      request: Omit<OpenCopyRequest, 'paths'>,
      signal: AbortSignal,
    ): Promise<Result<OpenedCopy>> => {
      vault.endOn(signal);
      return vault.ask('open-copy', request, () => undefined);
    };
    return {
      find: (request) => vault.ask('find-copy', request, () => undefined),
      remove: (number) => vault.ask('remove-share', { kind: 'remove-share', number }, () => undefined),
      open: async (request, signal) => {
        const opened = await ask(request, signal);
        return opened.ok ? ok(holding(vault, opened.value)) : opened;
      },
      compare: async (request, signal) => {
        const compared = await ask(request, signal);
        if (!compared.ok) return compared;
        spare.isNeededNoMore();
        return await endedWith(vault, compared, () => undefined);
      },
      hasEnded: vault.hasEnded,
      end: vault.end,
    };
  }

  return {
    inspect: (request) => once('inspect', request),
    wrap,
    prepareWrap,
    keepSpare: spare.keep,
    dropSpare: spare.drop,
    findCopy,
    tellCopy: (paths) => once('tell-copy', { kind: 'tell-copy', paths }),
    compareCopy: (request, signal) => once('open-copy', request, signal),
    makeCopy: (request, signal) => held('make-copy', request, signal),
    openCopy: (request, signal) => held('open-copy', request, signal),
  };
}

/** SECURITY: success is reported only after the process has ended, and with it every copy of the material. */
async function endedWith<T>(vault: Vault, result: Result<T>, onStage: OnStage): Promise<Result<T>> {
  if (result.ok) onStage('erase', 'running');
  await vault.end();
  if (result.ok) onStage('erase', 'done');
  return result;
}
