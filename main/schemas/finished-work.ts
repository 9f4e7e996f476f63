import { z } from 'zod';
import { wrapStages } from '../shared/progress';
import type { Inferred } from './inferred';
import { notedRun } from './run';
import { savedView } from './saved';
import { notedLine } from './values';

const base = {
  id: z.uuid(),
  finishedAt: z.date(),
  /** Whether its ceremony record was saved at least once. */
  isRecordSaved: z.boolean(),
};

/** The offline job, as it ended: what it saved, and what the page is not told. */
const offlineRecord = z.strictObject({
  saved: savedView,
  begunAt: z.date(),
  pairSha256: notedLine,
  /** When each stage was done. */
  stages: z.map(z.enum(wrapStages), z.date()).readonly(),
  /** Whether the material came from a copy that anybody could have made, and nobody had its check value. */
  notCompared: z.boolean(),
  /** When it was resumed after the app had ended. */
  resumedAt: z.date().exactOptional(),
});

/** Work that is done, as it is written down: what its record, its summary and its card are made of. */
export const finishedWork = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('run'), ...base, run: notedRun }),
  z.strictObject({ kind: z.literal('offline'), ...base, offline: offlineRecord }),
]);
export type OfflineRecord = Inferred<typeof offlineRecord>;
export type FinishedWork = z.output<typeof finishedWork>;
