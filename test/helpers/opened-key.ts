import { noSettings } from '../../main/shared/organisation-forbids';
import { createLookAfter } from '../../main/jobs/look-after/look-after';
import { createMatchCopy } from '../../main/jobs/look-after/match-copy';
import { createSaveReminders } from '../../main/jobs/look-after/save-reminders';
import type { OpenKey } from '../../main/run/open-key';
import type { VaultClient } from '../../main/vault/vault-client';
import type { KeyView } from '../../main/shared/views/keys';
import type { createBench } from './ceremony-bench';
import { noDialogs } from './no-dialogs';
import { valueOf } from './results';
import { createVaultInProcess } from './vault-in-process';

type Bench = Awaited<ReturnType<typeof createBench>>;

/** Keys of a ceremony's account as somebody looks after them later, with what belongs to an opened key. */
export function lookAfterIn(
  { clock, session, logged }: Bench,
  {
    folder = '',
    vault = createVaultInProcess(),
  }: { readonly folder?: string; readonly vault?: Pick<VaultClient, 'tellCopy'> } = {},
) {
  const keysAtHand = new Map<string, OpenKey>();
  const job = createLookAfter({
    organisation: noSettings,
    clock,
    log: (entry) => logged.push(entry),
    journal: {
      find: () => Promise.resolve({ runs: [], unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    offlineJournal: {
      find: () => Promise.resolve({ found: [], unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    finished: {
      find: () => Promise.resolve({ found: [], unusable: [], unconfirmed: new Map(), older: new Set() }),
    },
    findSession: () => session,
    keysAtHand,
    sampleKeys: () => Promise.resolve([]),
    emit: () => undefined,
  });
  const { matchCopy } = createMatchCopy({
    keysAtHand,
    vault,
    dialogs: noDialogs,
  }).verbs;
  const { saveReminders } = createSaveReminders({
    keysAtHand,
    findList: job.findList,
    dialogs: { pickSaveFolder: () => Promise.resolve(folder) },
    savedFiles: { keep: () => ({ saved: 'saved', folderName: 'folder' }) },
    now: clock.now,
    appVersion: '0.1.0',
  }).verbs;
  return {
    ...job.verbs,
    keysAtHand,
    matchCopy,
    saveReminders,
    open: async (arn = ''): Promise<KeyView> =>
      valueOf(await job.verbs.openKey({ session: session.view.session, arn })),
  };
}
