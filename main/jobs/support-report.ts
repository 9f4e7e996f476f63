import { randomUUID } from 'node:crypto';
import type { Dialogs } from '../platform/dialogs';
import { saveOneFile } from '../platform/files/save-one-file';
import type { SavedFiles } from '../platform/files/saved-files';
import { supportReport, type SupportFacts } from '../records/support-report';
import type { RequestOf, ResultOf } from '../shared/contract';
import { localError } from '../shared/errors';
import { err, ok } from '../shared/result';

export interface SupportReportPorts {
  readonly supportFacts: () => Promise<SupportFacts>;
  readonly dialogs: Pick<Dialogs, 'pickReportFile'>;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly now: () => Date;
}

/** A text for whoever is to help. It is shown first, and what is saved is what was shown, byte for byte. */
export function createSupportReport(ports: SupportReportPorts) {
  let shown: { readonly report: string; readonly text: string; readonly day: string } | undefined;

  return {
    verbs: {
      composeReport: async (): Promise<ResultOf<'composeReport'>> => {
        const madeAt = ports.now();
        const text = supportReport(await ports.supportFacts(), madeAt);
        shown = { report: randomUUID(), text, day: madeAt.toISOString().slice(0, 10) };
        return ok({ report: shown.report, text });
      },
      /** Errors: run.gone, save.*. */
      saveReport: async ({ report }: RequestOf<'saveReport'>): Promise<ResultOf<'saveReport'>> => {
        if (shown?.report !== report) return err(localError('save', 'run.gone', undefined, 'no'));
        const { text, day } = shown;
        const path = await ports.dialogs.pickReportFile(`Keyferry report ${day}.txt`);
        if (path === undefined) return ok({ picked: false });
        return await saveOneFile(path, Buffer.from(text, 'utf8'), ports.savedFiles);
      },
    },
  };
}
