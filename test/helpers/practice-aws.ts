import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createPracticeAws, type PracticeAws } from '../../main/practice/practice-aws';

/** Of each size, so that two sets of parameters in a row have wrapping keys of their own. */
const pairsOfSize = 4;
const folder = resolve(import.meta.dirname, '../../out/test-keys');
let given = 0;

/** The practice AWS with wrapping keys that are made once and kept in out/: a key of 4096 bits takes two seconds. */
export const practiceAws = (options: Parameters<typeof createPracticeAws>[0]): PracticeAws =>
  createPracticeAws({ makeRsaKeys: (bits) => Promise.resolve(readyKeys(bits)), ...options });

function readyKeys(bits: number): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  const file = join(folder, `${String(bits)}-${String(given++ % pairsOfSize)}.pem`);
  if (!existsSync(file)) makeKey(file, bits);
  const privateKey = createPrivateKey(readFileSync(file));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** Whole at once, because files of tests run side by side. */
function makeKey(file: string, modulusLength: number): void {
  mkdirSync(folder, { recursive: true });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const own = `${file}.${String(process.pid)}`;
  writeFileSync(own, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  renameSync(own, file);
}
