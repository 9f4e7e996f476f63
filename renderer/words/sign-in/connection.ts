import type { EndpointView } from '../../../main/shared/views/aws';

export const connectionWords = {
  title: 'Connection settings',
  intro: 'Most networks need nothing here. Changing something signs you out.',
  proxy: 'Proxy',
  system: 'As this computer is set up',
  systemText:
    'The proxy that the system names, or HTTPS_PROXY. Keyferry runs no proxy configuration script (PAC): where one is set, it stops and says so. It does not search the network for a proxy (WPAD).',
  none: 'No proxy',
  manual: 'This proxy',
  url: 'Address of the proxy',
  urlText: 'For example http://proxy.example.com:8080',
  urlWrong: 'Type the whole address, beginning with http:// or https://',
  ca: 'Certificate authority of your company',
  caText: 'For networks that inspect encrypted traffic. A PEM file, from the people who run your network.',
  caNone: 'None beyond those of this computer',
  chooseCa: 'Choose PEM file',
  removeCa: 'Remove PEM file',
  fips: 'Use FIPS endpoints',
  dualStack: 'Use dual-stack endpoints (IPv6)',
  apply: 'Apply connection settings',
} as const;

/** Said before a certificate authority is trusted, and about those that are. */
export const authorityWords = {
  title: 'Trust these certificates only if they are those of your own company',
  text: 'Anyone who holds the private key of such an authority can read and change everything that you and AWS send each other. They could put a wrapping key of their own in place of the one from AWS, and so learn the key material. Compare each fingerprint with what your IT department told you. The ceremony record will name what you trust.',
  list: (fileName: string) => `Certificates in ${fileName}`,
  fingerprint: 'SHA-256 fingerprint',
  valid: (from: string, to: string) => `Valid from ${from} to ${to}`,
  trust: 'Trust these certificates',
  decline: 'Do not trust them',
} as const;

export const endpointWords = {
  title: 'Requests go to other addresses than usual',
  foreignTitle: "Requests would go to an address that is not AWS's",
  text: 'Settings of this computer name these addresses:',
  foreignText:
    'Anyone who answers there could pretend to be AWS, and would receive what you send. Nothing is sent there unless you agree.',
  consent: 'I know these addresses and agree to use them',
  notAws: 'not an address of AWS',
} as const;

const sources: Record<EndpointView['source'], string> = {
  environment: 'from an environment variable',
  profile: 'from an AWS profile',
};

/** `kms: http://127.0.0.1:4566, from an environment variable, not an address of AWS`. */
export function endpointLine({ service, url, source, isAws }: EndpointView): string {
  return `${service}: ${url}, ${sources[source]}${isAws ? '' : `, ${endpointWords.notAws}`}`;
}
