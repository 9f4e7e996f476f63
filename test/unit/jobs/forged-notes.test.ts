import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import type { UnfinishedRunView } from '../../../main/shared/views/unfinished';
import { beginLife, expectOneEnabledKey, type Life } from '../../faults/life';
import { allDone, codeOf, rowsOf, valueOf } from '../../helpers/ceremony-bench';
import { asVersion1, forgeNote, withoutMac } from '../../helpers/forged-note';
import { offlineApp } from '../../helpers/offline-app';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-forged-'));
const fixtures = join(import.meta.dirname, '../../fixtures/notes-version-1');
const refused = { name: 'AccessDeniedException' };

/** A ceremony that stopped at its import: a key, import parameters and wrapped material are noted. */
async function interrupted(): Promise<Life> {
  const life = await beginLife();
  life.bench.way.fail('ImportKeyMaterial', refused);
  await life.bench.create();
  return life;
}

async function listed(life: Life) {
  const { runs, unusable } = valueOf(await life.bench.listUnfinished());
  const [work] = runs;
  if (work !== undefined && !('review' in work)) throw new Error('Nothing of another job was done here.');
  return { work, unusable };
}

function known(work: UnfinishedRunView | undefined): UnfinishedRunView {
  if (work === undefined) throw new Error('Nothing is listed.');
  return work;
}

const spkiOf = (publicExponent: number): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent })
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64');

const swapBytes = (field: string, base64: string) => (text: string) =>
  text.replace(new RegExp(`("${field}":\\{"\\$bytes":")[^"]+`, 'g'), `$1${base64}`);

const otherKeyId = '11111111-2222-4333-8444-555555555555';
const widened = '\\"AWS\\": \\"arn:aws:iam::999988887777:root\\"';
const forgeries: readonly (readonly [string, (text: string) => string])[] = [
  ['the wrapping key', swapBytes('spkiDer', spkiOf(65537))],
  ['the wrapped key material', swapBytes('encryptedKeyMaterial', Buffer.alloc(256, 1).toString('base64'))],
  ['the key policy', (text) => text.replace(/\\"AWS\\": \\"arn:aws:iam::111122223333:root\\"/, widened)],
  ['the key', (text) => text.replace(/"keyId":"[0-9a-f-]{36}"/, `"keyId":"${otherKeyId}"`)],
  ['the receiver', (text) => text.replace('"accountId":"444455556666"', '"accountId":"999988887777"')],
];

describe('a note of which somebody swapped', () => {
  it.each(forgeries)('%s is not gone on with, and stays where it is (audit 2)', async (_what, change) => {
    const life = await interrupted();
    const name = await forgeNote(life.folder, change);
    const next = await life.next();
    const sent = next.bench.way.sent.length;
    const { work, unusable } = await listed(next);
    expect(work).toBeUndefined();
    expect(unusable).toEqual([{ note: name, of: 'run', reason: 'changed' }]);
    const session = next.bench.session.view.session;
    expect(codeOf(await next.bench.resumeRun({ run: name, session }))).toBe('journal.gone');
    expect(codeOf(await next.bench.discardRun({ run: name, session }))).toBe('journal.gone');
    expect(next.bench.way.sent.slice(sent)).toEqual([]);
    expect((await listed(next)).unusable).toHaveLength(1);
  });

  it.each(forgeries)('%s, and took the proof away, has to be confirmed (audit 2)', async (_what, change) => {
    const life = await interrupted();
    await forgeNote(life.folder, (text) => change(withoutMac(text)));
    const { work } = await listed(await life.next());
    expect(known(work).needsConfirming).toBe('no-mac');
  });

  it('the key, the receiver or the policy shows what would be used, and the policy is composed anew (audit 2)', async () => {
    const life = await interrupted();
    const before = known((await listed(await life.next())).work);
    await forgeNote(life.folder, (text) =>
      forgeries.reduce((forged, [, swap]) => swap(forged), withoutMac(text)),
    );
    const { keyId, planned } = known((await listed(await life.next())).work);
    expect(before.keyId).not.toBe(otherKeyId);
    expect(keyId).toBe(otherKeyId);
    expect(planned?.receiver.accountId).toBe('999988887777');
    // The receiver's account is in it, as the person sees; the account that was planted into the JSON is not its owner.
    expect(planned?.policyJson).toContain('"AWS": "arn:aws:iam::111122223333:root"');
    expect(planned?.policyJson).toBe(before.planned?.policyJson.replaceAll('444455556666', '999988887777'));
  });

  it.each([1, 3])(
    'the wrapping key for one of exponent %i is not read at all (audit 2)',
    async (exponent) => {
      const life = await interrupted();
      const tail = Buffer.from('0203010001', 'hex');
      const name = await forgeNote(life.folder, (text) =>
        withoutMac(text).replace(/("spkiDer":\{"\$bytes":")([^"]+)/g, (_all, start: string, key: string) => {
          const der = Buffer.from(key, 'base64');
          tail.fill(0, 2).writeUInt8(exponent, 4);
          tail.copy(der, der.length - tail.length);
          return start + der.toString('base64');
        }),
      );
      const { work, unusable } = await listed(await life.next());
      expect(work).toBeUndefined();
      expect(unusable).toEqual([{ note: name, of: 'run', reason: 'damaged' }]);
    },
  );
});

describe('going on', () => {
  it('takes the word of a person for the note that was shown, and for no other (audit 2)', async () => {
    const life = await interrupted();
    await forgeNote(life.folder, withoutMac);
    const next = await life.next();
    const shown = known((await listed(next)).work);
    await forgeNote(life.folder, (text) => text.replace('"alias":"bluescape-data"', '"alias":"another"'));
    const sent = next.bench.way.sent.length;
    const { session } = next.bench.session.view;
    const request = { run: shown.run, session };
    for (const confirmed of [shown.review, '', '0'.repeat(64)]) {
      expect(codeOf(await next.bench.resumeRun({ ...request, confirmed }))).toBe('journal.notConfirmed');
    }
    expect(next.bench.way.sent.slice(sent)).toEqual([]);
    const { review } = known((await listed(next)).work);
    expect(review).not.toBe(shown.review);
    expect(codeOf(await next.bench.resumeRun({ ...request, confirmed: review }))).toBe('ok');
  });

  it('needs no word of anybody for a note that the keychain proves', async () => {
    const { work } = await listed(await (await interrupted()).next());
    expect(known(work).needsConfirming).toBeUndefined();
    expect(known(work).planned?.policyJson).toContain('arn:aws:iam::444455556666:root');
  });
});

describe('a note of version 1', () => {
  it('as the last release left it goes on, once its facts are confirmed (audit 2)', async () => {
    const folder = newFolder();
    cpSync(join(fixtures, 'runs'), folder, { recursive: true });
    const life = await beginLife({}, {}, folder);
    const { work, unusable } = await listed(life);
    expect(unusable).toEqual([]);
    expect(known(work)).toMatchObject({ needsConfirming: 'earlier-version', alias: 'bluescape-data' });
    const { session } = life.bench.session.view;
    const run = valueOf(
      await life.bench.resumeRun({ run: known(work).run, session, confirmed: known(work).review }),
    );

    expect(run.failure?.error.code).toBe('copy.released');
    const material = { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation } as const;
    expect(rowsOf(await life.bench.goOn(run, { material }))).toBe(allDone);
    await expectOneEnabledKey(life.bench);
  });

  it('in the middle of a ceremony goes on, too, and is written as version 3 from then on', async () => {
    const life = await interrupted();
    const name = await forgeNote(life.folder, asVersion1);
    const next = await life.next();
    expect(known((await listed(next)).work).needsConfirming).toBe('earlier-version');
    next.bench.way.failAlways('GetParametersForImport', 'request lost');
    next.bench.way.failAlways('ImportKeyMaterial', 'request lost');
    valueOf(await next.bench.resumeRun({ run: name, session: next.bench.session.view.session }));
    const read = await createStateFiles(life.folder).read(name);
    expect(read.state === 'whole' && read.text).toContain('"version":3');
    expect(known((await listed(await next.next())).work).needsConfirming).toBeUndefined();
  });

  it('of the offline job goes on with its parameters, and says that nothing proves them', async () => {
    const folder = newFolder();
    cpSync(join(fixtures, 'offline'), folder, { recursive: true });
    const app = offlineApp({
      copy: newFolder(),
      saved: newFolder(),
      offlineFiles: createStateFiles(folder),
    });
    const [work] = await app.list();
    expect(work).toMatchObject({ state: 'copied', needsConfirming: 'earlier-version' });
    const resumed = valueOf(await app.resumeOffline({ run: work?.run ?? '' }));
    expect(resumed.hasCopy).toBe(true);
    expect(resumed.parameters.fingerprint.hex).toBe(work?.fingerprint);
  });
});
