import type { ElectronApplication } from 'playwright';

/** Answers the system's dialogs, to open and to save: each takes the next answer; undefined means cancelled. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: readonly (readonly string[] | undefined)[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, queue) => {
      Object.assign(globalThis, { dialogsAnswered: 0 });
      const next = () => {
        (globalThis as unknown as { dialogsAnswered: number }).dialogsAnswered += 1;
        return queue.shift() ?? undefined;
      };
      const ask = (...words: readonly unknown[]) => {
        Object.assign(globalThis, { lastDialog: words.at(-1) });
        const filePaths = next();
        return Promise.resolve(
          filePaths ? { canceled: false, filePaths } : { canceled: true, filePaths: [] },
        );
      };
      Object.assign(dialog, { showOpenDialog: ask });
      dialog.showSaveDialog = () => {
        const [filePath = ''] = next() ?? [];
        return Promise.resolve({ canceled: filePath === '', filePath });
      };
    },
    // null, because undefined does not cross into the other process.
    answers.map((answer) => (answer === undefined ? null : [...answer])),
  );
}

/** How often a dialog was answered since answerDialogs. */
export async function answeredDialogs(app: ElectronApplication): Promise<number> {
  return await app.evaluate(() => (globalThis as unknown as { dialogsAnswered: number }).dialogsAnswered);
}

/** Title and button of the last dialog that asked for a file or a folder to open. */
export async function lastDialogWords(app: ElectronApplication): Promise<string> {
  const { title, buttonLabel } = await app.evaluate(
    () => (globalThis as unknown as { lastDialog: { title?: string; buttonLabel?: string } }).lastDialog,
  );
  return `${title}: ${buttonLabel}`;
}
