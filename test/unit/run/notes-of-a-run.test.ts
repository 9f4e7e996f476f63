import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { createRunJournal } from '../../../main/run/journal';
import type { Run } from '../../../main/run/run';
import { createBench } from '../../helpers/ceremony-bench';
import { testNoteKey } from '../../helpers/note-keys';

/** What a note says last: the row that is running, or else the last that is over. */
function saysLast({ rows }: Run): string {
  const begun = [...rows.values()].filter(({ state }) => state !== 'waiting');
  const { step, state } = begun.at(-1) ?? {};
  return `${step ?? ''} ${state ?? ''}`;
}

/** A ceremony against AWS, and what was written down of it, after how many calls. */
async function notedCeremony() {
  const folder = mkdtempSync(join(tmpdir(), 'keyferry-notes-'));
  const journal = createRunJournal(createStateFiles(folder), testNoteKey);
  const notes: { readonly says: string; readonly afterCalls: number }[] = [];
  const bench = await createBench(
    {},
    {
      mode: 'aws',
      journal: {
        ...journal,
        keep: (run) => {
          notes.push({ says: saysLast(run), afterCalls: bench.way.sent.length });
          return journal.keep(run);
        },
      },
    },
  );
  await bench.create();
  return { notes, sent: bench.way.sent };
}

describe('what is written down of a run', () => {
  it('is each change before it is sent and after it is answered, and no state twice', async () => {
    const { notes } = await notedCeremony();
    expect(notes.map(({ says }) => says)).toEqual([
      'create-key running',
      // What made the key is in the same note as what comes next.
      'create-alias running',
      'create-alias done',
      'get-parameters done',
      'import running',
      'import done',
      'describe done',
      'round-trip done',
      'policy done',
    ]);
  });

  it('stands on the disk before the call goes out', async () => {
    const { notes, sent } = await notedCeremony();
    const before = (step: string): number | undefined =>
      notes.find(({ says }) => says === `${step} running`)?.afterCalls;
    expect(sent[before('create-key') ?? -1]).toBe('CreateKey');
    expect(sent[before('create-alias') ?? -1]).toBe('CreateAlias');
    expect(sent[before('import') ?? -1]).toBe('ImportKeyMaterial');
  });
});
