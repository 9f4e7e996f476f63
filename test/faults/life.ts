import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { createRunJournal } from '../../main/jobs/run-journal';
import { createStateFiles } from '../../main/platform/state-files';
import type { PracticeOptions } from '../../main/practice/options';
import type { NextAction } from '../../main/shared/aws-views';
import type { RunView } from '../../main/shared/contract';
import type { CopyPlan } from '../../main/shared/custody-views';
import type { AppErrorCode } from '../../main/shared/errors';
import type { UnfinishedView } from '../../main/shared/unfinished-views';
import { allDone, createBench, rowsOf, valueOf, type House } from '../helpers/ceremony-bench';

export type Bench = Awaited<ReturnType<typeof createBench>>;
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'keyferry-fault-'));
export const shares: CopyPlan = { by: 'shares', threshold: 2, custodians: ['Ada', 'Grace'] };

/** An app with its notes in a folder of its own, and the apps that come after it on the same computer. */
export interface Life {
  readonly bench: Bench;
  readonly folder: string;
  /** A new app: same AWS, same disk, nothing in memory. */
  readonly next: (house?: House) => Promise<Life>;
}

export async function beginLife(
  options: Partial<PracticeOptions> = {},
  house: House = {},
  folder = newFolder(),
): Promise<Life> {
  const journal = createRunJournal(createStateFiles(folder));
  const bench = await createBench(options, { mode: 'aws', journal, ...house });
  const { clock, practice } = bench;
  return {
    bench,
    folder,
    next: (more = {}) => beginLife(options, { ...house, clock, practice, ...more }, folder),
  };
}

export const purposeOf = ({ session }: Bench) =>
  ({
    session: session.view.session,
    alias: 'bluescape-data',
    wrappingKeySpec: 'RSA_2048',
    wrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    lengthBytes: 32,
  }) as const;

/** Generates material of which there are shares. @returns the choice to begin a ceremony with, and where they are. */
export async function makeShares(bench: Bench, folder = newFolder()) {
  bench.copyTo(folder);
  const source = { from: 'generate', lengthBytes: 32 } as const;
  const made = valueOf(await bench.makeCopy({ source, purpose: purposeOf(bench), copy: shares }));
  if (!made.picked) throw new Error('No place was picked.');
  return { material: { from: 'held', handle: made.value.handle } as const, held: made.value, folder };
}

export async function restoreShares(bench: Bench, folder: string) {
  const { handle } = valueOf(await bench.dropCopy({ paths: [folder] }));
  const held = valueOf(await bench.openCopy({ copy: handle, purpose: purposeOf(bench) }));
  return { from: 'held', handle: held.handle } as const;
}

export const sentCount = ({ way }: Bench, operation: string): number =>
  way.sent.filter((sent) => sent === operation).length;

/** Exactly one key, enabled; nothing unfinished; no file that is half of something. */
export async function expectFinished(life: Life, run: RunView): Promise<void> {
  expect(run.failure).toBeUndefined();
  expect(rowsOf(run)).toBe(allDone);
  expect(run.handOver?.keyState).toBe('Enabled');
  await expectOneEnabledKey(life.bench);
  const next = await life.next();
  expect(valueOf(await next.bench.listUnfinished())).toEqual({ runs: [], damaged: 0, newerVersion: 0 });
  expect(readdirSync(life.folder)).toEqual([]);
}

export async function expectOneEnabledKey({ outside }: Bench): Promise<void> {
  const { Keys = [] } = await outside.send(new ListKeysCommand({}));
  expect(Keys).toHaveLength(1);
  const { KeyMetadata } = await outside.send(new DescribeKeyCommand({ KeyId: Keys[0]?.KeyId }));
  expect(KeyMetadata?.KeyState).toBe('Enabled');
}

export interface Stop {
  readonly code: AppErrorCode;
  readonly next: NextAction;
  /** How many keys there are then; 1 unless told. */
  readonly keys?: number;
}

/** The run stopped with this error, says this way on, and an app that came now would list it, from whole files. */
export async function expectStopped(life: Life, run: RunView, stop: Stop): Promise<UnfinishedView> {
  expect({ code: run.failure?.error.code, next: run.failure?.next }).toEqual({
    code: stop.code,
    next: stop.next,
  });
  expect(await life.bench.countKeys()).toBe(stop.keys ?? 1);
  return await expectListed(life);
}

/** An app that came now would list the one run; each file is whole, and none is a temporary one. */
export async function expectListed({ folder, next }: Life): Promise<UnfinishedView> {
  const files = readdirSync(folder);
  expect(files.filter((name) => !/\.state(\.previous)?$/.test(name))).toEqual([]);
  const { bench } = await next();
  const { runs, damaged, newerVersion } = valueOf(await bench.listUnfinished());
  expect({ runs: runs.length, damaged, newerVersion }).toEqual({ runs: 1, damaged: 0, newerVersion: 0 });
  const [run] = runs;
  if (run === undefined) throw new Error('Nothing is listed.');
  return run;
}

/** AWS refused before anything was made: no key, and nothing to go on with. */
export async function expectNothingMade(life: Life, run: RunView, stop: Omit<Stop, 'keys'>): Promise<void> {
  expect({ code: run.failure?.error.code, next: run.failure?.next }).toEqual(stop);
  expect(await life.bench.countKeys()).toBe(0);
  expect(readdirSync(life.folder)).toEqual([]);
}
