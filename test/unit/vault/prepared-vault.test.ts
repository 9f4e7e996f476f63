import crypto, { randomBytes } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { WrapStage } from '../../../main/shared/progress';
import type { WrapRequest } from '../../../main/vault/messages';
import { codeOf } from '../../helpers/ceremony-bench';
import { countedVaults } from '../../helpers/counted-vaults';
import { makeKeyPair, unwrap } from '../../helpers/key-pairs';
import { until } from '../../helpers/until';

const pair = makeKeyPair('RSA_2048');
const wrappingAlgorithm = 'RSAES_OAEP_SHA_256';
const request: WrapRequest = {
  kind: 'wrap',
  wrappingAlgorithm,
  wrappingKeySpec: pair.spec,
  salt: randomBytes(32),
  spkiDer: pair.spkiDer,
  materialLength: 32,
  source: { from: 'generate', lengthBytes: 32 },
};

/** Wraps, and says in which order the stages came. */
async function wrapIn({ client }: ReturnType<typeof countedVaults>, wrap: WrapRequest = request) {
  const stages: WrapStage[] = [];
  const wrapped = await client.wrap(wrap, (stage, state) => {
    if (state === 'done') stages.push(stage);
  });
  return { wrapped, stages };
}

describe('a vault that was prepared', () => {
  it('is the one that wraps, tests itself first, and is gone afterwards', async () => {
    const vaults = countedVaults();
    const over = vaults.client.prepareWrap({ wrappingAlgorithm, materialLength: 32 });
    const { wrapped, stages } = await wrapIn(vaults);
    expect(stages).toEqual(['self-test', 'material', 'wrap', 'erase']);
    if (!wrapped.ok) throw new Error(wrapped.error.code);
    expect(unwrap(pair, wrappingAlgorithm, wrapped.value.encryptedKeyMaterial)).toHaveLength(32);
    expect([vaults.ports.length, vaults.running()]).toEqual([1, 0]);
    await over();
    // It was for one wrap alone.
    expect((await wrapIn(vaults)).wrapped.ok).toBe(true);
    expect([vaults.ports.length, vaults.running()]).toEqual([2, 0]);
  });

  it('ends when nothing is wrapped after all', async () => {
    const vaults = countedVaults();
    const over = vaults.client.prepareWrap({ wrappingAlgorithm, materialLength: 32 });
    expect(vaults.running()).toBe(1);
    await over();
    expect(vaults.running()).toBe(0);
  });

  it('ends when another is prepared in its place', async () => {
    const vaults = countedVaults();
    vaults.client.prepareWrap({ wrappingAlgorithm, materialLength: 32 });
    const over = vaults.client.prepareWrap({ wrappingAlgorithm, materialLength: 32 });
    await until('the end of the first', () => (vaults.running() === 1 ? true : undefined));
    await over();
    expect([vaults.ports.length, vaults.running()]).toEqual([2, 0]);
  });

  it('wraps what it was not tested for only after another test', async () => {
    const vaults = countedVaults();
    vaults.client.prepareWrap({ wrappingAlgorithm: 'RSAES_OAEP_SHA_1', materialLength: 32 });
    await failingRandomness(1, async () => {
      const { wrapped } = await wrapIn(vaults);
      expect(codeOf(wrapped)).toBe('wrap.selfTestFailed');
    });
  });

  it('wraps nothing when its test failed', async () => {
    const vaults = countedVaults();
    await failingRandomness(0, async () => {
      vaults.client.prepareWrap({ wrappingAlgorithm, materialLength: 32 });
      const { wrapped, stages } = await wrapIn(vaults);
      expect(codeOf(wrapped)).toBe('wrap.selfTestFailed');
      expect(stages).toEqual([]);
    });
    expect(vaults.running()).toBe(0);
  });

  it('is replaced when it has died', async () => {
    const vaults = countedVaults();
    vaults.client.prepareWrap({ wrappingAlgorithm, materialLength: 32 });
    vaults.ports[0]?.kill();
    await until('its end', () => (vaults.running() === 0 ? true : undefined));
    expect((await wrapIn(vaults)).wrapped.ok).toBe(true);
    expect([vaults.ports.length, vaults.running()]).toEqual([2, 0]);
  });
});

/** Lets the system give so many random materials, and no more. */
async function failingRandomness(given: number, during: () => Promise<void>): Promise<void> {
  const { randomFillSync } = crypto;
  let asked = 0;
  const set = (now: typeof randomFillSync): void => {
    crypto.randomFillSync = now;
    syncBuiltinESMExports();
  };
  set(<T extends NodeJS.ArrayBufferView>(buffer: T): T => {
    if (buffer.byteLength === 32 && ++asked > given) throw new Error('no entropy');
    return randomFillSync(buffer);
  });
  await during().finally(() => set(randomFillSync));
}
