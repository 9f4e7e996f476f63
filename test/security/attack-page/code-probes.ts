import { add, blobUrl, breachCode, dataUrl, probes } from './probe';

/** The smallest WebAssembly module: magic number and version. */
const wasm = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** The constructors that compile source text and have no name of their own. */
function compile(example: object, text: string): () => unknown {
  const { constructor } = Object.getPrototypeOf(example) as { constructor: (text: string) => () => unknown }; // each takes text
  return constructor(text);
}

const scripts = 'text/javascript';
const coloured = 'rgb(1, 2, 3)';
const isColoured = (element: Element): boolean => getComputedStyle(element).color === coloured;

async function styled(attributes: Readonly<Record<string, string>>): Promise<boolean> {
  const link = add('link', { rel: 'stylesheet', ...attributes });
  await new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
  });
  return isColoured(add('attack-styled'));
}

/** Ways to run source text, or code from elsewhere, or to restyle the page into a lie. */
export const codeProbes = probes({
  eval: (_, name) => globalThis.eval(breachCode(name)) as unknown,
  'indirect eval': (_, name) => Reflect.apply(globalThis.eval, undefined, [breachCode(name)]) as unknown,
  Function: (_, name) => compile(() => 0, breachCode(name))(),
  'async function': (_, name) => compile(async () => Promise.resolve(), breachCode(name))(),
  'generator function': (_, name) => {
    const empty = function* (): Generator {
      // Only its constructor is wanted.
    };
    (compile(empty, breachCode(name))() as Generator).next(); // what that constructor makes
  },
  'setTimeout with text': (_, name) => void Reflect.apply(setTimeout, undefined, [breachCode(name), 0]),
  'setInterval with text': (_, name) => void Reflect.apply(setInterval, undefined, [breachCode(name), 50]),
  'inline script by text': (_, name) => {
    const script = document.createElement('script');
    script.text = breachCode(name);
    document.body.append(script);
  },
  'inline script by child node': (_, name) => {
    const script = document.createElement('script');
    script.append(document.createTextNode(breachCode(name)));
    document.body.append(script);
  },
  'inline module': (_, name) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.append(document.createTextNode(breachCode(name)));
    document.body.append(script);
  },
  'SVG script': (_, name) => {
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
    script.append(document.createTextNode(breachCode(name)));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(script);
    document.body.append(svg);
  },
  'handler attribute': (_, name) => add('button', { onclick: breachCode(name) }).click(),
  'handler in innerHTML': (_, name) => {
    add('div').innerHTML = `<img src="data:," onerror='${breachCode(name)}'>`;
  },
  insertAdjacentHTML: (_, name) =>
    add('div').insertAdjacentHTML('beforeend', `<img src="data:," onerror='${breachCode(name)}'>`),
  outerHTML: (_, name) => {
    add('div').outerHTML = `<img src="data:," onerror='${breachCode(name)}'>`;
  },
  'contextual fragment': (_, name) =>
    document.body.append(
      document.createRange().createContextualFragment(`<script>${breachCode(name)}</script>`),
    ),
  'parsed document': (_, name) => {
    const parsed = new DOMParser().parseFromString(
      `<img src="data:," onerror='${breachCode(name)}'>`,
      'text/html',
    );
    document.body.append(...parsed.body.childNodes);
  },
  'srcdoc frame': (_, name) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>parent.breached(${JSON.stringify(name)})</script>`;
    document.body.append(frame);
  },
  'data: script': (_, name) => add('script', { src: dataUrl(breachCode(name), scripts) }),
  'blob: script': (_, name) => add('script', { src: blobUrl(breachCode(name), scripts) }),
  'script-from-a-server': ({ http }, name) => add('script', { src: `${http}/${name}` }),
  'import of data:': (_, name) => imported(dataUrl(breachCode(name), scripts)),
  'import of blob:': (_, name) => imported(blobUrl(breachCode(name), scripts)),
  'import-from-a-server': ({ http }, name) => imported(`${http}/${name}`),
  'data: worker': () => startsWorker(dataUrl('postMessage(1)', scripts)),
  'blob: worker': () => startsWorker(blobUrl('postMessage(1)', scripts)),
  'own worker': () => startsWorker('/attack/worker.js'),
  'shared worker': () =>
    new Promise((done) => {
      const worker = new SharedWorker(blobUrl('onconnect=e=>e.ports[0].postMessage(1)', scripts));
      worker.port.onmessage = () => done(true);
      worker.onerror = () => done(false);
    }),
  'service worker': async () => Boolean(await navigator.serviceWorker.register('/attack/worker.js')),
  'audio worklet': async () => {
    const context = new AudioContext();
    await context.audioWorklet.addModule(blobUrl('1', scripts));
    return true;
  },
  'javascript: link': (_, name) => add('a', { href: `javascript:${breachCode(name)}` }).click(),
  'javascript: frame': (_, name) => add('iframe', { src: `javascript:parent.${breachCode(name)}` }),
  'javascript: location': (_, name) => {
    location.href = `javascript:${breachCode(name)}`;
  },
  'eval of an empty frame': (_, name) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as (Window & typeof globalThis) | null; // a frame's globals are globals
    return inner?.eval(`parent.${breachCode(name)}`) as unknown;
  },
  'WebAssembly.compile': async () => Boolean(await WebAssembly.compile(wasm)),
  'WebAssembly.instantiate': async () => Boolean(await WebAssembly.instantiate(wasm)),
  'WebAssembly.Module': () => Boolean(new WebAssembly.Module(wasm)),
  'trusted types policy': () => makesPolicy('attack'),
  'default trusted types policy': () => makesPolicy('default'),
  'style element': () => {
    add('style').textContent = `attack-element { color: ${coloured} }`;
    return isColoured(add('attack-element'));
  },
  'style attribute': () => isColoured(add('div', { style: `color: ${coloured}` })),
  'data: style sheet': () => styled({ href: dataUrl(`attack-styled { color: ${coloured} }`, 'text/css') }),
  'blob: style sheet': () => styled({ href: blobUrl(`attack-styled { color: ${coloured} }`, 'text/css') }),
  'base element': ({ http }) => {
    const base = document.createElement('base');
    base.href = `${http}/`;
    document.head.append(base);
    const moved = document.baseURI.startsWith(http);
    base.remove();
    return moved;
  },
});

function imported(url: string): Promise<unknown> {
  return import(/* @vite-ignore */ url) as Promise<unknown>;
}

function startsWorker(url: string): Promise<boolean> {
  return new Promise((done) => {
    const worker = new Worker(url);
    worker.onmessage = () => done(true);
    worker.onerror = () => done(false);
  });
}

function makesPolicy(name: string): boolean {
  // TypeScript's DOM does not know trusted types.
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes: { createPolicy: (name: string, rules: object) => object };
  };
  return Boolean(trustedTypes.createPolicy(name, {}));
}
