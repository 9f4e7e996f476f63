import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../../main/parameters/parse-bundle';
import { readZip } from '../../../main/parameters/archive/read-zip';
import type { AppErrorCode } from '../../../main/shared/errors';
import { goodArchives, sharedContents } from '../../fixtures/archives/good-archives';
import { hostileArchives } from '../../fixtures/archives/hostile-archives';
import { isInstalled, otherWriters, readWithYauzl, writeWith } from '../../fixtures/archives/other-programs';
import { buildZip } from '../../fixtures/archives/zip-builder';

/** What the intake answers: reading the archive, then looking for a set of import parameters in it. */
async function intake(bytes: Uint8Array): Promise<AppErrorCode | 'accepted'> {
  const entries = await readZip(bytes);
  if (!entries.ok) return entries.error.code;
  const bundle = parseBundle(entries.value);
  return bundle.ok ? 'accepted' : bundle.error.code;
}

describe('readZip hands over what an archive holds', () => {
  it.each(goodArchives)('$id: $title', async ({ bytes, expected }) => {
    expect(await readZip(bytes())).toEqual({ ok: true, value: expected() });
    expect(await intake(bytes())).toBe('accepted');
    const others = await readWithYauzl(bytes());
    for (const { path, bytes: content } of expected())
      expect(others).toContainEqual({ path, bytes: content });
  });

  for (const writer of otherWriters) {
    const missing = !isInstalled(writer.program);
    const title = `made by ${writer.title}${missing ? ` (skipped: no ${writer.program} here)` : ''}`;
    it.skipIf(missing)(title, async () => {
      const { key, token, readme } = sharedContents();
      const entries = await readZip(writeWith(writer, sharedContents()));
      if (!entries.ok) expect.fail(entries.error.code);
      // Each program has an order of its own.
      expect(new Set(entries.value.map(({ name, bytes }) => ({ name, bytes })))).toEqual(
        new Set([
          { name: 'ImportToken.bin', bytes: token },
          { name: 'README.txt', bytes: readme },
          { name: 'WrappingPublicKey.bin', bytes: key },
        ]),
      );
    });
  }
});

describe('readZip refuses', () => {
  it.each(hostileArchives)(
    'what two readers could take in two ways, by its own rule: $id: $title',
    async ({ bytes, code, refusedBy }) => {
      const made = bytes();
      const before = Buffer.from(made);
      const peakBefore = process.resourceUsage().maxRSS;
      const entries = await readZip(made);
      const kilobytes = process.resourceUsage().maxRSS - peakBefore;
      expect(entries.ok ? 'bundle' : 'zip').toBe(refusedBy);
      expect(await intake(made)).toBe(code);
      expect(kilobytes).toBeLessThan(64 * 1024);
      expect(before.equals(made)).toBe(true);
    },
  );

  it('at least the 77 kinds of the threat model, each under its own name', () => {
    const ids = hostileArchives.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(77);
  });

  it.each([
    ['our rules', { name: `Wrapping\u202E\u0007${'k'.repeat(200)}.bin` }, `Wrapping${'k'.repeat(72)}`],
    ['the library, by its directory', { name: '../\u202Ekey.bin' }, '../key.bin'],
    ['the library, by its own header', { name: 'key.bin', local: { crc: 1 } }, 'key.bin'],
  ])('with the name of the entry at fault, printable and short: %s', async (_who, spec, entry) => {
    const entries = await readZip(buildZip({ entries: [spec] }));
    expect(entries.ok ? entries.value : entries.error).toMatchObject({
      stage: 'parameters',
      retry: 'change-input',
      changedInAws: false,
      facts: { entry },
    });
  });
});
