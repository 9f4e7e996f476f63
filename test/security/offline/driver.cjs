// Drives the app from inside its own main process, where no test driver could connect: there is no network, not even
// a loopback interface. Stands beside the built app as its entry; job.json beside it says what to do.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow, dialog, protocol, utilityProcess } = require('electron');

/**
 * @typedef {object} Job
 * @property {boolean} bare only a window, a page of an own scheme and an empty vault, to see what Electron itself loads
 * @property {boolean} attack the page tries to reach another computer, after the job
 * @property {string} parameters the file to drop
 * @property {string} folder where to save
 * @property {number} openSeconds how long the window stays open at least
 * @property {string} verdict where to write the outcome
 * @property {string} vaultModules where each vault writes what it has loaded
 */

const job = /** @type {Job} */ (JSON.parse(readFileSync(join(__dirname, 'job.json'), 'utf8')));
const started = Date.now();
const patienceMs = 30_000;
const passphrase = 'zebra-orbit-mosaic-ladder-canyon-velvet-thunder-pickle';

/**
 * @template T
 * @param {string} what
 * @param {() => T | undefined | Promise<T | undefined>} look
 * @returns {Promise<T>}
 */
async function until(what, look) {
  let last = '';
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
    } catch (error) {
      last = String(error); // the page may be changing right now
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited in vain for ${what}; ${last}`);
}

/** @param {import('electron').WebContents} page */
function person(page) {
  /** @type {(method: string, parameters?: object) => Promise<any>} the protocol's answers have no types */
  const ask = (method, parameters) => page.debugger.sendCommand(method, parameters);
  const painted = () =>
    page.executeJavaScript('new Promise((done) => requestAnimationFrame(() => done(null)))');

  /** @param {string} role @param {string} name as a screen reader says them */
  const find = (role, name) =>
    until(`${role} “${name}”`, async () => {
      const { root } = await ask('DOM.getDocument', { depth: 0 });
      const { nodes } = await ask('Accessibility.queryAXTree', {
        nodeId: root.nodeId,
        role,
        accessibleName: name,
      });
      const [node] = nodes.filter((/** @type {{ ignored: boolean }} */ each) => !each.ignored);
      return /** @type {number | undefined} */ (node?.backendDOMNodeId);
    });

  return {
    find,
    /** @param {string} name */
    press: async (name) => {
      const backendNodeId = await find('button', name);
      await ask('DOM.scrollIntoViewIfNeeded', { backendNodeId });
      await painted();
      const { model } = await ask('DOM.getBoxModel', { backendNodeId });
      const [left, top, , , right, bottom] = model.content;
      const at = { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
      page.sendInputEvent({ type: 'mouseMove', ...at });
      page.sendInputEvent({ type: 'mouseDown', button: 'left', clickCount: 1, ...at });
      page.sendInputEvent({ type: 'mouseUp', button: 'left', clickCount: 1, ...at });
    },
    /** @param {string} name @param {string} text */
    fill: async (name, text) => {
      await ask('DOM.focus', { backendNodeId: await find('textbox', name) });
      await ask('Input.insertText', { text });
      await until(`the text in ${name}`, async () =>
        (await page.executeJavaScript('document.activeElement?.value')) === text ? true : undefined,
      );
    },
    /** @param {string} path */
    drop: async (path) => {
      const data = { items: [], files: [path], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop']) {
        await ask('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
        await painted();
      }
    },
  };
}

/** What attack-page/attack.ts leaves in the page; the addresses are nobody's (RFC 5737). */
const attack = "attack('network', { http: 'http://198.51.100.7:80', udp: '198.51.100.7:3478' })";

async function drive() {
  await bareIsOpen;
  const window = await until('the window', () => BrowserWindow.getAllWindows()[0]);
  const { webContents: page } = window;
  page.debugger.attach('1.3');
  await page.debugger.sendCommand('DOM.enable');
  if (!job.bare) {
    const { find, press, fill, drop } = person(page);
    await press('Wrap key material offline');
    await find('button', 'Choose files');
    await drop(job.parameters);
    await find('heading', 'Fingerprint of the wrapping key');
    await press('Next');
    for (const name of ['Passphrase', 'Repeat passphrase']) await fill(name, passphrase);
    // It appears a moment later, and moves the button.
    await until('the measure of the passphrase', async () =>
      (await page.executeJavaScript("document.body.innerText.includes('Strong: ')")) ? true : undefined,
    );
    await press('Save sealed copy');
    await find('heading', 'What is held');
    await press('Wrap and save');
    await find('heading', 'Saved');
  }
  const report = job.attack ? await page.executeJavaScript(attack) : undefined;
  await until('the time to close', () => (Date.now() - started >= job.openSeconds * 1000 ? true : undefined));
  return {
    text: String(await page.executeJavaScript('document.body.innerText')),
    modules: /** @type {{ moduleLoadList: string[] }} */ (/** @type {unknown} */ (process)).moduleLoadList,
    report: /** @type {{ tried: string[], breached: string[] } | undefined} */ (report),
    openSeconds: (Date.now() - started) / 1000,
  };
}

/** Every vault is started by way of vault.cjs, which watches what it loads. */
const fork = utilityProcess.fork.bind(utilityProcess);
utilityProcess.fork = (path, args, options) =>
  fork(join(__dirname, 'vault-watch.cjs'), [job.vaultModules, path, ...(args ?? [])], options);

async function openBare() {
  protocol.handle('bare', () => new Response('bare'));
  await new BrowserWindow().loadURL('bare://page');
  const vault = utilityProcess.fork(join(__dirname, 'empty.cjs'), [], { stdio: 'ignore' });
  await new Promise((done) => vault.once('exit', done));
}

dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: join(job.folder, 'copy.age') });
dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [job.folder] });
const bareIsOpen = job.bare ? app.whenReady().then(openBare) : undefined;
if (!job.bare) require(join(__dirname, 'out/main/main.cjs'));

void app
  .whenReady()
  .then(drive)
  .catch((error) => ({ failed: String(error instanceof Error ? error.stack : error) }))
  .then((verdict) => {
    writeFileSync(job.verdict, JSON.stringify(verdict));
    app.quit();
  });
