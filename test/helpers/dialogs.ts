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
      dialog.showOpenDialog = () => {
        const filePaths = next();
        return Promise.resolve(
          filePaths ? { canceled: false, filePaths } : { canceled: true, filePaths: [] },
        );
      };
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
