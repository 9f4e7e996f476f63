import { add, probes } from './probe';

const own = `${location.origin}/index.html`;

const answers = async (url: string): Promise<boolean> => (await (await fetch(url)).text()).length > 0;

function requested(url: string): Promise<boolean> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.onload = () => done(request.responseText.length > 0);
    request.onerror = () => done(false);
    request.send();
  });
}

function shows(tag: string, attributes: Readonly<Record<string, string>>): Promise<boolean> {
  const element = add(tag, attributes);
  return new Promise((done) => {
    element.addEventListener('load', () => done(true));
    element.addEventListener('error', () => done(false));
  });
}

/** What the bridge answers, as far as these probes care. */
interface Answer {
  readonly ok: boolean;
}
const bridge = (globalThis as { keyferry?: Record<string, (...args: unknown[]) => Promise<Answer>> })
  .keyferry;

const pathOf = (fileUrl: string): string => decodeURIComponent(new URL(fileUrl).pathname);

/** Ways to read a file that nobody picked, or more of the app than it shows. */
export const fileProbes = probes({
  'fetch of a file': ({ textFile }) => answers(textFile),
  'request for a file': ({ textFile }) => requested(textFile),
  'image of a file': ({ imageFile }) => shows('img', { src: imageFile }),
  'script of a file': ({ textFile }) => shows('script', { src: textFile }),
  'style sheet of a file': ({ textFile }) => shows('link', { rel: 'stylesheet', href: textFile }),
  'frame of a file': ({ textFile }) => framed(textFile),
  'import of a file': async ({ textFile }) => Boolean(await import(/* @vite-ignore */ textFile)),
  'fetch of the own page': () => answers(own),
  'request for the own page': () => requested(own),
  'frame of the own page': () => framed(own),
  'fetch of data:': () => answers('data:text/plain,x'),
  'fetch of blob:': () => answers(URL.createObjectURL(new Blob(['x']))),
  'path of a made-up File': ({ textFile }) => 'path' in new File(['x'], pathOf(textFile)),
  'drop of a made-up File': async ({ textFile }) => {
    const made = new File(['x'], pathOf(textFile));
    return (await bridge?.['readParameters']?.({ files: [made] }))?.ok;
  },
  'drop of a path': async ({ textFile }) =>
    (await bridge?.['readParameters']?.({ files: [pathOf(textFile)] }))?.ok,
  'drop of something like a File': async ({ textFile }) =>
    (await bridge?.['readParameters']?.({ files: [{ name: 'text', path: pathOf(textFile) }] }))?.ok,
  'paths beside the files': async ({ textFile }) =>
    (await bridge?.['readParameters']?.({ paths: [pathOf(textFile)], files: [] }))?.ok,
});

/** A frame that shows something of its own, rather than the empty document of a refused one. */
async function framed(url: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.src = url;
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done));
  return (frame.contentDocument?.body.childNodes.length ?? 0) > 0;
}
