import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBack, saveFiles } from '../../../main/platform/files/save-files';

const folder = mkdtempSync(join(tmpdir(), 'keyferry-back-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** proc_pid_io(5): what this process had fetched from a device. */
const fetchedBytes = (): number =>
  Number(/^read_bytes: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);

/** statfs(2): TMPFS_MAGIC. There is no device behind it. */
const isInMemory = statfsSync(folder).type === 0x01021994;

describe('what was saved', () => {
  it.skipIf(process.platform !== 'linux' || isInMemory)(
    'comes from the device when it is read back, although the system still has it in memory (audit 10)',
    async () => {
      const files = [1, 511, 4096, 300_001].map((size) => ({ name: `of ${size}`, bytes: randomBytes(size) }));
      expect(await saveFiles(folder, files)).toMatchObject({ ok: true });
      const before = fetchedBytes();
      expect(await readBack(folder, files)).toMatchObject({ ok: true });
      expect(fetchedBytes() - before).toBeGreaterThanOrEqual(300_001);
    },
  );

  it.each([
    ['another byte', (bytes: Buffer) => bytes.fill(bytes[700] === 0 ? 1 : 0, 700, 701)],
    ['one byte less', (bytes: Buffer) => bytes.subarray(1)],
    ['one byte more', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(1)])],
    ['nothing', () => Buffer.alloc(0)],
  ])('is not the same with %s', async (what, change) => {
    const file = { name: what, bytes: randomBytes(5000) };
    writeFileSync(join(folder, what), change(Buffer.from(file.bytes)));
    expect(await readBack(folder, [file])).toMatchObject({
      ok: false,
      error: { code: 'save.readBackDiffers', facts: { name: what } },
    });
  });

  it('is not the same when it is gone', async () => {
    expect(await readBack(folder, [{ name: 'gone', bytes: randomBytes(9) }])).toMatchObject({ ok: false });
  });
});
