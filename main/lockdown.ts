import { app, protocol, session, type Session } from 'electron';
import { appOrigin, appScheme } from './app-protocol';

/** What Chromium is told before it starts. Nothing in this app needs the network stack of the page. */
export function prepareLockdown(): void {
  // SECURITY: as root Chromium aborts with its sandbox on; only tests and development pass this switch, and a
  // packaged app refuses it (command-line.ts).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // SECURITY: without this rule a default Chromium looks up its own servers within seconds (measured: dictionary
  // and component updates). No name resolves, so nothing can be reached by name.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  // SECURITY: a page that asks for a WebRTC connection would make Chromium join the group of multicast DNS, which the
  // network sees.
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  // SECURITY: Chromium writes this name into every PDF that it makes; its own tells of the computer it runs on.
  app.userAgentFallback = 'Keyferry';
  // SECURITY: standard and secure give app:// an origin; without supportFetchAPI even fetch('app://…') fails.
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }]);
}

/** Denies, for every page the app could ever hold, whatever only a browser needs. */
export function lockDownApp(): void {
  app.on('web-contents-created', (_event, contents) => {
    // SECURITY: the page is one document for its whole life; any navigation is a mistake or an attack.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // SECURITY: WebRTC would send UDP datagrams to any address; no CSP directive and no webRequest sees them.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

let refused = 0;

/** Requests attempted by the page or Chromium and refused, since the app started. */
export function refusedRequests(): number {
  return refused;
}

/** The one session: in memory, no cache, no permission, no download, no request but for the app's own files. */
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
