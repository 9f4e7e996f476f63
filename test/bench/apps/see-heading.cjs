// Runs in the sandboxed page. A heading with a place on the screen is painted with the second frame after that. The
// page can be used when no part of it is inert any more.
const { ipcRenderer } = require('electron');

function look() {
  const heading = document.querySelector('h1');
  if (heading === null || heading.getClientRects().length === 0) requestAnimationFrame(look);
  else
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        ipcRenderer.send('bench:painted');
        lookOn();
      }),
    );
}

function lookOn() {
  if (document.querySelector('[inert]') === null) ipcRenderer.send('bench:usable');
  else requestAnimationFrame(lookOn);
}
requestAnimationFrame(look);
