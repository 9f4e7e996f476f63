import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InspectRequest, MakeCopyRequest, WrapRequest } from '../../../main/vault/messages';
import { codeOf, valueOf } from '../../helpers/ceremony-bench';
import { countedVaults } from '../../helpers/counted-vaults';
import { makeKeyPair } from '../../helpers/key-pairs';
import { until } from '../../helpers/until';

const pair = makeKeyPair('RSA_2048');
const fit = { wrappingAlgorithm: 'RSAES_OAEP_SHA_256', wrappingKeySpec: pair.spec } as const;
const salted = { salt: randomBytes(32) };
const wrapRequest: WrapRequest = {
  ...fit,
  ...salted,
  kind: 'wrap',
  spkiDer: pair.spkiDer,
  materialLength: 32,
  source: { from: 'generate', lengthBytes: 32 },
};
const unreadable: InspectRequest = {
  ...fit,
  ...salted,
  kind: 'inspect',
  file: { path: '/nowhere', lengthBytes: 32 },
};
const copyRequest = (path: string): MakeCopyRequest => ({
  ...fit,
  ...salted,
  kind: 'make-copy',
  source: { from: 'generate', lengthBytes: 32 },
  target: { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'], folder: path },
  key: {},
  madeAt: '2026-01-01T00:00:00Z',
  madeBy: 'Keyferry 0.1.0',
  practice: false,
});
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-spare-'));
const noStage = (): void => undefined;
const signal = new AbortController().signal;

const running = (vaults: ReturnType<typeof countedVaults>, count: number) =>
  until(`${count} vaults`, () => (vaults.running() === count ? true : undefined));

describe('a spare vault', () => {
  it('is not there before a job needs one, and not without one', async () => {
    const vaults = countedVaults();
    expect(vaults.ports).toEqual([]);
    await vaults.client.inspect(unreadable);
    expect([vaults.ports.length, vaults.running()]).toEqual([1, 0]);
  });

  it('is only told to test itself until it is used', () => {
    const vaults = countedVaults();
    vaults.client.keepSpare();
    vaults.client.keepSpare();
    expect(vaults.asked).toEqual([['self-test']]);
  });

  it('is the one that wraps, without another test, and no other comes after the wrap', async () => {
    const vaults = countedVaults();
    vaults.client.keepSpare();
    const over = vaults.client.prepareWrap({ wrappingAlgorithm: 'RSAES_OAEP_SHA_256', materialLength: 32 });
    valueOf(await vaults.client.wrap(wrapRequest, noStage));
    await over();
    expect(vaults.asked.map((kinds) => kinds.filter((kind) => kind !== 'self-test'))).toEqual([
      ['wrap', 'end'],
    ]);
    expect(vaults.running()).toBe(0);
  });

  it('is replaced once it was used for something else, as long as the job is open', async () => {
    const vaults = countedVaults();
    vaults.client.keepSpare();
    await vaults.client.inspect(unreadable);
    expect(vaults.asked).toEqual([['self-test', 'self-test', 'inspect', 'end'], ['self-test']]);
    await vaults.client.dropSpare();
    expect(vaults.running()).toBe(0);
    await vaults.client.inspect(unreadable);
    expect([vaults.ports.length, vaults.running()]).toEqual([3, 0]);
  });

  it('is never beside a vault that holds material', async () => {
    const vaults = countedVaults();
    vaults.client.keepSpare();
    const held = valueOf(await vaults.client.makeCopy(copyRequest(newFolder()), signal));
    vaults.client.keepSpare();
    expect([vaults.ports.length, vaults.running()]).toEqual([1, 1]);
    await held.end();
    await running(vaults, 1);
    expect(vaults.asked).toEqual([['self-test', 'self-test', 'make-copy', 'end'], ['self-test']]);
  });

  it('ends with the job, also while it is still starting', async () => {
    const vaults = countedVaults();
    vaults.client.keepSpare();
    await vaults.client.dropSpare();
    expect([vaults.ports.length, vaults.running()]).toEqual([1, 0]);
  });

  it('is not used when it has died', async () => {
    const vaults = countedVaults();
    vaults.client.keepSpare();
    vaults.ports[0]?.kill();
    await running(vaults, 0);
    valueOf(await vaults.client.wrap(wrapRequest, noStage));
    expect([vaults.ports.length, vaults.running()]).toEqual([2, 0]);
  });

  it('ends when the work that waits for it is cancelled, and that work does nothing', async () => {
    const vaults = countedVaults();
    const folder = newFolder();
    const cancelling = new AbortController();
    vaults.client.keepSpare();
    const making = vaults.client.makeCopy(copyRequest(folder), cancelling.signal);
    void vaults.client.dropSpare();
    cancelling.abort();
    expect(codeOf(await making)).toBe('wrap.vaultStopped');
    expect([vaults.ports.length, vaults.running()]).toEqual([1, 0]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
