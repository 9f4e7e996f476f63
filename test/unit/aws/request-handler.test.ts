import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createRequestHandler,
  type RequestHandlerSettings,
} from '../../../main/aws/transport/request-handler';
import type { ProxyChoice } from '../../../main/shared/views/aws';
import { askOver, failureOver } from '../../helpers/ask-over';
import {
  closedPort,
  makeAuthority,
  startHttpServer,
  startProxy,
  startSilentServer,
  startTlsServer,
  type RunningServer,
} from '../../helpers/tls-server';

const host = 'kms.eu-central-1.amazonaws.com';
const authority = makeAuthority(host);
const otherAuthority = makeAuthority('other.example');
const timeLimits = { connectMs: 1000, requestMs: 1500 };
/** What a busy machine may add. */
const busyMs = 10_000;
const opened: { readonly close: () => unknown }[] = [];

afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

let aws: RunningServer;
beforeAll(async () => {
  aws = await startTlsServer(authority, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{"fine":true}');
  });
});
afterAll(() => aws.close());

async function during<T extends { readonly close: () => unknown }>(starting: Promise<T>): Promise<T> {
  const started = await starting;
  opened.push(started);
  return started;
}

interface Way {
  readonly proxy?: ProxyChoice;
  readonly environment?: Readonly<Record<string, string>>;
  readonly pac?: string | (() => Promise<string>);
  readonly ca?: string;
}

function handlerFor({ proxy = { kind: 'system' }, environment = {}, pac = 'DIRECT', ca }: Way) {
  const settings: RequestHandlerSettings = {
    proxy: {
      choice: proxy,
      environment,
      resolveProxy: typeof pac === 'string' ? () => Promise.resolve(pac) : pac,
    },
    timeLimits,
    ...(ca === undefined ? {} : { ca }),
  };
  const handler = createRequestHandler(settings);
  opened.push({ close: () => handler.destroy() });
  return handler;
}

const ask = (url: string, way: Way) => askOver(handlerFor(way), url);

const failureOf = (url: string, way: Way) => failureOver(handlerFor(way), url);

const manual = (port: number, more = ''): Way => ({
  proxy: { kind: 'manual', url: `http://${more}127.0.0.1:${port}` },
  ca: authority.ca,
});

describe('certificate authorities', () => {
  it("trusts a company's own only when it was chosen", async () => {
    const url = `https://localhost:${aws.port}`;
    expect(await ask(url, { ca: authority.ca })).toBe('{"fine":true}');
    expect(await failureOf(url, {})).toMatchObject({
      code: 'network.untrustedCertificate',
      outcome: 'refused',
    });
  });

  it('does not trust a certificate for another name', async () => {
    const other = await during(startTlsServer(otherAuthority, (_, response) => response.end()));
    const proxy = await during(startProxy(other.port));
    expect(
      await failureOf(`https://${host}`, { ...manual(proxy.port), ca: otherAuthority.ca }),
    ).toMatchObject({
      code: 'network.untrustedCertificate',
      kind: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});

describe('a proxy', () => {
  it.each<readonly [string, (port: number) => Way]>([
    ['that was typed in', (port) => manual(port)],
    ['of the system', (port) => ({ pac: `PROXY 127.0.0.1:${port}`, ca: authority.ca })],
    [
      'of the environment',
      (port) => ({ environment: { HTTPS_PROXY: `127.0.0.1:${port}` }, ca: authority.ca }),
    ],
  ])('%s is really used', async (_, way) => {
    const proxy = await during(startProxy(aws.port));
    expect(await ask(`https://${host}`, way(proxy.port))).toBe('{"fine":true}');
    expect(proxy.asked).toEqual([`${host}:443`]);
  });

  it('gets its password', async () => {
    const proxy = await during(startProxy(aws.port));
    await ask(`https://${host}`, manual(proxy.port, 'jo:p%40ss@'));
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('jo:p@ss').toString('base64')}`]);
  });

  it('does not lend its trust: the host behind it needs a certificate of its own', async () => {
    const proxy = await during(startProxy(aws.port));
    const way = { proxy: { kind: 'manual', url: `http://127.0.0.1:${proxy.port}` } } as const;
    expect(await failureOf(`https://${host}`, way)).toMatchObject({ code: 'network.untrustedCertificate' });
  });

  it('that never answers is given up in time', async () => {
    const silent = await during(startSilentServer());
    const failure = await failureOf(`https://${host}`, manual(silent.port));
    expect(failure).toMatchObject({ code: 'network.proxy', kind: 'EPROXYTIMEDOUT', outcome: 'refused' });
    expect(failure.ms).toBeLessThan(timeLimits.connectMs + busyMs);
  });

  it('that is not there is named', async () => {
    expect(await failureOf(`https://${host}`, manual(await closedPort()))).toMatchObject({
      code: 'network.proxy',
      kind: 'EPROXYUNREACHABLE',
      outcome: 'refused',
    });
  });

  it.each([407, 403, 502])('that refuses with status %i is named', async (status) => {
    const proxy = await during(startProxy(aws.port, status));
    expect(await failureOf(`https://${host}`, manual(proxy.port))).toMatchObject({
      code: 'network.proxy',
      kind: 'EPROXYREFUSED',
      httpStatus: status,
      outcome: 'refused',
    });
  });

  it('that is down gives way to the next one of the list', async () => {
    const proxy = await during(startProxy(aws.port));
    const pac = `PROXY 127.0.0.1:${await closedPort()}; PROXY 127.0.0.1:${proxy.port}`;
    expect(await ask(`https://${host}`, { pac, ca: authority.ca })).toBe('{"fine":true}');
  });

  it('is the only one to be asked once it has passed the request on', async () => {
    const rude = await during(startTlsServer(authority, (request) => request.socket.destroy()));
    const first = await during(startProxy(rude.port));
    const second = await during(startProxy(aws.port));
    const pac = `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}`;
    expect(await failureOf(`https://${host}`, { pac, ca: authority.ca })).toMatchObject({
      outcome: 'unknown',
    });
    expect(first.asked).toHaveLength(1);
    expect(second.asked).toEqual([]);
  });

  it('of a kind that cannot be used is not gone round', async () => {
    const failure = await failureOf(`https://${host}`, { pac: 'SOCKS5 127.0.0.1:1080' });
    expect(failure).toMatchObject({ code: 'network.proxy', kind: 'EPROXYUNUSABLE', outcome: 'refused' });
  });

  it('is waited for no longer than a connection', async () => {
    const failure = await failureOf(`https://${host}`, { pac: () => new Promise(() => undefined) });
    expect(failure).toMatchObject({ code: 'network.proxy', outcome: 'refused' });
    expect(failure.ms).toBeLessThan(timeLimits.connectMs + busyMs);
  });

  it('is not asked for this computer itself, nor where there is to be none', async () => {
    const proxy = await during(startProxy(aws.port));
    const url = `https://localhost:${aws.port}`;
    expect(await ask(url, manual(proxy.port))).toBe('{"fine":true}');
    expect(
      await ask(url, { proxy: { kind: 'none' }, pac: `PROXY 127.0.0.1:${proxy.port}`, ca: authority.ca }),
    ).toBe('{"fine":true}');
    expect(proxy.asked).toEqual([]);
  });
});

describe('a server', () => {
  it('that is dead is unreachable, and the request never left', async () => {
    expect(await failureOf(`https://localhost:${await closedPort()}`, {})).toMatchObject({
      code: 'network.unreachable',
      outcome: 'refused',
    });
  });

  it('that takes the request and says nothing is given up in time; what it did is unknown', async () => {
    const mute = await during(startTlsServer(authority, () => undefined));
    const failure = await failureOf(`https://localhost:${mute.port}`, { ca: authority.ca });
    expect(failure).toMatchObject({ code: 'network.timedOut', outcome: 'unknown' });
    expect(failure.ms).toBeLessThan(timeLimits.requestMs + busyMs);
  });

  it('that hangs up in the middle leaves what it did unknown', async () => {
    const rude = await during(startTlsServer(authority, (request) => request.socket.destroy()));
    expect(await failureOf(`https://localhost:${rude.port}`, { ca: authority.ca })).toMatchObject({
      code: 'network.reset',
      outcome: 'unknown',
    });
  });

  it('that speaks no TLS is not AWS', async () => {
    const plain = await during(startHttpServer((_, response) => response.end()));
    expect(await failureOf(`https://localhost:${plain.port}`, {})).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    [200, 'text/html; charset=utf-8', 'unknown'],
    [403, 'TEXT/HTML', 'unknown'],
    [302, 'application/json', 'unknown'],
  ])('that answers %i with %s is a sign-in page or a filter', async (status, type, outcome) => {
    const portal = await during(
      startTlsServer(authority, (_, response) =>
        response.writeHead(status, { 'content-type': type }).end('<html>'),
      ),
    );
    expect(await failureOf(`https://localhost:${portal.port}`, { ca: authority.ca })).toMatchObject({
      code: 'network.notAws',
      outcome,
      httpStatus: status,
    });
  });
});
