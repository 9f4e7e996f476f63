import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { limits } from '../../../main/shared/limits';
import { createVaultClient } from '../../../main/vault/vault-client';
import { codeOf, shownOf } from '../../helpers/ceremony-bench';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectStopped, sentCount } from '../life';
import { newFolder, type Bench } from '../material-in-shares';

const step = 'Material';

/** What the app says about a file of key material. */
async function lookAt(bench: Bench, bytes: Uint8Array | string): Promise<string> {
  const path = join(newFolder(), 'key.bin');
  writeFileSync(path, bytes);
  const seen = await bench.readMaterialFile({
    files: [path],
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    wrappingKeySpec: 'RSA_2048',
    lengthBytes: 32,
  });
  return seen.ok ? shownOf(seen).form : codeOf(seen);
}

export const materialRows: readonly FaultRow[] = [
  {
    id: 'F-39',
    step,
    fault: 'the random number generator fails',
    expected: 'nothing half random is used or sent; the run stops, and goes on with new material',
    how: async () => {
      const life = await beginLife();
      const { randomFillSync } = crypto;
      let asked = 0;
      // The first request is the self-test's, for throw-away material.
      const failing = <T extends NodeJS.ArrayBufferView>(buffer: T): T => {
        if (buffer.byteLength === 32 && ++asked > 1) throw new Error('no entropy');
        return randomFillSync(buffer);
      };
      const during = (now: typeof randomFillSync): void => {
        crypto.randomFillSync = now;
        syncBuiltinESMExports();
      };
      during(failing);
      try {
        const run = await life.bench.create();
        await expectStopped(life, run, { code: 'wrap.failed', next: 'continue' });
        expect(sentCount(life.bench, 'ImportKeyMaterial')).toBe(0);
        during(randomFillSync);
        await expectFinished(life, await life.bench.goOn(run));
      } finally {
        during(randomFillSync);
      }
    },
  },
  {
    id: 'F-40',
    step,
    fault: 'a file of 31 or 33 bytes, all zero, or text',
    expected: 'refused with its reason; hex and base64 are recognised, and said to be that',
    how: async () => {
      const { bench } = await beginLife();
      const key = crypto.randomBytes(32);
      const seen = {
        '31 bytes': await lookAt(bench, key.subarray(1)),
        '33 bytes, a line end behind the key': await lookAt(bench, Buffer.concat([key, Buffer.from('\n')])),
        'all zero': await lookAt(bench, new Uint8Array(32)),
        nothing: await lookAt(bench, ''),
        'a password': await lookAt(bench, 'correct horse battery staple!!!!'),
        'hex with a line end': await lookAt(bench, `${key.toString('hex')}\n`),
        base64: await lookAt(bench, key.toString('base64')),
        'the bytes': await lookAt(bench, key),
      };
      expect(seen).toEqual({
        '31 bytes': 'material.wrongLength',
        '33 bytes, a line end behind the key': 'material.wrongLength',
        'all zero': 'material.allZero',
        nothing: 'file.empty',
        'a password': 'material.unrecognised',
        'hex with a line end': 'hex',
        base64: 'base64',
        'the bytes': 'raw',
      });
    },
  },
  {
    id: 'F-42',
    step,
    fault: 'the vault hangs',
    expected: 'given up in time and ended; the answer comes after the process is gone',
    note: 'After 60 s, which is what sealing may take on a slow computer. The clock alone is made to run; the process that says nothing is real.',
    how: async () => {
      const silent = spawn('sleep', ['600'], { stdio: 'ignore' });
      const gone = once(silent, 'exit');
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        const vault = createVaultClient(() => ({
          postMessage: () => undefined,
          on: () => undefined,
          once: (_event, listener) => silent.once('exit', listener),
          kill: () => silent.kill('SIGKILL'),
        }));
        const asked = vault.findCopy({ kind: 'find-copy', brought: { paths: ['x'] } });
        await vi.advanceTimersByTimeAsync(limits.vaultTimeoutSeconds * 1000 - 1);
        expect(silent.killed).toBe(false);
        await vi.advanceTimersByTimeAsync(1);
        const answer = await asked;
        expect(codeOf(answer)).toBe('wrap.vaultTimedOut');
        expect(silent.signalCode).toBe('SIGKILL');
        await gone;
      } finally {
        vi.useRealTimers();
        silent.kill('SIGKILL');
      }
    },
  },
];
