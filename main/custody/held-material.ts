import { randomUUID } from 'node:crypto';
import type { CopyKey, CustodyView, HeldView, KeyPlace } from '../shared/views/custody';
import { definedOnly } from '../shared/defined-only';
import { limits } from '../shared/limits';
import { ok, type Result } from '../shared/result';
import type { Wrapped } from '../vault/messages';
import type { HeldVault } from '../vault/vault-client';

/** Key material that a vault holds, because a copy of it was opened. */
export interface HeldMaterial {
  readonly view: HeldView;
  /** Written into a copy that was made before its key existed, and into the key's tag. */
  readonly ceremony?: string;
  /**
   * Wraps, and ends the vault. The same wrapping asked for again is answered with the same ciphertext, so that saving
   * it can be tried again; any other finds the vault ended: copy.released.
   */
  readonly wrap: HeldVault['wrap'];
  readonly release: () => Promise<void>;
  /** Ends the vault if nobody used it in time: timers stand still while a computer sleeps. */
  readonly endIfOver: (now: Date) => void;
}

/** What is known of material beside what its copy says. `ceremony`: see HeldMaterial. */
export type HeldFacts = Pick<HeldView, 'source' | 'notCompared' | 'otherPlace'> &
  Pick<HeldMaterial, 'ceremony'>;

/** @param now since when the material is held; a while later its vault ends by itself. */
export function holdMaterial(vault: HeldVault, { ceremony, ...facts }: HeldFacts, now: Date): HeldMaterial {
  const lifeMs = limits.heldMaterialMinutes * 60_000;
  const until = new Date(now.getTime() + lifeMs);
  const timer = setTimeout(() => void vault.end(), lifeMs);
  timer.unref();
  /** Neither used nor released yet. */
  let isWaiting = true;
  const stopWaiting = (): void => {
    isWaiting = false;
    clearTimeout(timer);
  };
  let last: { readonly name: string; readonly wrapped: Wrapped } | undefined;

  async function wrap(...[request, onStage]: Parameters<HeldVault['wrap']>): Promise<Result<Wrapped>> {
    const keys = [request.spkiDer, ...(request.alsoUnder ?? [])];
    const name = [request.wrappingAlgorithm, ...keys.map((key) => Buffer.from(key).toString('base64'))].join(
      ' ',
    );
    // A plain export is written by the vault, so there has to be one.
    if (last?.name === name && request.plaintextFolder === undefined) return ok(last.wrapped);
    stopWaiting();
    const wrapped = await vault.wrap(request, onStage);
    if (wrapped.ok) last = { name, wrapped: wrapped.value };
    return wrapped;
  }

  return {
    view: {
      handle: randomUUID(),
      ...facts,
      ...vault.opened,
      heldUntil: until.toISOString(),
    },
    wrap,
    release: async () => {
      stopWaiting();
      await vault.end();
    },
    endIfOver: (then) => {
      if (!isWaiting || then < until) return;
      stopWaiting();
      void vault.end();
    },
    ...definedOnly({ ceremony }),
  };
}

/** Account and Region of a copy and of its use, where both say them and they differ. A key may have moved: no error. */
export function otherPlace(copy: CopyKey, use: CopyKey): HeldView['otherPlace'] {
  const differ = (['accountId', 'region'] as const).some(
    (field) => copy[field] !== undefined && use[field] !== undefined && copy[field] !== use[field],
  );
  return differ ? { ofCopy: placeOf(copy), expected: placeOf(use) } : undefined;
}

const placeOf = ({ accountId, region }: CopyKey): KeyPlace => definedOnly({ accountId, region });

/** What the summary says of a copy. */
export function custodyOf({ source, copy }: HeldView): CustodyView {
  const { form, files, madeAt, shares } = copy;
  return { kept: form, restored: source === 'restored', files, madeAt, ...definedOnly({ shares }) };
}
