import { session } from 'electron';
import type { AutoConfig } from './auto-config';

/** `DIRECT` or `PROXY host:port; …`, in the form of a PAC result; or that the system uses a script, or may use one. */
export type SystemProxyAnswer = string | { readonly autoConfig: Exclude<AutoConfig, 'none'> };

/** A script that was set or removed is noticed within this time. */
const knownForMs = 20_000;

/**
 * Asks the operating system which proxy it would use for a URL.
 *
 * Chromium cannot run a script (PAC), because it may not reach the network to fetch it (lockdown.ts); it would silently
 * answer `DIRECT`. So the system is asked whether there is a script; if there is, or that is unknown, this is the
 * answer, and not Chromium's `DIRECT`.
 *
 * SECURITY: the page's session stays without a proxy and without a network. This is a session of its own, that loads
 * nothing and in which every request is refused; made when a sign-in first asks.
 */
export function createSystemProxy(
  findAutoConfig: () => Promise<AutoConfig>,
): (url: string) => Promise<SystemProxyAnswer> {
  let ready: Promise<(url: string) => Promise<string>> | undefined;

  async function open(): Promise<(url: string) => Promise<string>> {
    const asking = session.fromPartition('keyferry-proxy', { cache: false });
    asking.webRequest.onBeforeRequest((_request, decide) => decide({ cancel: true }));
    await asking.setProxy({ mode: 'system' });
    return (url) => asking.resolveProxy(url);
  }

  let found: { readonly answer: Promise<AutoConfig>; readonly until: number } | undefined;

  function autoConfig(): Promise<AutoConfig> {
    const now = performance.now();
    if (found === undefined || now > found.until) {
      found = { answer: findAutoConfig(), until: now + knownForMs };
    }
    return found.answer;
  }

  return async (url) => {
    ready ??= open();
    const [script, resolve] = await Promise.all([autoConfig(), ready]);
    if (script === 'script') return { autoConfig: script };
    const answer = await resolve(url);
    return script === 'unknown' && answer.trim() === 'DIRECT' ? { autoConfig: script } : answer;
  };
}
