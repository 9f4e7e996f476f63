import { partitions } from '../regions';
import type { ServiceName } from './service-names';

const suffixes = [...new Set(partitions.flatMap(({ hostSuffixes }) => hostSuffixes))]
  .map((suffix) => suffix.replaceAll('.', '\\.'))
  .join('|');

const region = '(?:[a-z]+-){2,3}\\d+';

/**
 * Host names of the services themselves. SECURITY: "ends with amazonaws.com" is not enough, because anybody can have a
 * host under it (a bucket, a load balancer, a machine).
 */
const hosts: Readonly<Record<ServiceName, RegExp>> = {
  kms: hostPattern('kms(?:-fips)?'),
  sts: hostPattern('sts(?:-fips)?'),
  iam: hostPattern('iam(?:-fips)?'),
  sso: hostPattern('portal\\.sso(?:-fips)?'),
  sso_oidc: hostPattern('oidc(?:-fips)?'),
};

function hostPattern(name: string): RegExp {
  const ownHost = `${name}(?:\\.${region})?`;
  const privateLink = `vpce-[a-z0-9-]+\\.${name}\\.${region}\\.vpce`;
  return new RegExp(`^(?:${ownHost}|${privateLink})\\.(?:${suffixes})$`);
}

/** Whether the URL leads, over TLS, to AWS's own host for the service; this includes private endpoints. */
export function isAwsEndpoint(service: ServiceName, text: string): boolean {
  const url = httpsUrl(text);
  return url !== undefined && hosts[service].test(url.hostname);
}

/** Hosts of AWS's sign-in pages: the access portals of IAM Identity Center and its device page. */
const signInHost = new RegExp(
  [
    '^(?:[a-z0-9-]+\\.)+awsapps\\.(?:com|cn)$',
    '^(?:[a-z0-9-]+\\.)+app\\.aws(?:\\.cn)?$',
    `^device\\.sso(?:-fips)?\\.${region}\\.(?:${suffixes})$`,
    `^(?:${region}\\.)?signin\\.(?:aws|amazonaws\\.cn|aws\\.amazon\\.com|amazonaws-us-gov\\.com)$`,
  ].join('|'),
);

/** Whether the text is the address of a sign-in page of AWS, over TLS. */
export function isAwsSignInPage(text: string): boolean {
  const url = httpsUrl(text);
  return url !== undefined && signInHost.test(url.hostname);
}

function httpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && ['', '443'].includes(url.port);
  return url.protocol === 'https:' && plain ? url : undefined;
}
