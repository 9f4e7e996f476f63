import { add, probes } from './probe';

const readable = 'file:///etc/hostname';
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

/** Ways to read a file that nobody picked, or more of the app than it shows. */
export const fileProbes = probes({
  'fetch of a file': () => answers(readable),
  'request for a file': () => requested(readable),
  'image of a file': () => shows('img', { src: 'file:///usr/share/pixmaps/debian-logo.png' }),
  'script of a file': () => shows('script', { src: 'file:///etc/hostname' }),
  'style sheet of a file': () => shows('link', { rel: 'stylesheet', href: readable }),
  'frame of a file': () => framed(readable),
  'import of a file': async () => Boolean(await import(/* @vite-ignore */ readable)),
  'fetch of the own page': () => answers(own),
  'request for the own page': () => requested(own),
  'frame of the own page': () => framed(own),
  'fetch of data:': () => answers('data:text/plain,x'),
  'fetch of blob:': () => answers(URL.createObjectURL(new Blob(['x']))),
  'path of a made-up File': () => 'path' in new File(['x'], '/etc/hostname'),
  'drop of a made-up File': async () => {
    const made = new File(['x'], '/etc/hostname');
    return (await bridge?.['dropParameters']?.([made]))?.ok;
  },
  'drop of a path': async () => (await bridge?.['dropParameters']?.(['/etc/hostname']))?.ok,
  'drop of something like a File': async () =>
    (await bridge?.['dropParameters']?.([{ name: 'hostname', path: '/etc/hostname' }]))?.ok,
  'paths beside the files': async () =>
    (await bridge?.['dropMaterialFile']?.({ paths: ['/etc/hostname'] }, []))?.ok,
});

/** A frame that shows something of its own, rather than the empty document of a refused one. */
async function framed(url: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.src = url;
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done));
  return (frame.contentDocument?.body.childNodes.length ?? 0) > 0;
}
