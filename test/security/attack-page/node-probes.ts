import { probes } from './probe';

const exists = (name: string): boolean => name in globalThis;

type Verb = (...args: unknown[]) => unknown;
const bridge = (globalThis as { keyferry?: Readonly<Record<string, Verb>> }).keyferry ?? {};
const describe = (): unknown => bridge['describeApp']?.({});

/** Ways from the page to Node, to Electron, or into the preload's own world. */
export const nodeProbes = probes({
  require: () => exists('require'),
  process: () => exists('process'),
  module: () => exists('module'),
  exports: () => exists('exports'),
  Buffer: () => exists('Buffer'),
  global: () => exists('global'),
  __dirname: () => exists('__dirname'),
  setImmediate: () => exists('setImmediate'),
  electron: () => exists('electron') || exists('ipcRenderer') || exists('electronBinding'),
  'replacing the bridge': () => {
    const replaced = Reflect.defineProperty(globalThis, 'keyferry', { value: {} });
    return replaced || Reflect.get(globalThis, 'keyferry') !== bridge;
  },
  'replacing a verb': () =>
    Reflect.set(bridge, 'copyText', () => undefined) || Reflect.deleteProperty(bridge, 'copyText'),
  'adding a verb': () => Reflect.set(bridge, 'attack', () => undefined),
  'constructor of a verb': () => {
    const make = bridge['describeApp']?.constructor;
    return (
      typeof make === 'function' &&
      (make as (text: string) => () => unknown)('return typeof require')() !== 'undefined'
    ); // as Function does
  },
  'prototype of a verb': () => Object.getPrototypeOf(bridge['describeApp']) !== Function.prototype,
  'world of an answer': async () => {
    const answer: unknown = await describe();
    return typeof answer !== 'object' || Reflect.getPrototypeOf(answer ?? []) !== Object.prototype;
  },
  'world of an error': async () => {
    try {
      await bridge['readParameters']?.(7);
      return true;
    } catch (error) {
      return !(error instanceof Error) || error.constructor !== Error;
    }
  },
  'polluted prototypes': () => {
    // The preload turns files into paths with map, within the call; its own world must have a map of its own.
    const { map } = Array.prototype;
    let calls = 0;
    Reflect.set(Array.prototype, 'map', function (this: unknown[], ...rest: Parameters<typeof map>) {
      calls += 1;
      return Reflect.apply<unknown[], typeof rest, unknown>(map, this, rest);
    });
    try {
      void bridge['readParameters']?.({ files: [] });
    } finally {
      Array.prototype.map = map;
    }
    return calls > 0;
  },
  'event of a progress message': () => {
    const end = bridge['onProgress']?.(() => undefined);
    // Only a function that ends the subscription comes back; an ipcRenderer would have these.
    return typeof end !== 'function' || 'send' in end || 'invoke' in end;
  },
});
