import { add, blobUrl, breachCode, dataUrl, probes } from './probe';

const opens = (url: string): boolean => window.open(url, '_blank') !== null;
const hostilePage = (name: string): string => `<script>opener.${breachCode(name)}</script>`;

/** Ways to a second window, a guest page, or another document in this one. */
export const windowProbes = probes({
  'window of a server': ({ http }, name) => opens(`${http}/${name}`),
  'empty window': () => opens('about:blank'),
  'window of the app': () => opens('/index.html'),
  'window of a file': ({ textFile }) => opens(textFile),
  'window of data:': (_, name) => opens(dataUrl(hostilePage(name), 'text/html')),
  'window of blob:': (_, name) => opens(blobUrl(hostilePage(name), 'text/html')),
  'window by javascript:': (_, name) => opens(`javascript:opener.${breachCode(name)}`),
  'named window': ({ http }, name) =>
    window.open(`${http}/${name}`, 'attack', 'popup,width=9,height=9') !== null,
  'link to a new window': ({ http }, name) => add('a', { href: `${http}/${name}`, target: '_blank' }).click(),
  'middle click on a link': ({ http }, name) => {
    const init = { button: 1, bubbles: true, cancelable: true };
    add('a', { href: `${http}/${name}` }).dispatchEvent(new MouseEvent('auxclick', init));
  },
  'click with a modifier': ({ http }, name) => {
    const init = { ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
    add('a', { href: `${http}/${name}` }).dispatchEvent(new MouseEvent('click', init));
  },
  'form to a new window': ({ http }, name) => {
    const form = document.createElement('form');
    form.action = `${http}/${name}`;
    form.target = '_blank';
    document.body.append(form);
    form.submit();
  },
  webview: ({ http }, name) => {
    const guest = add('webview', { src: `${http}/${name}`, allowpopups: '' });
    return 'loadURL' in guest || guest.constructor !== HTMLElement;
  },
  'data: frame': (_, name) =>
    add('iframe', { src: dataUrl(`<script>parent.${breachCode(name)}</script>`, 'text/html') }),
  'blob: frame': (_, name) =>
    add('iframe', { src: blobUrl(`<script>parent.${breachCode(name)}</script>`, 'text/html') }),
  'data: object': (_, name) =>
    add('object', { data: dataUrl(`<script>parent.${breachCode(name)}</script>`, 'text/html') }),
  'bridge in an empty frame': () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow !== null && 'keyferry' in frame.contentWindow;
  },
});

/** Ways to put another document in the place of this one; each leaves the page where it is, or ends it. */
export const navigationProbes = probes({
  'assigned location': ({ http }) => location.assign(`${http}/navigation`),
  'replaced location': ({ textFile }) => location.replace(textFile),
  'data: location': (_, name) => {
    location.href = dataUrl(hostilePage(name), 'text/html');
  },
  'blob: location': (_, name) => {
    location.href = blobUrl(hostilePage(name), 'text/html');
  },
  'another page of the app': () => location.assign('/attack/other.html'),
  'own link': ({ http }) => add('a', { href: `${http}/navigation` }).click(),
  'own form': ({ http }) => {
    const form = document.createElement('form');
    form.action = `${http}/navigation`;
    document.body.append(form);
    form.submit();
  },
  'posted form': ({ http }) => {
    const form = document.createElement('form');
    form.action = `${http}/navigation`;
    form.method = 'POST';
    document.body.append(form);
    form.submit();
  },
  'refresh by meta element': ({ http }) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${http}/navigation`;
    document.head.append(meta);
  },
  download: ({ http }) => add('a', { href: `${http}/navigation`, download: 'x' }).click(),
  'download of blob:': (_, name) => add('a', { href: blobUrl(name, 'text/plain'), download: 'x' }).click(),
});
