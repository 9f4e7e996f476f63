import type { ProxyChoice } from '../../shared/views/aws';
import { connectionFailure } from '../errors/network';

/** A way to a URL: direct, or through a proxy with this URL. */
export type Route = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly url: string };

/**
 * The operating system's answer for a URL, in Chromium's form: `DIRECT` or `PROXY host:port; …`. `script`: a proxy
 * configuration script (PAC) decides, which this app does not run; `unknown`: there may be such a script.
 */
export type SystemProxyAnswer = string | { readonly autoConfig: 'script' | 'unknown' };

export interface ProxySettings {
  readonly choice: ProxyChoice;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly resolveProxy: (url: string) => Promise<SystemProxyAnswer>;
  /** Called with each proxy that may get a request, `host:port`. */
  readonly notice?: (proxy: string) => void;
}

const direct: Route = { kind: 'direct' };

/**
 * Routes to a URL, best first. Empty only if every proxy named is of a kind that cannot be used (SOCKS): bypassing a
 * configured proxy would be worse than failing.
 *
 * @throws a connectionFailure, for the same reason: EPROXYSCRIPT if a script decides, EPROXYUNKNOWN if there may be one
 */
export async function routesTo(url: URL, settings: ProxySettings): Promise<readonly Route[]> {
  const routes = await findRoutes(url, settings);
  for (const route of routes) if (route.kind === 'proxy') settings.notice?.(hostAndPort(route.url));
  return routes;
}

/** SECURITY: only host and port, because the address may contain a name and a password. */
function hostAndPort(text: string): string {
  const { protocol, hostname, port } = new URL(text);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

async function findRoutes(url: URL, settings: ProxySettings): Promise<readonly Route[]> {
  const { choice, environment } = settings;
  if (choice.kind === 'none' || isLoopback(url.hostname)) return [direct];
  if (choice.kind === 'manual') return proxyRoute(choice.url);
  const fromEnvironment = environmentProxy(url, environment);
  if (fromEnvironment === 'direct') return [direct];
  if (fromEnvironment !== undefined) return proxyRoute(fromEnvironment);
  const answer = await settings.resolveProxy(`${url.origin}/`);
  if (typeof answer === 'string') return parsePacAnswer(answer);
  throw connectionFailure(answer.autoConfig === 'script' ? 'EPROXYSCRIPT' : 'EPROXYUNKNOWN');
}

/** Reads the system's answer, which has the form of a PAC result. Source: Chromium, `ProxyList::ToPacString`. */
export function parsePacAnswer(answer: string): readonly Route[] {
  return answer
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [kind = '', host = ''] = part.split(/\s+/);
      if (kind.toUpperCase() === 'DIRECT') return [direct];
      if (/^(PROXY|HTTP)$/i.test(kind)) return proxyRoute(`http://${host}`);
      return /^HTTPS$/i.test(kind) ? proxyRoute(`https://${host}`) : [];
    });
}

function proxyRoute(text: string): readonly Route[] {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  return isProxyUrl(url) ? [{ kind: 'proxy', url }] : [];
}

/** Whether the text can be a proxy's URL: `http:` or `https:`, with a host. */
export function isProxyUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function environmentProxy(url: URL, environment: ProxySettings['environment']): string | undefined {
  // These names occur in upper and in lower case; an empty variable counts as not set.
  const read = (name: string) =>
    [environment[name.toLowerCase()], environment[name]].find((value) => value !== undefined && value !== '');
  const proxy = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read('ALL_PROXY');
  if (proxy === undefined) return undefined;
  return isExempt(url, read('NO_PROXY') ?? '') ? 'direct' : proxy;
}

// As in curl: `*` for all; otherwise a host with everything below it, with or without a leading dot and a port.
function isExempt(url: URL, noProxy: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', entryPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
      if (name === '' || (entryPort !== undefined && entryPort !== port)) return false;
      return url.hostname === name || url.hostname.endsWith(`.${name}`);
    });
}

function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}
