import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { ceremonyJob } from '../../helpers/ceremony-job';
import { custodyJob } from '../../helpers/custody-job';
import { holdVault } from '../../helpers/hold-vault';
import type { LaunchedApp } from '../../helpers/launch-app';
import { vaultPids } from '../../helpers/vault-pids';
import type { FaultRow } from '../fault-row';
import { cameCount } from '../life-on-the-wire';
import type { WireFault } from '../practice-on-the-wire';
import { begin, expectHandOver, hasEnded, inWindow, kill, resume, type LifeInWindow } from './life-in-window';

/** Kills the app while a call is on the wire; the next app continues to the hand-over. */
async function killAt(
  operation: string,
  fault: WireFault,
  needsCopy: boolean,
  andThen: (life: LifeInWindow) => void = () => undefined,
): Promise<void> {
  await inWindow(async (life) => {
    const first = await life.launch();
    const struck = life.wire.fail(operation, fault);
    let copy: readonly string[] = [];
    await begin(first, async () => {
      copy = await custodyJob(first).saveShares();
    });
    await struck;
    await kill(first);
    expectWholeNotes(life);
    const second = await life.launch();
    await resume(second);
    if (needsCopy) await restore(second, copy);
    await expectHandOver(second, life);
    expect(cameCount(life.wire, 'CreateKey')).toBe(1);
    andThen(life);
  });
}

function expectWholeNotes({ notes }: LifeInWindow): void {
  const names = readdirSync(notes);
  expect(names.filter((name) => name.endsWith('.state'))).toHaveLength(1);
}

/** Restores the material that a stopped run needs from its shares; the run knows their check value. */
async function restore(launched: LaunchedApp, copy: readonly string[]): Promise<void> {
  const { page } = launched;
  await page.getByRole('radio', { name: 'Restore a sealed copy' }).waitFor({ timeout: 60_000 });
  await custodyJob(launched).restoreShares(copy, '');
  await page.getByRole('button', { name: 'Go on with this key material' }).click();
}

/** Waits until a vault was asked to wrap. The wrapping key, which comes before, may take seconds. */
const wrapping = ({ page }: LaunchedApp): Promise<void> =>
  page.getByText('Testing the wrapping with a throw-away key pair').first().waitFor({ timeout: 60_000 });

/** A ceremony with shares whose vault is stopped, so that wrapping has started and does not end. */
async function stopWhileWrapping(launched: LaunchedApp) {
  let copy: readonly string[] = [];
  await begin(launched, async () => {
    copy = await custodyJob(launched).saveShares();
    const [vault = 0] = vaultPids(launched.app);
    process.kill(vault, 'SIGSTOP');
  });
  const [vault = 0] = vaultPids(launched.app);
  await wrapping(launched);
  return { copy, vault };
}

export const killRows: readonly FaultRow[] = [
  {
    id: 'F-21',
    step: 'CreateKey',
    fault: 'killed after it was sent, before its answer',
    expected: 'the next app finds the key by its tag, and goes on with that one',
    how: () => killAt('CreateKey', 'silent', true),
  },
  {
    id: 'F-66',
    step: 'CreateKey',
    fault: 'killed after its answer',
    expected: 'the key is known; nothing of it is repeated',
    how: () => killAt('CreateAlias', 'unheard, silent', true),
  },
  {
    id: 'F-41',
    step: 'Material',
    fault: 'the vault crashes',
    expected: 'told; nothing was wrapped or sent, and the run goes on with the copy',
    how: () =>
      inWindow(async (life) => {
        const launched = await life.launch();
        const { copy, vault } = await stopWhileWrapping(launched);
        process.kill(vault, 'SIGKILL');
        await launched.page.getByText('code: wrap.vaultStopped').waitFor({ state: 'attached' });
        expect(cameCount(life.wire, 'ImportKeyMaterial')).toBe(0);
        expectWholeNotes(life);
        await ceremonyJob(launched).button('Try again from here').click();
        await restore(launched, copy);
        await expectHandOver(launched, life);
      }),
  },
  {
    id: 'F-43',
    step: 'Material',
    fault: 'the app is killed while a vault lives',
    expected: 'the vault is gone as well; without a copy there is new material, for the same key',
    how: () =>
      inWindow(async (life) => {
        const first = await life.launch();
        const held = await holdVault(first.app);
        await begin(first);
        await wrapping(first);
        const vault = await held.pid();
        first.app.process().kill('SIGKILL');
        await hasEnded(vault);
        await kill(first);
        const second = await life.launch();
        await resume(second);
        const { page } = second;
        await page.getByRole('radio', { name: 'Generate on this computer' }).check({ timeout: 60_000 });
        await ceremonyJob(second).withoutCopy();
        await page.getByRole('button', { name: 'Go on with this key material' }).click();
        await expectHandOver(second, life);
      }),
  },
  {
    id: 'F-50',
    step: 'Wrap',
    fault: 'killed before the wrapped material was noted',
    expected: 'the next app says that the material is gone, and takes it from its copy',
    how: () =>
      inWindow(async (life) => {
        const first = await life.launch();
        const { copy } = await stopWhileWrapping(first);
        await kill(first);
        expectWholeNotes(life);
        const second = await life.launch();
        await resume(second);
        await second.page.getByText('code: copy.released').waitFor({ state: 'attached', timeout: 60_000 });
        await restore(second, copy);
        await expectHandOver(second, life);
        expect(cameCount(life.wire, 'CreateKey')).toBe(1);
      }),
  },
  {
    id: 'F-58',
    step: 'Import',
    fault: 'killed after it was sent, before its answer',
    expected:
      'the next app restores the material from its copy, and settles the import with the same material',
    how: () =>
      killAt('ImportKeyMaterial', 'silent', true, ({ wire }) => {
        expect(cameCount(wire, 'ImportKeyMaterial')).toBe(2);
        expect(wire.came.slice(wire.came.indexOf('ImportKeyMaterial'))).toContain('DescribeKey');
      }),
  },
  {
    id: 'F-67',
    step: 'Import',
    fault: 'killed after its answer',
    expected: 'the next app makes the last checks, and imports nothing a second time',
    how: () =>
      killAt('DescribeKey', 'silent', false, ({ wire }) => {
        expect(cameCount(wire, 'ImportKeyMaterial')).toBe(1);
      }),
  },
  {
    id: 'F-68',
    step: 'Verify',
    fault: 'killed before the summary was shown',
    expected: 'the next app shows it',
    how: () =>
      killAt('GetKeyPolicy', 'silent', false, ({ wire }) => {
        expect(cameCount(wire, 'ImportKeyMaterial')).toBe(1);
      }),
  },
];
