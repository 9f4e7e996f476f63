// electron-builder calls this once the app's folder is complete, before it sets fuses and makes installers.
'use strict';
const { rm } = require('node:fs/promises');
const { join } = require('node:path');

/** Files of the development runtime that a package must not contain. */
const developmentOnly = ['resources/app', 'resources/default_app.asar', 'keyferry-runtime.json'];

/** @param {import('electron-builder').AfterPackContext} context */
module.exports = async ({ appOutDir, electronPlatformName }) => {
  if (electronPlatformName === 'darwin') return; // always made from the official Electron, which has none of them
  for (const path of developmentOnly) await rm(join(appOutDir, path), { recursive: true, force: true });
};
