// A second preload in the app's own session: what an attacker who broke out of the page could say to main.
const { contextBridge, ipcRenderer } = require('electron');

/** @type {Record<string, () => unknown>} What JSON cannot carry, but a message between processes can, or cannot. */
const exotic = {
  undefined: () => undefined,
  'not a number': () => NaN,
  bigint: () => 1n,
  date: () => new Date(0),
  pattern: () => /x/,
  map: () => new Map([['what', 'files']]),
  set: () => new Set(['files']),
  error: () => new Error('x'),
  bytes: () => new Uint8Array(1024),
  'a lot of bytes': () => new ArrayBuffer(32 * 1024 * 1024),
  'sparse list': () => new Array(1_000_000),
  circle: () => {
    /** @type {Record<string, unknown>} */
    const circle = {};
    circle['self'] = circle;
    return circle;
  },
  'deep nesting': () => {
    /** @type {unknown} */
    let deep = {};
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    return deep;
  },
  'a long text': () => 'x'.repeat(16 * 1024 * 1024),
  'many keys': () => Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [key, key])),
  function: () => () => 0,
  symbol: () => Symbol('x'),
  'throwing getter': () => ({
    get what() {
      throw new Error('x');
    },
  }),
};

/**
 * @param {string} channel
 * @param {unknown} message
 */
async function say(channel, message) {
  try {
    return await ipcRenderer.invoke(channel, message);
  } catch (error) {
    return { thrown: String(error) };
  }
}

contextBridge.exposeInMainWorld('raw', {
  /** @param {string} channel @param {string} json a list of messages */
  sayAll: async (channel, json) => {
    const messages = JSON.parse(json, (_name, value) =>
      typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
    );
    const answers = [];
    // Some at a time: main is kept busy, and nothing waits for the way there and back.
    for (let at = 0; at < messages.length; at += 50) {
      const batch = messages.slice(at, at + 50).map((/** @type {unknown} */ each) => say(channel, each));
      answers.push(...(await Promise.all(batch)));
    }
    return JSON.stringify(answers);
  },
  /** @param {string} channel */
  sayExotic: async (channel) => {
    /** @type {Record<string, unknown>} */
    const answers = {};
    for (const [name, make] of Object.entries(exotic)) answers[name] = await say(channel, make());
    return JSON.stringify(answers);
  },
});
