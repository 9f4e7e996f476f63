// Prints to standard output when a first-level heading has been painted, and when the page can be used. Both apps that
// are compared load it before they start.
const { join } = require('node:path');
const { app, ipcMain } = require('electron');

app.on('browser-window-created', (_event, window) => {
  const { session } = window.webContents;
  const filePath = join(__dirname, 'see-heading.cjs');
  // Electron 35 has the first of the two methods, Electron 33 only the second.
  if (session.registerPreloadScript) session.registerPreloadScript({ type: 'frame', filePath });
  else session.setPreloads([filePath]);
});
for (const moment of ['painted', 'usable']) {
  ipcMain.once(`bench:${moment}`, () => process.stdout.write(`${moment}\n`));
}
