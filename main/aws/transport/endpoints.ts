import type { EndpointView } from '../../shared/views/aws';
import { isAwsEndpoint } from './aws-hosts';
import { serviceNames } from './service-names';

/** A profile's settings, and the `[services …]` block that it points to, as the loader of AWS's files returns them. */
export interface EndpointSettings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly profile?: Readonly<Record<string, string | undefined>>;
  readonly services?: Readonly<Record<string, string | undefined>>;
}

/**
 * Endpoints that replace AWS's own. The first one found wins: the service's variable, the variable for all services,
 * the profile's services block, the profile. Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
 */
export function endpointOverrides(settings: EndpointSettings): readonly EndpointView[] {
  const { environment, profile, services } = settings;
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return [];
  if (profile?.['ignore_configured_endpoint_urls'] === 'true') return [];
  return serviceNames.flatMap((service): EndpointView[] => {
    const fromEnvironment = firstSet(
      environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`],
      environment['AWS_ENDPOINT_URL'],
    );
    const url = firstSet(fromEnvironment, services?.[`${service}.endpoint_url`], profile?.['endpoint_url']);
    if (url === undefined) return [];
    return [
      {
        service,
        url: withoutCredentials(url),
        source: fromEnvironment !== undefined ? 'environment' : 'profile',
        isAws: isAwsEndpoint(service, url),
      },
    ];
  });
}

// An empty setting counts as not set.
const firstSet = (...values: readonly (string | undefined)[]): string | undefined =>
  values.find((value) => value !== undefined && value !== '');

/** The URL without name and password, to show and to use. Text that is not a URL is only shortened. */
export function withoutCredentials(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return text.replace(/^.*@/s, '').slice(0, 200);
  }
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/$/, '');
}
