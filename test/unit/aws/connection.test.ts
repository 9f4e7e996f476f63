import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificateAuthorities } from '../../../main/aws/transport/certificate-authorities';
import {
  describeConnection,
  keepProxyPassword,
  openConnection,
  usualConnection,
  type ConnectionSettings,
} from '../../../main/aws/transport/connection';
import { endpointOverrides, type EndpointSettings } from '../../../main/aws/transport/endpoints';
import { parsePacAnswer, routesTo } from '../../../main/aws/transport/proxy';
import { makeAuthority } from '../../helpers/tls-server';

const vpce = 'https://vpce-0a1b-2c3d.kms.eu-west-1.vpce.amazonaws.com';
const none: EndpointSettings = { environment: {} };
const ports = { environment: {}, resolveProxy: () => Promise.resolve('DIRECT') };

describe('endpoints that somebody set', () => {
  const urlsOf = (settings: EndpointSettings) =>
    Object.fromEntries(
      endpointOverrides(settings).map(({ service, url, source }) => [service, `${url} ${source}`]),
    );

  it('are found in the order that the SDK has', () => {
    const environment = { AWS_ENDPOINT_URL: 'http://env', AWS_ENDPOINT_URL_KMS: 'http://env-kms' };
    const services = { 'kms.endpoint_url': 'http://services-kms' };
    const profile = { endpoint_url: 'http://profile' };
    expect(urlsOf({ environment, services, profile })).toMatchObject({
      kms: 'http://env-kms environment',
      sts: 'http://env environment',
      sso_oidc: 'http://env environment',
    });
    expect(urlsOf({ environment: {}, services, profile })).toMatchObject({
      kms: 'http://services-kms profile',
      iam: 'http://profile profile',
    });
    expect(urlsOf({ environment: { AWS_ENDPOINT_URL_STS: 'http://sts', AWS_ENDPOINT_URL: '' } })).toEqual({
      sts: 'http://sts environment',
    });
    expect(urlsOf(none)).toEqual({});
  });

  it('are left alone when told so', () => {
    const environment = { AWS_ENDPOINT_URL: 'http://x', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' };
    expect(endpointOverrides({ environment })).toEqual([]);
    const profile = { endpoint_url: 'http://x', ignore_configured_endpoint_urls: 'true' };
    expect(endpointOverrides({ environment: {}, profile })).toEqual([]);
  });

  it('show no password', () => {
    const [endpoint] = endpointOverrides({
      environment: { AWS_ENDPOINT_URL_KMS: 'http://jo:secret@host:1/a?k=secret' },
    });
    expect(endpoint?.url).toBe('http://host:1/a');
  });
});

describe('a connection', () => {
  const openWith = (
    settings: Partial<ConnectionSettings>,
    environment: Readonly<Record<string, string>> = {},
  ) => openConnection({ ...usualConnection, ...settings }, ports, { environment });

  it("waits for consent before it leads to somebody else's server", () => {
    const foreign = { AWS_ENDPOINT_URL_KMS: 'http://localhost:4566' };
    expect(openWith({}, foreign)).toMatchObject({
      ok: false,
      error: {
        code: 'network.endpointConsent',
        facts: { service: 'kms', url: 'http://localhost:4566', source: 'environment' },
      },
    });
    const allowed = openWith({ foreignEndpointsAllowed: true }, foreign);
    if (!allowed.ok) throw new Error(allowed.error.code);
    expect(allowed.value.reach('kms', 'eu-west-1').endpoint).toBe('http://localhost:4566');
    expect(allowed.value.reach('sts', 'eu-west-1').endpoint).toBeUndefined();
    allowed.value.close();
  });

  it("needs no consent for AWS's own private endpoint", () => {
    expect(openWith({}, { AWS_ENDPOINT_URL_KMS: vpce })).toMatchObject({ ok: true });
  });

  it.each([{ fips: true }, { dualStack: true }])('refuses an endpoint along with %j', (setting) => {
    expect(openWith(setting, { AWS_ENDPOINT_URL_KMS: vpce })).toMatchObject({
      error: { code: 'network.endpointSettings', facts: { service: 'kms' } },
    });
    expect(openWith(setting)).toMatchObject({ ok: true });
  });

  it.each(['localhost:4566', 'ftp://host', 'http://'])('refuses %j as an endpoint', (url) => {
    expect(openWith({ foreignEndpointsAllowed: true }, { AWS_ENDPOINT_URL: url })).toMatchObject({
      error: { code: 'network.endpointSettings', facts: { reason: 'url' } },
    });
  });

  it('refuses a proxy that is none', () => {
    expect(openWith({ proxy: { kind: 'manual', url: 'socks5://host:1' } })).toMatchObject({
      error: { code: 'network.proxy' },
    });
  });

  it("shows how AWS is reached, and no proxy's password", () => {
    const proxy = { kind: 'manual', url: 'http://jo:secret@proxy:8080' } as const;
    const ca = { fileName: 'company.pem', certificates: [] };
    const settings = { ...usualConnection, proxy, ca: { ...ca, pem: 'PEM' } };
    const view = describeConnection(settings, { environment: { AWS_ENDPOINT_URL_KMS: vpce } });
    expect(view).toEqual({
      proxy: { kind: 'manual', url: 'http://proxy:8080' },
      ca,
      fips: false,
      dualStack: false,
      foreignEndpointsAllowed: false,
      endpoints: [{ service: 'kms', url: vpce, source: 'environment', isAws: true }],
    });
    expect(keepProxyPassword(proxy, view.proxy)).toEqual(proxy);
    const other = { kind: 'manual', url: 'http://other:8080' } as const;
    expect(keepProxyPassword(proxy, other)).toEqual(other);
    expect(keepProxyPassword(proxy, { kind: 'none' })).toEqual({ kind: 'none' });
  });
});

describe('the way to a URL', () => {
  const kms = new URL('https://kms.eu-west-1.amazonaws.com/');
  const viaEnvironment = async (environment: Readonly<Record<string, string>>, url = kms) => {
    const resolveProxy = () => Promise.resolve('PROXY system:1');
    const [route] = await routesTo(url, { choice: { kind: 'system' }, environment, resolveProxy });
    return route?.kind === 'proxy' ? route.url : route?.kind;
  };

  it.each([
    [{}, 'http://system:1'],
    [{ HTTPS_PROXY: 'http://env:2' }, 'http://env:2'],
    [{ https_proxy: 'env:2' }, 'http://env:2'],
    [{ ALL_PROXY: 'https://env:3' }, 'https://env:3'],
    [{ HTTP_PROXY: 'http://env:2' }, 'http://system:1'],
    [{ HTTPS_PROXY: '' }, 'http://system:1'],
    [{ HTTPS_PROXY: 'http://env:2', NO_PROXY: '.amazonaws.com' }, 'direct'],
    [{ HTTPS_PROXY: 'http://env:2', no_proxy: 'a.b, eu-west-1.amazonaws.com:443' }, 'direct'],
    [{ HTTPS_PROXY: 'http://env:2', NO_PROXY: '*' }, 'direct'],
    [{ HTTPS_PROXY: 'http://env:2', NO_PROXY: 'amazonaws.com:8443,zonaws.com' }, 'http://env:2'],
  ])('by the environment %j is %s', async (environment, expected) => {
    expect(await viaEnvironment(environment)).toBe(expected);
  });

  it.each(['https://localhost:4566', 'http://127.0.0.1:1', 'http://[::1]:1', 'http://kms.localhost'])(
    'to %s is direct',
    async (url) => {
      expect(
        await viaEnvironment({ HTTPS_PROXY: 'http://env:2', HTTP_PROXY: 'http://env:2' }, new URL(url)),
      ).toBe('direct');
    },
  );

  it.each([
    ['script', 'EPROXYSCRIPT'],
    ['unknown', 'EPROXYUNKNOWN'],
  ] as const)('is none where a proxy script of the system is %s (audit 9)', async (autoConfig, code) => {
    const resolveProxy = () => Promise.resolve({ autoConfig });
    const settings = { choice: { kind: 'system' }, environment: {}, resolveProxy } as const;
    await expect(routesTo(kms, settings)).rejects.toMatchObject({ code });
    const chosen = { ...settings, choice: { kind: 'manual', url: 'http://hand:4' } } as const;
    expect(await routesTo(kms, chosen)).toEqual([{ kind: 'proxy', url: 'http://hand:4' }]);
    expect(await routesTo(kms, { ...settings, choice: { kind: 'none' } })).toEqual([{ kind: 'direct' }]);
    const environment = { HTTPS_PROXY: 'http://env:2' };
    expect(await routesTo(kms, { ...settings, environment })).toEqual([
      { kind: 'proxy', url: 'http://env:2' },
    ]);
  });

  it('is what a PAC file lists', () => {
    expect(parsePacAnswer('PROXY a:1; HTTPS b:2;SOCKS5 c:3 ; DIRECT')).toEqual([
      { kind: 'proxy', url: 'http://a:1' },
      { kind: 'proxy', url: 'https://b:2' },
      { kind: 'direct' },
    ]);
    expect(parsePacAnswer('SOCKS c:3')).toEqual([]);
  });
});

describe('a file of certificate authorities', () => {
  const { ca, certificate, privateKey } = makeAuthority('host.example');

  it('is taken, without what stands around the certificates', () => {
    const read = readCertificateAuthorities(`Company CA\n${ca}\n# end\n${ca}`);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(read.value.pem.match(/BEGIN/g)).toHaveLength(1);
  });

  it('says whose certificates they are, and which (audit 11)', () => {
    const other = makeAuthority('host.example').ca;
    const read = readCertificateAuthorities(`${ca}${other}`);
    if (!read.ok) throw new Error(read.error.code);
    const digestOf = (pem: string) =>
      createHash('sha256')
        .update(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'))
        .digest('hex');
    const { certificates } = read.value;
    expect(certificates.map(({ subject, sha256 }) => [subject, sha256])).toEqual(
      [ca, other].map((pem) => ['CN=Company CA', digestOf(pem)]),
    );
    // As OpenSSL was told to make them.
    for (const { validFrom, validTo } of certificates) {
      expect(Date.parse(validTo) - Date.parse(validFrom)).toBe(2 * 24 * 3600 * 1000);
    }
  });

  it('is refused with more certificates than a person would look at', () => {
    const many = Array.from({ length: 17 }, (_, at) => ca.replace('\n', `\n${' '.repeat(at)}`)).join('\n');
    expect(readCertificateAuthorities(many)).toMatchObject({ error: { facts: { reason: 'tooMany' } } });
  });

  it.each([
    ['nothing of the kind', 'hello', 'noCertificate'],
    ['a private key', `${ca}${privateKey}`, 'privateKey'],
    ["a server's certificate", certificate, 'notAnAuthority'],
    ['a damaged certificate', ca.replace(/\n[A-Za-z0-9+/]{64}\n/, '\nAAAA\n'), 'unreadable'],
  ])('is refused with %s', (_, text, reason) => {
    expect(readCertificateAuthorities(text)).toMatchObject({
      error: { code: 'network.untrustedCertificate', facts: { reason } },
    });
  });
});
