import type { ConnectionView, EndpointView, ProxyChoice } from '../../shared/views/aws';
import { definedOnly } from '../../shared/defined-only';
import { localError } from '../../shared/errors';
import { err, ok, type Result } from '../../shared/result';
import { without } from '../../shared/without';
import type { ChosenAuthorities } from './certificate-authorities';
import type { ServiceSettings } from './client-settings';
import { endpointOverrides, withoutCredentials, type EndpointSettings } from './endpoints';
import { isProxyUrl, type ProxySettings } from './proxy';
import { createRequestHandler, type RequestHandler, type TimeLimits } from './request-handler';
import type { ServiceName } from './service-names';

/** How to reach AWS, as the person set it. */
export interface ConnectionSettings {
  readonly proxy: ProxyChoice;
  /** A company's own certificate authorities. */
  readonly ca?: ChosenAuthorities;
  readonly fips: boolean;
  readonly dualStack: boolean;
  readonly foreignEndpointsAllowed: boolean;
}

export const usualConnection: ConnectionSettings = {
  proxy: { kind: 'system' },
  fips: false,
  dualStack: false,
  foreignEndpointsAllowed: false,
};

export interface ConnectionPorts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly resolveProxy: ProxySettings['resolveProxy'];
  readonly timeLimits?: TimeLimits;
}

/** The connection to AWS for one sign-in and the session that follows. */
export interface Connection {
  readonly requestHandler: RequestHandler;
  /** Where and how to call a service in a Region. */
  readonly reach: (service: ServiceName, region: string) => ServiceSettings;
  /** Endpoints that are not AWS's and that the person agreed to. */
  readonly foreignEndpoints: readonly { readonly service: string; readonly host: string }[];
  /** SHA-256 of each certificate that the person chose to trust, 64 hex digits. */
  readonly authorities: readonly string[];
  /** Proxies that got requests so far, `host:port`. */
  readonly proxies: () => readonly string[];
  readonly close: () => void;
}

/**
 * Settles how to reach AWS before anything is sent. Errors: `network.endpointConsent` until the person has agreed to an
 * endpoint that is not AWS's; `network.endpointSettings` where endpoints and settings contradict each other.
 */
export function openConnection(
  settings: ConnectionSettings,
  ports: ConnectionPorts,
  endpoints: EndpointSettings,
): Result<Connection> {
  const overrides = endpointOverrides(endpoints);
  const refused = checkOverrides(overrides, settings);
  if (refused) return err(refused);
  if (settings.proxy.kind === 'manual' && !isProxyUrl(settings.proxy.url)) {
    return err(localError('sign-in', 'network.proxy', { kind: 'EPROXYUNUSABLE' }));
  }
  const { environment, resolveProxy } = ports;
  const proxies = new Set<string>();
  const notice = (proxy: string) => void proxies.add(proxy);
  const requestHandler = createRequestHandler({
    proxy: { choice: settings.proxy, environment, resolveProxy, notice },
    ...definedOnly({ ca: settings.ca?.pem, timeLimits: ports.timeLimits }),
  });
  return ok({
    requestHandler,
    // SECURITY: only the host, because an address may contain a name and a password.
    foreignEndpoints: overrides
      .filter(({ isAws }) => !isAws)
      .map(({ service, url }) => ({ service, host: new URL(url).host })),
    authorities: (settings.ca?.certificates ?? []).map(({ sha256 }) => sha256),
    proxies: () => [...proxies],
    reach: (service, region) => {
      const override = overrides.find((endpoint) => endpoint.service === service)?.url;
      return {
        region,
        requestHandler,
        useFipsEndpoint: settings.fips,
        useDualstackEndpoint: settings.dualStack,
        ...definedOnly({ endpoint: override }),
      };
    },
    close: () => requestHandler.destroy(),
  });
}

function checkOverrides(overrides: readonly EndpointView[], settings: ConnectionSettings) {
  const [first] = overrides;
  if (first && (settings.fips || settings.dualStack)) {
    const reason = settings.fips ? 'fips' : 'dualStack';
    return localError('sign-in', 'network.endpointSettings', {
      reason,
      service: first.service,
      url: first.url,
    });
  }
  const unusable = overrides.find(({ url }) => !/^https?:\/\//.test(url) || !URL.canParse(url));
  if (unusable) {
    return localError('sign-in', 'network.endpointSettings', {
      reason: 'url',
      service: unusable.service,
      url: unusable.url,
    });
  }
  const foreign = overrides.find(({ isAws }) => !isAws);
  if (!foreign || settings.foreignEndpointsAllowed) return undefined;
  // SECURITY: another server would get signed requests and everything that is sent to AWS.
  return localError('sign-in', 'network.endpointConsent', {
    service: foreign.service,
    url: foreign.url,
    source: foreign.source,
  });
}

/** How AWS is reached, for the page. */
export function describeConnection(
  settings: ConnectionSettings,
  endpoints: EndpointSettings,
): ConnectionView {
  return {
    proxy: shownProxy(settings.proxy),
    fips: settings.fips,
    dualStack: settings.dualStack,
    foreignEndpointsAllowed: settings.foreignEndpointsAllowed,
    endpoints: endpointOverrides(endpoints),
    ...(settings.ca ? { ca: without(settings.ca, 'pem') } : {}),
  };
}

/**
 * The proxy to use after the page sent its choice. The page never gets a proxy's password; if it sends back the address
 * as it was shown, the address with the password is kept.
 */
export function keepProxyPassword(before: ProxyChoice, chosen: ProxyChoice): ProxyChoice {
  const shown = shownProxy(before);
  const same = shown.kind === 'manual' && chosen.kind === 'manual' && shown.url === chosen.url;
  return same ? before : chosen;
}

function shownProxy(proxy: ProxyChoice): ProxyChoice {
  return proxy.kind === 'manual' ? { kind: 'manual', url: withoutCredentials(proxy.url) } : proxy;
}
