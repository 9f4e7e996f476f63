// In the page, sandboxed: a heading that has its place on the screen is painted with the second frame after.
const { ipcRenderer } = require('electron');

function look() {
  const heading = document.querySelector('h1');
  if (heading === null || heading.getClientRects().length === 0) requestAnimationFrame(look);
  else requestAnimationFrame(() => requestAnimationFrame(() => ipcRenderer.send('bench:painted')));
}
requestAnimationFrame(look);
