import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import type { CopyPlan } from '../../../main/shared/views/custody';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { countedVaults } from '../../helpers/counted-vaults';
import { offlineApp } from '../../helpers/offline-app';
import { until } from '../../helpers/until';

const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] };
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-leave-'));

/** The offline job with its parameters at hand. The page does nothing here: whatever ends a vault is main. */
async function offlineJob() {
  const vaults = countedVaults();
  const copy = newFolder();
  const app = offlineApp({
    copy,
    saved: newFolder(),
    offlineFiles: createStateFiles(newFolder()),
    vault: vaults.client,
  });
  const { handle } = shownOf(
    await app.readParameters({ files: intakeForms[0].write(newFolder(), bundleContents()) }),
  );
  return { app, copy, vaults, parameters: handle };
}

describe('a job that is left', () => {
  it('ends every vault that holds material, without a word from the page (audit: vaults end with the job)', async () => {
    const { app, copy, vaults, parameters } = await offlineJob();
    const made = valueOf(await app.makeCopy(parameters, shares));
    if (!made.picked) throw new Error('No place was picked.');
    await app.restore(parameters, [copy]);
    expect(vaults.running()).toBe(2);
    valueOf(await app.leaveJob());
    expect(vaults.running()).toBe(0);
    expect(codeOf(await app.wrapHeld(parameters, made.value.handle))).toBe('parameters.gone');
  });

  it('ends a vault that is still making a copy', async () => {
    const { app, vaults, parameters } = await offlineJob();
    const making = app.makeCopy(parameters, shares);
    await vaults.started;
    valueOf(await app.leaveJob());
    expect(valueOf(await making)).toEqual({ picked: false });
    expect(vaults.running()).toBe(0);
  });

  it('ends the vault that was started ahead of its use, and a job that is opened later has its own', async () => {
    const { app, vaults } = await offlineJob();
    expect(vaults.ports).toEqual([]);
    valueOf(await app.prepareVault());
    expect(vaults.running()).toBe(1);
    valueOf(await app.leaveJob());
    await until('the end of the vault', () => (vaults.running() === 0 ? true : undefined));
    valueOf(await app.prepareVault());
    expect([vaults.ports.length, vaults.running()]).toEqual([2, 1]);
    await vaults.client.dropSpare();
  });
});
