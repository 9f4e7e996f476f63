import { describe, expect, it } from 'vitest';
import { createSavedFiles } from '../../../main/platform/files/saved-files';

function bench(hasProgram = true) {
  const shown: string[] = [];
  const opened: string[] = [];
  const files = createSavedFiles({
    revealFile: (path) => shown.push(path),
    openFile: (path) => {
      opened.push(path);
      return Promise.resolve(hasProgram);
    },
  });
  return { ...files, shown, opened };
}

describe('files that were saved', () => {
  it('are shown by their handles, and the page learns the folder and no path', async () => {
    const { keep, verbs, shown } = bench();
    const view = keep('/home/ada/keys/summary.txt');
    expect(view).toEqual({ saved: expect.any(String) as string, folderName: 'keys' });
    await verbs.showSavedFiles({ saved: view.saved });
    await verbs.showSavedFiles({ saved: '/etc/passwd' });
    expect(shown).toEqual(['/home/ada/keys/summary.txt']);
  });

  it('are opened only if they are a PDF of this job', async () => {
    const { keep, verbs, opened, forget } = bench();
    const pdf = keep('/home/ada/keys/card.pdf').saved;
    const text = keep('/home/ada/keys/summary.txt').saved;
    expect(await verbs.openSavedPdf({ saved: pdf })).toEqual({ ok: true, value: null });
    expect(await verbs.openSavedPdf({ saved: text })).toMatchObject({ error: { code: 'run.gone' } });
    forget();
    expect(await verbs.openSavedPdf({ saved: pdf })).toMatchObject({ error: { code: 'run.gone' } });
    expect(opened).toEqual(['/home/ada/keys/card.pdf']);
  });

  it('say so where the system has no program for them', async () => {
    const { keep, verbs } = bench(false);
    const { saved } = keep('/home/ada/keys/card.pdf');
    expect(await verbs.openSavedPdf({ saved })).toMatchObject({ error: { code: 'print.noProgram' } });
  });
});
