// electron-builder calls this when the app's folder is laid out, before fuses are set and installers made.
'use strict';
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** What the development runtime has and a package must not. */
const developmentOnly = ['resources/app', 'resources/default_app.asar', 'keyferry-runtime.json'];

/** @param {import('electron-builder').AfterPackContext} context */
module.exports = async ({ appOutDir, electronPlatformName }) => {
  if (electronPlatformName === 'darwin') return; // made from the official Electron only, which has none of them
  for (const path of developmentOnly) await rm(join(appOutDir, path), { recursive: true, force: true });
};
