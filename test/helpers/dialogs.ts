import type { ElectronApplication } from 'playwright-core';

/** Answers the system's dialogs: each call to one takes the next answer; undefined means dismissed. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: readonly (readonly string[] | undefined)[],
): Promise<void> {
  await app.evaluate(
    ({ dialog }, queue) => {
      dialog.showOpenDialog = () => {
        const filePaths = queue.shift();
        return Promise.resolve(
          filePaths ? { canceled: false, filePaths } : { canceled: true, filePaths: [] },
        );
      };
    },
    // null, because undefined does not survive the way into the other process.
    answers.map((answer) => (answer === undefined ? null : [...answer])),
  );
}
