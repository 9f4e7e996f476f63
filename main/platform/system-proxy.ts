import { session } from 'electron';

/**
 * Asks the operating system which proxy it would use for a URL; `DIRECT` or `PROXY host:port; …`, as PAC files say it.
 *
 * SECURITY: the page's session stays without a proxy and without a network. This is a session of its own, that loads
 * nothing and in which every request is refused; made when a sign-in first asks.
 */
export function createSystemProxy(): (url: string) => Promise<string> {
  let ready: Promise<(url: string) => Promise<string>> | undefined;

  async function open(): Promise<(url: string) => Promise<string>> {
    const asking = session.fromPartition('keyferry-proxy', { cache: false });
    asking.webRequest.onBeforeRequest((_request, decide) => decide({ cancel: true }));
    await asking.setProxy({ mode: 'system' });
    return (url) => asking.resolveProxy(url);
  }

  return async (url) => {
    ready ??= open();
    return (await ready)(url);
  };
}
