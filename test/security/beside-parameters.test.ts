import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleContents } from '../fixtures/archives/bundle-contents';
import { buildZip } from '../fixtures/archives/zip-builder';
import { launchApp, type LaunchedApp } from '../helpers/launch-app';
import { copiesIn, scanMemory, withoutMemoryScan } from '../helpers/memory-scan';
import { recordMessages } from '../helpers/record-messages';
import { encodingsOf, findSecret } from '../helpers/secret-encodings';
import { takeStock } from '../helpers/take-stock';
import { wrapJob } from '../helpers/wrap-job';

const skip = withoutMemoryScan !== undefined && process.env['CI'] === undefined;
const skipped = withoutMemoryScan === undefined ? '' : ` (skipped: ${withoutMemoryScan})`;

let outside: string;
let launched: LaunchedApp;
let messages: () => Promise<Buffer>;

beforeAll(() => {
  outside = mkdtempSync(join(tmpdir(), 'keyferry-beside-'));
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

beforeEach(async () => {
  launched = await launchApp();
  messages = await recordMessages(launched.app);
  return () => launched.close();
});

/**
 * A folder as the offline job leaves it where somebody saved the plain copy beside the download, and copied it in two
 * ways.
 */
function parametersWith(key: Uint8Array): string {
  const folder = mkdtempSync(join(outside, 'in-'));
  const { key: wrappingKey, token, readme } = bundleContents();
  for (const [name, bytes] of [
    ['WrappingPublicKey.bin', wrappingKey],
    ['ImportToken.bin', token],
    ['README.txt', readme],
    ['PlaintextKeyMaterial.bin', key],
    ['renamed.txt', Buffer.from(key).toString('hex')],
    ['renamed.b64', Buffer.from(key).toString('base64')],
  ] as const) {
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

async function drop(path: string): Promise<void> {
  const wrap = wrapJob(launched);
  await wrap.open();
  await wrap.drop([path]);
  await launched.page.getByText('There may be key material among these files').first().waitFor();
}

const copiesOf = (key: Uint8Array): readonly string[] =>
  copiesIn(scanMemory(Number(launched.app.process().pid), encodingsOf(key)));

async function expectNowhere(key: Uint8Array): Promise<void> {
  expect(copiesOf(key)).toEqual([]);
  const encodings = encodingsOf(key);
  const places = [...(await takeStock(launched, messages))];
  expect(
    places.filter(([, bytes]) => findSecret(bytes, encodings).length > 0).map(([place]) => place),
  ).toEqual([]);
}

describe.skipIf(skip)(
  `key material beside import parameters, in the memory of every process${skipped}`,
  () => {
    it('is read by nobody when their folder is dropped (audit 7)', async () => {
      const key = randomBytes(32);
      await drop(parametersWith(key));
      await expectNowhere(key);
      // The proof that the scan finds what is there.
      await launched.app.evaluate(
        (_, bytes) => void Object.assign(globalThis, { put: Uint8Array.from(bytes) }),
        [...key],
      );
      expect(copiesOf(key).some((copy) => copy.startsWith('main: raw'))).toBe(true);
    });

    it('is wiped when it came in their archive (audit 7)', async () => {
      const key = randomBytes(32);
      const folder = parametersWith(key);
      const entries = readdirSync(folder).map((name) => ({ name, data: readFileSync(join(folder, name)) }));
      const archive = join(mkdtempSync(join(outside, 'zip-')), 'ImportParameters.zip');
      writeFileSync(archive, buildZip({ entries }));
      await drop(archive);
      await expectNowhere(key);
    });
  },
);
