import { app, protocol, session, type Session } from 'electron';
import { appOrigin, appScheme } from './app-protocol';

/** Sets Chromium's switches before it starts. The page needs no network at all. */
export function prepareLockdown(): void {
  // SECURITY: as root, Chromium aborts if its sandbox is on. Only tests and development pass this switch; a packaged
  // app refuses it (command-line.ts).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // SECURITY: without this rule, Chromium looks up its own servers within seconds (measured: dictionary and component
  // updates). No name resolves, so nothing can be reached by name.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  // SECURITY: if a page asked for a WebRTC connection, Chromium would join the multicast DNS group, which is visible on
  // the network.
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  // SECURITY: Chromium writes this name into every PDF; its default describes the computer.
  app.userAgentFallback = 'Keyferry';
  // SECURITY: standard and secure give app:// an origin; without supportFetchAPI even fetch('app://…') fails.
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }]);
}

/** Denies every page of the app what only a browser needs. */
export function lockDownApp(): void {
  app.on('web-contents-created', (_event, contents) => {
    // SECURITY: the page is one document for its whole life, so any navigation is a mistake or an attack.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // SECURITY: WebRTC could send UDP datagrams to any address; no CSP directive and no webRequest handler stops them.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

let refused = 0;

/** How many requests of the page or of Chromium were refused since the app started. */
export function refusedRequests(): number {
  return refused;
}

/** The app's only session: in memory, without cache, permissions, downloads, or requests except for the app's files. */
export function lockDownSession(): Session {
  const locked = session.fromPartition('keyferry', { cache: false });
  locked.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  locked.setPermissionCheckHandler(() => false);
  locked.setDevicePermissionHandler(() => false);
  locked.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  locked.setSpellCheckerEnabled(false);
  locked.on('will-download', (event) => event.preventDefault());
  locked.webRequest.onBeforeRequest((request, decide) => {
    const own = request.url.startsWith(`${appOrigin}/`);
    if (!own) refused += 1;
    decide({ cancel: !own });
  });
  return locked;
}
