import { add, probes } from './probe';

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/**
 * Ways to send something out, if only the fact that somebody is there. Each asks the test's server for its own name.
 */
export const networkProbes = probes({
  fetch: async ({ http }, name) => (await fetch(`${http}/${name}`)).ok,
  'fetch-without-CORS': ({ http }, name) => fetch(`${http}/${name}`, { mode: 'no-cors' }),
  'fetch-kept-alive': ({ http }, name) =>
    fetch(`${http}/${name}`, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }),
  'fetch-over-TLS': ({ http }, name) => fetch(`${http.replace('http:', 'https:')}/${name}`),
  XMLHttpRequest: ({ http }, name) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${http}/${name}`);
    request.send();
  },
  WebSocket: ({ http }, name) => new WebSocket(`${http.replace('http', 'ws')}/${name}`),
  EventSource: ({ http }, name) => new EventSource(`${http}/${name}`),
  beacon: ({ http }, name) => void navigator.sendBeacon(`${http}/${name}`, 'x'),
  WebTransport: async ({ http }, name) => {
    const transport = new WebTransport(`${http.replace('http:', 'https:')}/${name}`);
    await transport.ready;
    return true;
  },
  image: ({ http }, name) => add('img', { src: `${http}/${name}` }),
  'image-set': ({ http }, name) => add('img', { srcset: `${http}/${name} 1x` }),
  'image-without-an-element': ({ http }, name) => {
    new Image().src = `${http}/${name}`;
  },
  'image-of-SVG': ({ http }, name) => {
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', `${http}/${name}`);
    image.setAttribute('width', '9');
    image.setAttribute('height', '9');
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(image);
    document.body.append(svg);
  },
  'image-button': ({ http }, name) => add('input', { type: 'image', src: `${http}/${name}` }),
  'background-image': ({ http }, name) => {
    add('div').style.backgroundImage = `url("${http}/${name}")`;
  },
  'border-image': ({ http }, name) => {
    const { style } = add('div');
    style.border = '9px solid';
    style.borderImageSource = `url("${http}/${name}")`;
  },
  'cursor-image': ({ http }, name) => {
    add('div').style.cursor = `url("${http}/${name}"), auto`;
  },
  font: ({ http }, name) => new FontFace('attack', `url("${http}/${name}")`).load(),
  'style-sheet': ({ http }, name) => add('link', { rel: 'stylesheet', href: `${http}/${name}` }),
  prefetch: ({ http }, name) => add('link', { rel: 'prefetch', href: `${http}/${name}` }),
  preload: ({ http }, name) => add('link', { rel: 'preload', as: 'image', href: `${http}/${name}` }),
  'preload-of-a-module': ({ http }, name) => add('link', { rel: 'modulepreload', href: `${http}/${name}` }),
  preconnect: ({ http }) => add('link', { rel: 'preconnect', href: http }),
  'DNS-prefetch': () => add('link', { rel: 'dns-prefetch', href: '//keyferry-attack.example' }),
  icon: ({ http }, name) => add('link', { rel: 'icon', href: `${http}/${name}` }),
  manifest: ({ http }, name) => add('link', { rel: 'manifest', href: `${http}/${name}` }),
  'speculation-rules': ({ http }, name) => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.append(JSON.stringify({ prefetch: [{ source: 'list', urls: [`${http}/${name}`] }] }));
    document.body.append(script);
  },
  audio: ({ http }, name) => add('audio', { src: `${http}/${name}`, preload: 'auto' }),
  video: ({ http }, name) => add('video', { src: `${http}/${name}`, preload: 'auto' }),
  'video-poster': ({ http }, name) => add('video', { poster: `${http}/${name}` }),
  subtitles: ({ http }, name) => {
    const video = document.createElement('video');
    video.crossOrigin = 'anonymous';
    video.src = pixel;
    const track = document.createElement('track');
    track.src = `${http}/${name}`;
    track.default = true;
    track.kind = 'subtitles';
    video.append(track);
    document.body.append(video);
    track.track.mode = 'showing';
  },
  object: ({ http }, name) => add('object', { data: `${http}/${name}` }),
  embed: ({ http }, name) => add('embed', { src: `${http}/${name}` }),
  frame: ({ http }, name) => add('iframe', { src: `${http}/${name}` }),
  'form-in-a-frame': ({ http }, name) => {
    const frame = add('iframe', { name: 'attack-form' });
    const form = document.createElement('form');
    form.action = `${http}/${name}`;
    form.method = 'POST';
    form.target = 'attack-form';
    frame.after(form);
    form.submit();
  },
  'ping-of-a-link': ({ http }, name) => {
    add('a', { ping: `${http}/${name}`, href: '#attacked' }).click();
    history.replaceState(null, '', location.pathname);
  },
  WebRTC: ({ udp }) => gathers({ urls: `stun:${udp}` }),
  'WebRTC-relay': ({ udp }) =>
    gathers({ urls: `turn:${udp}?transport=udp`, username: 'attack', credential: 'attack' }),
  'WebRTC-relay-over-TCP': ({ http }) => {
    const urls = `turn:${http.replace('http://', '')}?transport=tcp`;
    return gathers({ urls, username: 'attack', credential: 'attack' });
  },
});

/** Whether any address was found under which another computer could be talked to. */
async function gathers(server: RTCIceServer): Promise<boolean> {
  const connection = new RTCPeerConnection({ iceServers: [server] });
  connection.createDataChannel('attack');
  const found = new Promise<boolean>((done) => {
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) done(true);
    };
  });
  await connection.setLocalDescription(await connection.createOffer());
  return await found;
}
