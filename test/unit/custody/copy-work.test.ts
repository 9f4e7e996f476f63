import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCopyWork } from '../../../main/custody/copy-work';
import { holdMaterial } from '../../../main/custody/held-material';
import { watchTarget } from '../../../main/custody/watch-target';
import { localError } from '../../../main/shared/errors';
import { limits } from '../../../main/shared/limits';
import { err, ok, type Result } from '../../../main/shared/result';
import type { HeldVault } from '../../../main/vault/vault-client';
import { codeOf } from '../../helpers/ceremony-bench';
import { createMovingClock } from '../../helpers/moving-clock';

const stopped = err(localError('wrap', 'wrap.vaultStopped', undefined, 'same'));

/** A vault that works until it is ended. */
const untilEnded = (signal: AbortSignal): Promise<Result<string>> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(stopped)));

describe('making or opening a copy', () => {
  it('is cancelled by ending the vault, and tidied up before that is answered', async () => {
    const work = createCopyWork();
    const order: string[] = [];
    const answer = work.alone(() =>
      work.cancellable(untilEnded, () => {
        order.push('tidied up');
        return Promise.resolve();
      }),
    );
    expect(work.isWorking()).toBe(true);
    await work.cancel();
    order.push('cancelled');
    expect(codeOf(await answer)).toBe('copy.cancelled');
    expect(order).toEqual(['tidied up', 'cancelled']);
    expect(work.isWorking()).toBe(false);
  });

  it('counts as cancelled when the vault was faster, because it has been ended', async () => {
    const work = createCopyWork();
    const answer = work.cancellable(async (signal) => {
      await untilEnded(signal);
      return ok('made');
    });
    await work.cancel();
    expect(codeOf(await answer)).toBe('copy.cancelled');
  });

  it('tidies up after a vault that stopped by itself, and says so', async () => {
    const work = createCopyWork();
    let tidied = 0;
    const answer = await work.cancellable(
      () => Promise.resolve(stopped),
      () => {
        tidied += 1;
        return Promise.resolve();
      },
    );
    expect(codeOf(answer)).toBe('wrap.vaultStopped');
    expect(tidied).toBe(1);
  });

  it('happens one at a time, and cancelling nothing is no fault', async () => {
    const work = createCopyWork();
    await work.cancel();
    const first = work.alone(() => work.cancellable(untilEnded));
    expect(codeOf(await work.alone(() => Promise.resolve(ok(null))))).toBe('job.busy');
    await work.cancel();
    await first;
    expect(codeOf(await work.alone(() => Promise.resolve(ok(null))))).toBe('ok');
  });
});

const share = 'Keyferry share 7F3A-91C2 1 of 2 Ada';
const temporary = '.keyferry-00000000-0000-4000-8000-000000000000.tmp';

describe('a vault that was ended while it saved', () => {
  /** A folder in which something stood before, and what a vault left there. */
  async function leftIn(before: readonly string[], left: readonly string[], by: 'shares' | 'passphrase') {
    const folder = mkdtempSync(join(tmpdir(), 'keyferry-target-'));
    const write = (names: readonly string[]): void => {
      for (const name of names) writeFileSync(join(folder, name), '');
    };
    write(before);
    mkdirSync(join(folder, 'folder'));
    const tidyUp = await watchTarget(
      by === 'shares'
        ? { by, threshold: 2, custodians: ['Ada', 'Grace'], folder }
        : { by, passphrase: '', path: join(folder, 'copy.age') },
    );
    write(left);
    await tidyUp();
    return readdirSync(folder).filter((name) => name !== 'folder');
  }

  it('leaves no share behind, and no temporary file', async () => {
    const left = [`${share}.txt`, `${share}.html`, temporary];
    expect(await leftIn([], left, 'shares')).toEqual([]);
  });

  it('leaves no sealed copy behind that nobody opened again', async () => {
    expect(await leftIn([], ['copy.age', temporary], 'passphrase')).toEqual([]);
  });

  it('leaves alone what stood there before, and what is not ours', async () => {
    const older = 'Keyferry share 0B1D-22E0 1 of 3 Ada.txt';
    expect(await leftIn([older], [`${share}.txt`, 'notes.txt'], 'shares')).toEqual([older, 'notes.txt']);
    expect(await leftIn(['copy.age'], ['copy.age', 'other.age'], 'passphrase')).toEqual([
      'copy.age',
      'other.age',
    ]);
  });
});

describe('a vault that holds material while the computer sleeps', () => {
  const lifeMs = limits.heldMaterialMinutes * 60_000;

  function held() {
    const clock = createMovingClock();
    let ends = 0;
    const vault: HeldVault = {
      opened: {
        copy: { form: 'passphrase', files: [], madeAt: '', checkValue: '', practice: false, key: {} },
        material: { kind: 'symmetric', lengthBytes: 32 },
      },
      wrap: () => new Promise(() => undefined),
      end: () => {
        ends += 1;
        return Promise.resolve();
      },
    };
    return { clock, material: holdMaterial(vault, { source: 'generated' }, clock.now()), ends: () => ends };
  }

  it('is ended on waking once its time is over, and not before', () => {
    const { clock, material, ends } = held();
    clock.moveOn(lifeMs - 1);
    material.endIfOver(clock.now());
    expect(ends()).toBe(0);
    clock.moveOn(1);
    material.endIfOver(clock.now());
    material.endIfOver(clock.now());
    expect(ends()).toBe(1);
  });

  it('is not ended in the middle of its work', () => {
    const { clock, material, ends } = held();
    void material.wrap(
      {
        kind: 'wrap',
        wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
        wrappingKeySpec: 'RSA_4096',
        salt: new Uint8Array(32),
        spkiDer: new Uint8Array(),
        materialLength: 32,
      },
      () => undefined,
    );
    clock.moveOn(lifeMs);
    material.endIfOver(clock.now());
    expect(ends()).toBe(0);
  });
});
