import { describe, expect, it } from 'vitest';
import { wrapChosen } from '../../../main/custody/material-choice';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { ruledOutBy } from '../../../main/jobs/ruled-out';
import type { OrganisationSettings } from '../../../main/shared/views/organisation';
import { noCopyConfirmation } from '../../../main/shared/views/custody';
import type { Result } from '../../../main/shared/result';
import { organisationFacts } from '../../../renderer/words/printed/record-paper';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { createBench, shownOf } from '../../helpers/ceremony-bench';
import { offlineApp } from '../../helpers/offline-app';
import { heldMaterial, newFolder, recordOf, recordPeople, threeShares } from '../../helpers/saved-record';

const withSettings = (settings: Partial<OrganisationSettings>): OrganisationSettings => ({
  version: 1,
  ...settings,
});

/** Which setting refuses it; or another code, or `ok`. */
const refusedBy = (result: Result<unknown>): unknown =>
  result.ok ? 'ok' : (result.error.facts?.['setting'] ?? result.error.code);

async function offline(settings: Partial<OrganisationSettings>) {
  const organisation = withSettings(settings);
  const copy = newFolder();
  const app = offlineApp({
    ...{ copy, saved: newFolder(), organisation },
    offlineFiles: createStateFiles(newFolder()),
  });
  const paths = intakeForms[0].write(newFolder(), bundleContents());
  const { handle: parameters } = shownOf(await app.readParameters({ files: paths }));
  return { app, parameters };
}

const withoutCopy = { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation } as const;

describe('what the organisation has set, whatever the page asks for', () => {
  it('is no way without a copy', async () => {
    const bench = await createBench({}, { organisation: withSettings({ copyRequired: true }) });
    expect(refusedBy(await bench.planKey({ draft: bench.draft }))).toBe('copyRequired');
    const { material } = await heldMaterial(bench, threeShares);
    expect((await bench.create({ material })).failure).toBeUndefined();
    const { app, parameters } = await offline({ copyRequired: true });
    const wrap = { parameters, wrappingAlgorithm: 'RSAES_OAEP_SHA_256', exportPlaintext: false } as const;
    expect(refusedBy(await app.wrapAndSave({ ...wrap, material: withoutCopy }))).toBe('copyRequired');
  });

  it.each([
    ['fewer custodians', { by: 'shares', threshold: 3, custodians: ['A', 'B', 'C'] }, 'leastShares'],
    [
      'fewer shares that are needed',
      { by: 'shares', threshold: 2, custodians: ['A', 'B', 'C', 'D'] },
      'leastShares',
    ],
    ['as many', { by: 'shares', threshold: 3, custodians: ['A', 'B', 'C', 'D'] }, 'ok'],
  ] as const)('is how many shares there are at least: %s', async (_name, plan, answer) => {
    const { app, parameters } = await offline({ leastShares: { needed: 3, custodians: 4 } });
    expect(refusedBy(await app.makeCopy(parameters, plan))).toBe(answer);
  });

  it('is that nothing is wrapped with SHA-1', async () => {
    const sha1 = { wrappingAlgorithm: 'RSAES_OAEP_SHA_1' } as const;
    const bench = await createBench({}, { organisation: withSettings({ sha1Forbidden: true }) });
    expect(refusedBy(await bench.planKey({ draft: { ...bench.draft, ...sha1 } }))).toBe('sha1Forbidden');
    const { app, parameters } = await offline({ sha1Forbidden: true });
    const wrap = { parameters, ...sha1, material: withoutCopy, exportPlaintext: false } as const;
    expect(refusedBy(await app.wrapAndSave(wrap))).toBe('sha1Forbidden');
    expect(ruledOutBy(withSettings({ sha1Forbidden: true }), sha1, true)).toMatchObject({ ok: false });
    expect(ruledOutBy(withSettings({}), sha1, false)).toBeUndefined();
  });

  it('is that nothing is wrapped with SHA-1, also in work that was begun before', async () => {
    const vault = { wrap: () => Promise.reject(new Error('The vault was asked.')) };
    const chosen = { from: 'generate', lengthBytes: 32, sha1Forbidden: true } as const;
    const request = {
      wrappingKeySpec: 'RSA_4096',
      salt: new Uint8Array(32),
      spkiDer: new Uint8Array(),
    } as const;
    const wrapped = await wrapChosen(
      chosen,
      vault,
      { ...request, wrappingAlgorithm: 'RSAES_OAEP_SHA_1' },
      () => undefined,
    );
    expect(refusedBy(wrapped)).toBe('sha1Forbidden');
    const bench = await createBench({}, { organisation: withSettings({ sha1Forbidden: true }) });
    expect((await bench.create()).failure).toBeUndefined();
  });

  it('is that no key material is saved in clear', async () => {
    const { app, parameters } = await offline({ clearExportForbidden: true });
    const wrap = { parameters, wrappingAlgorithm: 'RSAES_OAEP_SHA_256', material: withoutCopy } as const;
    expect(refusedBy(await app.wrapAndSave({ ...wrap, exportPlaintext: true }))).toBe('clearExportForbidden');
    expect(refusedBy(await app.wrapAndSave({ ...wrap, exportPlaintext: false }))).toBe('ok');
  });

  it('is that a record names a witness', async () => {
    const bench = await createBench({}, { organisation: withSettings({ witnessRequired: true }) });
    const { run } = await bench.create();
    bench.copyTo(newFolder());
    expect(refusedBy(await bench.saveRecord({ of: run, people: recordPeople }))).toBe('witnessRequired');
    expect(refusedBy(await bench.saveRecords({ of: [run], people: recordPeople }))).toBe('witnessRequired');
    const people = { ...recordPeople, witness: { name: 'Grace Example' } };
    expect(refusedBy(await bench.saveRecord({ of: run, people }))).toBe('ok');
  });
});

describe('a ceremony record', () => {
  it('says what the organisation had set, with the hash of the file, and passes its check', async () => {
    const organisation = withSettings({ sha1Forbidden: true, leastShares: { needed: 2, custodians: 3 } });
    const bench = await createBench({}, { organisation });
    const { record } = await recordOf(bench, (await bench.create()).run);
    expect(record.organisation).toEqual({ sha256: 'c'.repeat(64), settings: organisation });
    const [hash, inForce] = organisationFacts(record);
    expect(hash?.value).toBe('c'.repeat(64));
    expect(inForce?.value.split('\n')).toHaveLength(2);
  });

  it('says nothing of it where there is no such file', async () => {
    const bench = await createBench();
    const { record, bytes } = await recordOf(bench, (await bench.create()).run);
    expect(record).not.toHaveProperty('organisation');
    expect(bytes.includes('organisation')).toBe(false);
  });
});
