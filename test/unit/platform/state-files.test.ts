import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { until } from '../../helpers/until';

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
const skipMount = !mayMount && process.env['CI'] === undefined;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyferry-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const whole = (text: string, generation: 'current' | 'previous' = 'current') => ({
  state: 'whole',
  text,
  generation,
});
const names = (...value: readonly string[]) => ({ ok: true, value });
const pathOf = (name: string): string => join(folder, `${name}.state`);

describe('a state file', () => {
  it('is read as it was written, by its owner alone, whatever is in it', async () => {
    const inside = join(folder, 'made when needed');
    const files = createStateFiles(inside);
    const text = 'first line\nsha256 0\n\u0000 ünïcode \u{1F511}\n';
    expect(await files.write('one', text)).toEqual({ ok: true, value: null });
    expect(await files.read('one')).toEqual(whole(text));
    expect(await files.names()).toEqual(names('one'));
    expect(statSync(inside).mode & 0o777).toBe(0o700);
    expect(statSync(join(inside, 'one.state')).mode & 0o777).toBe(0o600);
  });

  it('keeps the writing before the last, and falls back to it for any damage to the last', async () => {
    const files = createStateFiles(folder);
    for (const text of ['first', 'second', 'third']) await files.write('one', text);
    const good = readFileSync(pathOf('one'), 'utf8');
    const damages = [
      '',
      good.slice(0, -1),
      `${good} `,
      good.replace('third', 'thirt'),
      good.replace('sha256', 'sha512'),
      'third',
    ];
    for (const damaged of damages) {
      writeFileSync(pathOf('one'), damaged);
      expect(await files.read('one')).toEqual(whole('second', 'previous'));
    }
    rmSync(pathOf('one'));
    expect(await files.read('one')).toEqual(whole('second', 'previous'));
    expect(await files.names()).toEqual(names('one'));
  });

  it('that is damaged takes no place of the generation before it when it is written again', async () => {
    const files = createStateFiles(folder);
    for (const text of ['first', 'second']) await files.write('one', text);
    writeFileSync(pathOf('one'), 'damaged');
    await files.write('one', 'third');
    writeFileSync(pathOf('one'), 'damaged again');
    expect(await files.read('one')).toEqual(whole('first', 'previous'));
  });

  it('is damaged when neither generation is whole, or there is none', async () => {
    const files = createStateFiles(folder);
    for (const text of ['first', 'second']) await files.write('one', text);
    for (const ending of ['', '.previous']) writeFileSync(`${pathOf('one')}${ending}`, 'damaged');
    expect(await files.read('one')).toEqual({ state: 'damaged' });
    expect(await files.read('none')).toEqual({ state: 'damaged' });
  });

  it('that an earlier version set aside is read again, and goes with the rest when it is removed', async () => {
    const files = createStateFiles(folder);
    for (const text of ['first', 'second']) await files.write('one', text);
    for (const ending of ['', '.previous']) {
      renameSync(`${pathOf('one')}${ending}`, `${pathOf('one')}${ending}.set-aside`);
    }
    expect(await files.names()).toEqual(names('one'));
    expect(await files.read('one')).toEqual(whole('second'));
    writeFileSync(`${pathOf('one')}.set-aside`, 'damaged');
    expect(await files.read('one')).toEqual(whole('first', 'previous'));
    await files.write('one', 'third');
    expect(await files.read('one')).toEqual(whole('third'));
    await files.remove('one');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing when it is removed, and others alone', async () => {
    const files = createStateFiles(folder);
    for (const name of ['one', 'two']) for (const text of ['a', 'b']) await files.write(name, text);
    await files.remove('one');
    expect(readdirSync(folder).sort()).toEqual(['two.state', 'two.state.previous']);
  });

  it('that cannot be removed stays, and harms nobody', async () => {
    writeFileSync(join(folder, 'in the way'), '');
    await createStateFiles(join(folder, 'in the way', 'inside')).remove('one');
    mkdirSync(pathOf('one'));
    writeFileSync(join(pathOf('one'), 'x'), '');
    await createStateFiles(folder).remove('one');
    expect(existsSync(pathOf('one'))).toBe(true);
  });

  it('lies in a folder whose other files stay; of temporary ones only our own go, when it is listed', async () => {
    const ours = '.keyferry-0b1c2d3e-0000-4000-8000-000000000000.tmp';
    for (const name of [ours, 'other.tmp', '.keyferry-notes', 'x.states']) {
      writeFileSync(join(folder, name), 'x');
    }
    expect(await createStateFiles(folder).names()).toEqual(names());
    expect(readdirSync(folder).sort()).toEqual(['.keyferry-notes', 'other.tmp', 'x.states']);
  });

  it('that cannot be written says so, and leaves nothing', async () => {
    writeFileSync(join(folder, 'in the way'), '');
    const files = createStateFiles(join(folder, 'in the way'));
    expect(await files.write('one', 'text')).toMatchObject({ error: { stage: 'save' } });
    expect(await files.names()).toEqual(names());
    expect(readdirSync(folder)).toEqual(['in the way']);
  });
});

describe.skipIf(skipMount)('a disk that fills up (skipped unless root, who may mount a small one)', () => {
  it('at any size keeps what was written last before, whole, and no part of the rest', async () => {
    const text = (round: number): string => `${round} `.repeat(3000);
    let refused = 0;
    for (let kilobytes = 4; kilobytes <= 64; kilobytes += 4) {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
      try {
        const files = createStateFiles(folder);
        let last: string | undefined;
        for (let round = 1; round <= 6; round++) {
          const written = await files.write('one', text(round));
          if (written.ok) last = text(round);
          else {
            expect(written.error.code).toBe('save.diskFull');
            refused += 1;
          }
          const read = await files.read('one');
          expect(read.state === 'whole' ? read.text : undefined).toBe(last);
        }
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      } finally {
        execFileSync('umount', [folder]);
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});

describe('a process that is killed while it writes', () => {
  const kills = 25;

  it(
    `leaves a whole text each time of ${kills}, never older than the last that it called written`,
    { timeout: 120_000 },
    async () => {
      const program = await writer();
      for (let round = 0; round < kills; round++) {
        const child = spawn(process.execPath, [program, folder], {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        });
        const gone = once(child, 'exit');
        let said = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
        // Each round ends at another point of another writing.
        await until('a few writings', () => (said.split('\n').length > 3 + round ? true : undefined));
        child.kill('SIGKILL');
        await gone;
        const last = Number(said.trimEnd().split('\n').at(-1));
        const files = createStateFiles(folder);
        expect(await files.names()).toEqual(names('one'));
        const read = await files.read('one');
        expect(read.state).toBe('whole');
        const number = read.state === 'whole' ? Number(read.text.split(' ', 1)[0]) : -1;
        expect(number).toBeGreaterThanOrEqual(last);
        expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        await files.remove('one');
      }
    },
  );

  /** A program of its own that writes without end, and says the number of each writing that has succeeded. */
  async function writer(): Promise<string> {
    const entry = join(folder, 'writer.ts');
    const source = resolve(import.meta.dirname, '../../../main/platform/notes/state-files.ts');
    writeFileSync(
      entry,
      `import { writeSync } from 'node:fs';
       import { createStateFiles } from ${JSON.stringify(source)};
       const files = createStateFiles(process.argv[2] ?? '');
       for (let n = 1; ; n++) {
         const written = await files.write('one', \`\${n} \`.repeat(5000));
         if (written.ok) writeSync(1, \`\${n}\\n\`);
       }`,
    );
    const outDir = mkdtempSync(join(tmpdir(), 'keyferry-writer-'));
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
      },
    });
    rmSync(entry);
    return join(outDir, 'writer.mjs');
  }
});
