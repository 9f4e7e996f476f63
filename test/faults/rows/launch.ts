import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createRunJournal } from '../../../main/run/journal';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { valueOf } from '../../helpers/ceremony-bench';
import { createMovingClock } from '../../helpers/moving-clock';
import { clockTitle } from '../../../renderer/words/sign-in/sign-in';
import type { FaultRow } from '../fault-row';
import { beginLife, expectFinished, expectListed, sentCount } from '../life';
import { newFolder } from '../material-in-shares';
import { hourMs } from './parameters';
import { testNoteKey } from '../../helpers/note-keys';

const step = 'Launch';

export const launchRows: readonly FaultRow[] = [
  {
    id: 'F-06',
    step,
    fault: 'the notes come from a newer version of the app',
    expected: 'said; they are set aside unchanged, and nothing is done with them',
    how: async () => {
      const folder = newFolder();
      const files = createStateFiles(folder);
      const name = '00000000-0000-4000-8000-000000000000';
      const note = JSON.stringify({
        format: 'keyferry-journal',
        version: 4,
        run: { secret: 'of the future' },
      });
      valueOf(await files.write(name, note));
      const before = readFileSync(join(folder, `${name}.state`));
      const { bench } = await beginLife({}, {}, folder);
      expect(valueOf(await bench.listUnfinished())).toEqual({
        runs: [],
        unusable: [{ note: name, of: 'run', reason: 'newer-version' }],
      });
      expect(readdirSync(folder)).toEqual([`${name}.state`]);
      expect(readFileSync(join(folder, `${name}.state`)).equals(before)).toBe(true);
    },
  },
  {
    id: 'F-07',
    step,
    fault: 'the folder for notes cannot be written to',
    expected: 'said before any call that changes AWS',
    how: async () => {
      const file = join(newFolder(), 'a file in the way');
      writeFileSync(file, '');
      const journal = createRunJournal(createStateFiles(join(file, 'unfinished')), testNoteKey);
      const life = await beginLife({}, { journal });
      const run = await life.bench.create();
      expect(run.failure).toMatchObject({ error: { code: 'journal.notWritten', changedInAws: false } });
      expect(sentCount(life.bench, 'CreateKey')).toBe(0);
      expect(await life.bench.countKeys()).toBe(0);
    },
  },
  {
    id: 'F-10',
    step,
    fault: 'this computer’s clock is wrong by a day',
    expected: 'AWS’s time is learnt when signing in; the person is warned; every call is signed with it',
    how: async () => {
      for (const days of [-1, 1]) {
        const clock = createMovingClock(new Date(Date.now() + days * 24 * hourMs));
        const life = await beginLife({ checkSignatureTime: true }, { clock, ownClock: createMovingClock() });
        const offsetHours = life.bench.session.clockOffsetMs / hourMs;
        expect(Math.round(offsetHours)).toBe(days * 24);
        const { clockOffsetMs = 0 } = life.bench.session.view;
        expect(clockTitle(clockOffsetMs)).toBe(
          `The clock of this computer is 24 hours ${days > 0 ? 'slow' : 'fast'}`,
        );
        life.bench.way.fail('CreateAlias', { name: 'AccessDeniedException' });
        const run = await life.bench.create();
        await expectListed(life);
        await expectFinished(life, await life.bench.goOn(run));
      }
    },
  },
];
