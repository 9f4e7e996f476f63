import { readdirSync } from 'node:fs';
import { DescribeKeyCommand, ListKeysCommand } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import { createRunJournal } from '../../main/run/journal';
import { createStateFiles } from '../../main/platform/notes/state-files';
import type { PracticeOptions } from '../../main/practice/options';
import type { NextAction } from '../../main/shared/views/aws';
import type { RunView } from '../../main/shared/contract';
import type { AppErrorCode } from '../../main/shared/errors';
import type { UnfinishedRunView } from '../../main/shared/views/unfinished';
import { allDone, createBench, rowsOf, valueOf, type House } from '../helpers/ceremony-bench';
import { newFolder, type Bench } from './material-in-shares';
import { testNoteKey } from '../helpers/note-keys';

/** An app with its own folder of notes, and the apps that come after it on the same computer. */
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
  const journal = createRunJournal(createStateFiles(folder), testNoteKey);
  const bench = await createBench(options, { mode: 'aws', journal, ...house });
  const { clock, practice } = bench;
  return {
    bench,
    folder,
    next: (more = {}) => beginLife(options, { ...house, clock, practice, ...more }, folder),
  };
}

export const sentCount = ({ way }: Bench, operation: string): number =>
  way.sent.filter((sent) => sent === operation).length;

/** Exactly one key, enabled; nothing unfinished; no half-written file. */
export async function expectFinished(life: Life, run: RunView): Promise<void> {
  expect(run.failure).toBeUndefined();
  expect(rowsOf(run)).toBe(allDone);
  expect(run.handOver?.keyState).toBe('Enabled');
  await expectOneEnabledKey(life.bench);
  const next = await life.next();
  expect(valueOf(await next.bench.listUnfinished())).toEqual({ runs: [], unusable: [] });
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
  /** How many keys there are then; by default 1. */
  readonly keys?: number;
}

/** The run stopped with this error and this next action, and a new app would list it, from whole files. */
export async function expectStopped(life: Life, run: RunView, stop: Stop): Promise<UnfinishedRunView> {
  expect({ code: run.failure?.error.code, next: run.failure?.next }).toEqual({
    code: stop.code,
    next: stop.next,
  });
  expect(await life.bench.countKeys()).toBe(stop.keys ?? 1);
  return await expectListed(life);
}

/** A new app would list the only run; each file is whole, and none is temporary. */
export async function expectListed({ folder, next }: Life): Promise<UnfinishedRunView> {
  const files = readdirSync(folder);
  expect(files.filter((name) => !/\.state(\.previous)?$/.test(name))).toEqual([]);
  const { bench } = await next();
  const { runs, unusable } = valueOf(await bench.listUnfinished());
  expect({ runs: runs.length, unusable }).toEqual({ runs: 1, unusable: [] });
  const [run] = runs;
  if (run === undefined || !('review' in run)) throw new Error('Nothing is listed.');
  return run;
}

/** AWS refused before anything was made: no key, and nothing to resume. */
export async function expectNothingMade(life: Life, run: RunView, stop: Omit<Stop, 'keys'>): Promise<void> {
  expect({ code: run.failure?.error.code, next: run.failure?.next }).toEqual(stop);
  expect(await life.bench.countKeys()).toBe(0);
  expect(readdirSync(life.folder)).toEqual([]);
}
