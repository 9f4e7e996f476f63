import { randomUUID } from 'node:crypto';
import { localError } from '../shared/errors';
import { limits } from '../shared/limits';
import { err, ok, type Result } from '../shared/result';
import type { FoundCopyView } from '../shared/views/custody';
import type { FindCopyRequest, FoundCopy } from '../vault/messages';
import type { CollectingVault, VaultClient } from '../vault/vault-client';

const lifeMs = limits.heldMaterialMinutes * 60_000;
const gone = () => err(localError('custody', 'copy.gone'));

/** Shares that one custodian after the other brings. */
interface Collection {
  readonly handle: string;
  readonly vault: CollectingVault;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly until: Date;
}

type Found = Pick<VaultClient, 'openCopy' | 'compareCopy'>;

/**
 * Copies that were found and not opened yet: sealed ones by their paths, shares in the vault that collects them. As
 * many shares as are needed are worth the key, so that vault lives no longer than one with key material.
 */
export function createFoundCopies(client: VaultClient, now: () => Date) {
  const sealed = new Map<string, readonly string[]>();
  let collection: Collection | undefined;
  let forgotten = 0;
  let turn: Promise<unknown> = Promise.resolve();

  /** A vault answers one question at a time. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  function collect(handle: string, vault: CollectingVault): string {
    clearTimeout(collection?.timer);
    const timer = setTimeout(() => void end(), lifeMs);
    timer.unref();
    collection = { handle, vault, timer, until: new Date(now().getTime() + lifeMs) };
    return collection.until.toISOString();
  }

  function letGo(): CollectingVault | undefined {
    const vault = collection?.vault;
    clearTimeout(collection?.timer);
    collection = undefined;
    return vault;
  }

  /** Only the vault that was asked: another one may have come in its place. */
  function letGoOf(vault: CollectingVault): void {
    if (collection?.vault === vault) letGo();
  }

  async function end(): Promise<void> {
    await letGo()?.end();
  }

  const viewOf = (handle: string, { shares, ...found }: FoundCopy, heldUntil: string): FoundCopyView => ({
    handle,
    ...found,
    ...(shares ? { shares: { ...shares, heldUntil } } : {}),
  });

  /** Asks the vault that collects under this handle; once it has ended, what it held is gone. */
  async function askCollecting<T>(
    handle: string,
    ask: (vault: CollectingVault) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (collection?.handle !== handle) return gone();
    const { vault } = collection;
    const answer = await ask(vault);
    if (!vault.hasEnded()) return answer;
    letGoOf(vault);
    return answer.ok ? answer : gone();
  }

  async function findNew(brought: FindCopyRequest['brought']): Promise<Result<FoundCopyView>> {
    const asked = forgotten;
    const answer = await client.findCopy({ kind: 'find-copy', brought });
    if (!answer.ok) return answer;
    const { found, collecting } = answer.value;
    if (asked !== forgotten) {
      await collecting?.end();
      return gone();
    }
    await end();
    const handle = randomUUID();
    if (collecting) return ok(viewOf(handle, found, collect(handle, collecting)));
    if ('paths' in brought) sealed.set(handle, brought.paths);
    return ok(viewOf(handle, found, ''));
  }

  return {
    /** @param beside of shares that were collected before: what is brought is added to them, and they stay. */
    find: (brought: FindCopyRequest['brought'], beside: string | undefined): Promise<Result<FoundCopyView>> =>
      inTurn(async () => {
        if (beside === undefined || sealed.has(beside)) return await findNew(brought);
        return await askCollecting(beside, async (vault) => {
          const found = await vault.find({ kind: 'find-copy', brought });
          return found.ok ? ok(viewOf(beside, found.value, collect(beside, vault))) : found;
        });
      }),
    /** A sealed copy that a vault has told already. */
    keepSealed: (path: string): string => {
      const handle = randomUUID();
      sealed.set(handle, [path]);
      return handle;
    },
    /** Overwrites one share, or all of them. @returns what is left; null when nothing is. */
    remove: (handle: string, number: number | undefined): Promise<Result<FoundCopyView | null>> =>
      inTurn(async () => {
        const left = await askCollecting(handle, async (vault) =>
          number === undefined ? ok(null) : await vault.remove(number),
        );
        if (!left.ok) return number === undefined ? ok(null) : left;
        if (left.value && collection) return ok(viewOf(handle, left.value, collection.until.toISOString()));
        await end();
        return ok(null);
      }),
    /** How a copy that was found is opened; undefined when it is no longer at hand. */
    at: (handle: string): Found | undefined => {
      const paths = sealed.get(handle);
      if (paths !== undefined) {
        return {
          openCopy: (request, signal) => client.openCopy({ ...request, paths }, signal),
          compareCopy: (request, signal) => client.compareCopy({ ...request, paths }, signal),
        };
      }
      if (collection?.handle !== handle) return undefined;
      const used = <T>(ask: (vault: CollectingVault) => Promise<Result<T>>): Promise<Result<T>> =>
        inTurn(async () => {
          const opened = await askCollecting(handle, ask);
          // The vault holds the key material now, or has ended.
          if (opened.ok) letGo();
          return opened;
        });
      return {
        openCopy: (request, signal) => used((vault) => vault.open(request, signal)),
        compareCopy: (request, signal) => used((vault) => vault.compare(request, signal)),
      };
    },
    /** Ends the vault if nothing was added in time: timers stand still while a computer sleeps. */
    endIfOver: (then: Date): void => {
      if (collection && then >= collection.until) void end();
    },
    forget: async (): Promise<void> => {
      forgotten += 1;
      sealed.clear();
      await end();
    },
  };
}
