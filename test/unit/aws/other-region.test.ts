import { afterEach, describe, expect, it } from 'vitest';
import { openSession } from '../../../main/aws/open-session';
import type { AwsSession } from '../../../main/aws/session';
import { readCertificateAuthorities } from '../../../main/aws/transport/certificate-authorities';
import {
  openConnection,
  usualConnection,
  type ConnectionSettings,
} from '../../../main/aws/transport/connection';
import { callerIdentity, answering, impatience, testCredentials } from '../../helpers/aws-answers';
import { valueOf } from '../../helpers/results';
import { makeAuthority, startProxy, startTlsServer } from '../../helpers/tls-server';

interface Wanted {
  readonly settings?: Partial<ConnectionSettings>;
  readonly environment?: Readonly<Record<string, string>>;
  /** How far AWS's clock is ahead. */
  readonly skewMs?: number;
  /** Whether KMS is reached by the connection's own way, and not by answers of this test. */
  readonly forReal?: boolean;
}

const opened: { readonly close: () => unknown }[] = [];
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

/** A session as a sign-in makes it, of eu-west-1. `sent`: what its clients send without a socket. */
async function signedIn({ settings = {}, environment = {}, skewMs = 0, forReal = false }: Wanted = {}) {
  const ports = { environment: {}, resolveProxy: () => Promise.resolve('DIRECT') };
  const connection = valueOf(openConnection({ ...usualConnection, ...settings }, ports, { environment }));
  const { foreignEndpoints, authorities, proxies, reach } = connection;
  const requestHandler = answering(({ operation }) => ({
    ...(operation === 'GetCallerIdentity'
      ? callerIdentity('arn:aws:iam::111122223333:user/jo')
      : { body: { Policy: '{}' } }),
    headers: { date: new Date(Date.now() + skewMs).toUTCString() },
  }));
  const session = valueOf(
    await openSession({
      mode: 'aws',
      region: 'eu-west-1',
      credentials: testCredentials,
      reach: (service, region) => ({
        ...reach(service, region),
        ...(forReal && service === 'kms' ? {} : { requestHandler }),
      }),
      patience: impatience,
      connection: { foreignEndpoints, authorities, proxies },
    }),
  );
  opened.push(session, connection);
  return { session, sent: requestHandler.sent };
}

async function hostOf(session: AwsSession, sent: readonly { readonly host: string }[]) {
  await session.kms.getKeyPolicy('k');
  return sent.at(-1)?.host;
}

describe('a sign-in in another Region', () => {
  it('is the same one, and nothing is sent for it', async () => {
    const { session, sent } = await signedIn();
    const before = sent.length;
    const other = session.inRegion('us-east-1');
    expect(other.view).toEqual({ ...session.view, region: 'us-east-1' });
    expect(session.inRegion('us-east-1')).toBe(other);
    expect(other.inRegion('eu-west-1')).toBe(session);
    expect(sent).toHaveLength(before);
  });

  it.each([
    ['usually', {}, 'https://kms.us-east-1.amazonaws.com'],
    ['with FIPS', { fips: true }, 'https://kms-fips.us-east-1.amazonaws.com'],
    ['with dual stack', { dualStack: true }, 'https://kms.us-east-1.api.aws'],
    ['with both', { fips: true, dualStack: true }, 'https://kms-fips.us-east-1.api.aws'],
  ])('is reached as the person set it: %s', async (_how, settings, host) => {
    const { session, sent } = await signedIn({ settings });
    expect(await hostOf(session.inRegion('us-east-1'), sent)).toBe(host);
  });

  it('does not pass by an endpoint that somebody set, and still says whose it is', async () => {
    const { session, sent } = await signedIn({
      settings: { foreignEndpointsAllowed: true },
      environment: { AWS_ENDPOINT_URL_KMS: 'http://localhost:4566' },
    });
    const other = session.inRegion('us-east-1');
    expect(await hostOf(other, sent)).toBe('http://localhost:4566');
    expect(sent.at(-1)?.headers['authorization']).toContain('/us-east-1/kms/aws4_request');
    expect(other.foreignEndpoints).toEqual([{ service: 'kms', host: 'localhost:4566' }]);
  });

  it("goes by AWS's time as well", async () => {
    const skewMs = 20 * 60_000;
    const { session, sent } = await signedIn({ skewMs });
    const other = session.inRegion('us-east-1');
    expect(other.clockOffsetMs).toBe(session.clockOffsetMs);
    await other.kms.getKeyPolicy('k');
    const [, day = '', time = ''] = /^(\d{8})T(\d{6})Z$/.exec(sent.at(-1)?.headers['x-amz-date'] ?? '') ?? [];
    const signedAt = Date.parse(
      `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`,
    );
    expect(Math.abs(signedAt - Date.now() - skewMs)).toBeLessThan(10_000);
  });

  it('goes over the same proxy, trusts the same authority, and says both', async () => {
    const host = 'kms.us-east-1.amazonaws.com';
    const authority = makeAuthority(host);
    const aws = await startTlsServer(authority, (_, response) => response.end('{"Policy":"{}"}'));
    const proxy = await startProxy(aws.port);
    opened.push(proxy, aws);
    const ca = valueOf(readCertificateAuthorities(authority.ca));
    const { session } = await signedIn({
      settings: {
        proxy: { kind: 'manual', url: `http://127.0.0.1:${proxy.port}` },
        ca: { fileName: 'company.pem', ...ca },
      },
      forReal: true,
    });
    const other = session.inRegion('us-east-1');
    expect(await other.kms.getKeyPolicy('k')).toMatchObject({ outcome: 'done', value: '{}' });
    expect(proxy.asked).toEqual([`${host}:443`]);
    for (const each of [session, other]) {
      expect(each.proxies?.()).toEqual([`127.0.0.1:${proxy.port}`]);
      expect(each.authorities).toEqual(ca.certificates.map(({ sha256 }) => sha256));
    }
  });
});
