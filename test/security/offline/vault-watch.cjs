// Stands before a vault: runs it, and writes down at its end which of Node's modules it has loaded.
const { appendFileSync } = require('node:fs');

const [, , list, vault] = process.argv;
process.on('exit', () => {
  const { moduleLoadList } = /** @type {{ moduleLoadList: string[] }} */ (/** @type {unknown} */ (process));
  appendFileSync(String(list), `${moduleLoadList.join('\n')}\n`);
});
require(String(vault));
