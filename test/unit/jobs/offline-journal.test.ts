import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles, type StateFiles } from '../../../main/platform/notes/state-files';
import { noCopyConfirmation, type CopyPlan } from '../../../main/shared/views/custody';
import { localError } from '../../../main/shared/errors';
import { err } from '../../../main/shared/result';
import { bundleContents } from '../../fixtures/archives/bundle-contents';
import { intakeForms } from '../../fixtures/intake-forms';
import { codeOf, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { withoutMac } from '../../helpers/forged-note';
import { offlineApp, wrappingAlgorithm } from '../../helpers/offline-app';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-offline-'));
const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] };
const [todaysZip] = intakeForms;

interface Computer {
  readonly notes: string;
  readonly copy: string;
  readonly saved: string;
  readonly contents: ReturnType<typeof bundleContents>;
}

const newComputer = (): Computer => ({
  notes: newFolder(),
  copy: newFolder(),
  saved: newFolder(),
  contents: bundleContents(),
});

/** The app as it starts on this computer: nothing in memory. */
const startApp = ({ notes, ...folders }: Computer, change: Partial<StateFiles> = {}) =>
  offlineApp({ ...folders, offlineFiles: { ...createStateFiles(notes), ...change } });
type App = ReturnType<typeof startApp>;

async function dropZip(app: App, { contents }: Computer): Promise<string> {
  return shownOf(await app.readParameters({ files: todaysZip.write(newFolder(), contents) })).handle;
}

/** A custodian made a copy, and then the computer lost its power. */
async function leftWithCopy() {
  const computer = newComputer();
  const app = startApp(computer);
  const made = valueOf(await app.makeCopy(await dropZip(app, computer), shares));
  if (!made.picked) throw new Error('No place was picked.');
  return { computer, app, checkValue: made.value.copy.checkValue };
}

const onlyOf = <T>([one, ...others]: readonly T[]): T => {
  if (one === undefined || others.length > 0) throw new Error(`${others.length + 1} instead of one`);
  return one;
};

describe('the offline job that was interrupted after its copy', () => {
  it('is listed with its key, its time and its copy, and holds nothing secret', async () => {
    const { computer } = await leftWithCopy();
    const work = onlyOf(await startApp(computer).list());
    expect(work).toMatchObject({
      state: 'copied',
      keyId: computer.contents.keyId,
      wrappingAlgorithm,
      custody: { kept: 'shares', restored: false, shares: { threshold: 2, custodians: ['Ada', 'Grace'] } },
    });
    expect(Date.parse(work.parametersValidTo ?? '')).toBeGreaterThan(Date.now());
    const written = readdirSync(computer.notes).map((name) =>
      readFileSync(join(computer.notes, name), 'utf8'),
    );
    expect(written.join('')).toContain('keyferry-offline-work');
    expect(written.join('')).not.toContain(computer.copy);
  });

  it('goes on with its parameters and the copy, without the zip, and then leaves nothing', async () => {
    const { computer, checkValue } = await leftWithCopy();
    const app = startApp(computer);
    const { run } = onlyOf(await app.list());
    const { parameters, hasCopy } = valueOf(await app.resumeOffline({ run }));
    expect(hasCopy).toBe(true);
    expect(parameters).toMatchObject({
      keyId: computer.contents.keyId,
      form: 'zip',
      tokenLooksFamiliar: true,
    });
    // What the window is at work on is not unfinished.
    expect(await app.list()).toEqual([]);
    // Nobody has to type the check value: the note knows it.
    const found = shownOf(await app.findCopy({ files: [computer.copy] }));
    const purpose = { parameters: parameters.handle, wrappingAlgorithm, lengthBytes: 32 } as const;
    const held = valueOf(await app.openCopy({ copy: found.handle, purpose }));
    const saved = valueOf(await app.wrapHeld(parameters.handle, held.handle));
    expect(saved.picked && saved.value.checkValue).toBe(checkValue);
    const token = readFileSync(join(computer.saved, 'ImportToken.bin'));
    expect(token.equals(computer.contents.token)).toBe(true);
    expect(readdirSync(computer.notes)).toEqual([]);
  });

  it('still says the transfer code when nobody was shown the last page', async () => {
    const { computer } = await leftWithCopy();
    const full = err(localError('save', 'save.failed'));
    const app = startApp(computer, { remove: () => Promise.resolve(full) });
    const { run } = onlyOf(await app.list());
    const { parameters } = valueOf(await app.resumeOffline({ run }));
    const held = await app.restore(parameters.handle, [computer.copy]);
    const saved = valueOf(await app.wrapHeld(parameters.handle, held));
    const left = onlyOf(await startApp(computer).list());
    expect(left.state).toBe('saved');
    expect(saved.picked && saved.value.transferCode).toBe(left.transferCode);
  });

  it('says that its parameters have expired, and keeps the copy', async () => {
    const { computer } = await leftWithCopy();
    const app = startApp(computer);
    app.clock.moveOn(25 * 3_600_000);
    const { run, custody } = onlyOf(await app.list());
    expect(codeOf(await app.resumeOffline({ run }))).toBe('parameters.expired');
    expect(custody).toMatchObject({ kept: 'shares' });
  });

  it('is discarded, and its copy stays', async () => {
    const { computer } = await leftWithCopy();
    const app = startApp(computer);
    const { run } = onlyOf(await app.list());
    const before = readdirSync(computer.copy);
    expect(valueOf(await app.discardRun({ run }))).toEqual({ isForgotten: true });
    expect(readdirSync(computer.notes)).toEqual([]);
    expect(readdirSync(computer.copy)).toEqual(before);
    expect(codeOf(await app.resumeOffline({ run }))).toBe('journal.gone');
  });

  it('is said to be still there when its note cannot be removed', async () => {
    const { computer } = await leftWithCopy();
    const { remove } = createStateFiles('/dev/null/nowhere');
    const app = startApp(computer, { remove });
    const { run } = onlyOf(await app.list());
    expect(valueOf(await app.discardRun({ run }))).toEqual({ isForgotten: false });
    expect(await app.list()).toHaveLength(1);
  });

  it('stays listed when the job is left before its end', async () => {
    const { app } = await leftWithCopy();
    expect(await app.list()).toEqual([]);
    await app.leaveJob();
    expect(await app.list()).toHaveLength(1);
  });
});

describe('a note of the offline job', () => {
  it('is there before the copy is made, and goes when none was', async () => {
    const computer = newComputer();
    const app = startApp(computer);
    const parameters = await dropZip(app, computer);
    app.pick(undefined);
    expect(valueOf(await app.makeCopy(parameters, shares))).toEqual({ picked: false });
    expect(readdirSync(computer.notes)).toEqual([]);
    const { write } = createStateFiles(computer.notes);
    const states: string[] = [];
    const watched = startApp(computer, {
      write: (name, text) => {
        states.push(/"state":"(\w+)"/.exec(text)?.[1] ?? '');
        return write(name, text);
      },
    });
    watched.pick('/dev/null/nowhere');
    expect(codeOf(await watched.makeCopy(await dropZip(watched, computer), shares))).toMatch(/^save\./);
    expect(states).toEqual(['copying']);
    expect(readdirSync(computer.notes)).toEqual([]);
  });

  it('goes back to the copy that there is when the wrapped files cannot be saved', async () => {
    const { computer, app } = await leftWithCopy();
    await app.leaveJob();
    const { run } = onlyOf(await app.list());
    const { parameters } = valueOf(await app.resumeOffline({ run }));
    const made = valueOf(await app.makeCopy(parameters.handle, { ...shares, custodians: ['Mei', 'Noor'] }));
    if (!made.picked) throw new Error('No place was picked.');
    const failed = await app.wrapHeld(parameters.handle, 'not a handle');
    expect(codeOf(failed)).toBe('copy.gone');
    writeFileSync(join(computer.saved, 'ImportToken.bin'), 'in the way');
    expect(codeOf(await app.wrapHeld(parameters.handle, made.value.handle))).toBe('save.exists');
    const work = onlyOf(await startApp(computer).list());
    expect(work).toMatchObject({
      run,
      state: 'copied',
      custody: { shares: { custodians: ['Mei', 'Noor'] } },
    });
  });

  it('is not made of material without a copy', async () => {
    const computer = newComputer();
    const app = startApp(computer);
    app.pick(computer.saved);
    const saved = await app.wrapAndSave({
      parameters: await dropZip(app, computer),
      wrappingAlgorithm,
      material: { from: 'generate', lengthBytes: 32, confirmation: noCopyConfirmation },
      exportPlaintext: false,
    });
    expect(valueOf(saved).picked).toBe(true);
    expect(readdirSync(computer.notes)).toEqual([]);
  });

  it('that cannot be written stops nothing, and the log says so', async () => {
    const computer = newComputer();
    const { write } = createStateFiles('/dev/null/nowhere');
    const app = startApp(computer, { write });
    expect(valueOf(await app.makeCopy(await dropZip(app, computer), shares)).picked).toBe(true);
    expect(app.logged).toContainEqual(expect.objectContaining({ event: 'note.notWritten' }));
  });

  it.each([
    ['is damaged in both generations', () => 'damaged'],
    ['is cut short', (text: string) => text.slice(0, -10)],
  ])('that %s stays where it is, is said, and harms nothing', async (_what, damage) => {
    const { computer } = await leftWithCopy();
    for (const name of readdirSync(computer.notes)) {
      const path = join(computer.notes, name);
      writeFileSync(path, damage(readFileSync(path, 'utf8')));
    }
    const app = startApp(computer);
    const found = valueOf(await app.listUnfinished());
    expect(found).toMatchObject({ runs: [], unusable: [{ of: 'offline', reason: 'damaged' }] });
    expect(readdirSync(computer.notes).some((name) => name.endsWith('.set-aside'))).toBe(false);
  });

  it.each([
    ['of a newer version', (text: string) => text.replace('"version":3', '"version":4'), 'newer-version'],
    [
      'with a wrapping key that the gate refuses',
      (text: string) => withOtherExponent(withoutMac(text)),
      'damaged',
    ],
  ] as const)('%s, although it is whole, is not gone on with, and stays unchanged', async (...row) => {
    const [, change, reason] = row;
    const { computer } = await leftWithCopy();
    const files = createStateFiles(computer.notes);
    const name = onlyOf(valueOf(await files.names()));
    const read = await files.read(name);
    const text = change(read.state === 'whole' ? read.text : '');
    valueOf(await files.write(name, text));
    expect(valueOf(await startApp(computer).listUnfinished())).toMatchObject({
      runs: [],
      unusable: [{ note: name, reason }],
    });
    const kept = readFileSync(join(computer.notes, `${name}.state`), 'utf8');
    expect(kept.endsWith(text)).toBe(true);
  });
});

/** The same note with a wrapping key of exponent 1, under which everything would be in clear. */
function withOtherExponent(text: string): string {
  return text.replace(/("spkiDer":\{"\$bytes":")([^"]+)/, (_all, before: string, base64: string) => {
    const key = Buffer.from(base64, 'base64');
    Buffer.from('0203000001', 'hex').copy(key, key.length - 5);
    return before + key.toString('base64');
  });
}
