import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createRequestHandler, type RequestHandler } from '../../../main/aws/transport/request-handler';
import { askOver, failureOver } from '../../helpers/ask-over';
import { startDamagingRelay } from '../../helpers/damaging-relay';
import {
  closedPort,
  makeAuthority,
  startProxy,
  startTlsServer,
  type RunningServer,
} from '../../helpers/tls-server';

const host = 'kms.eu-central-1.amazonaws.com';
const authority = makeAuthority(host);
const opened: { readonly close: () => unknown }[] = [];

afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

let aws: RunningServer;
beforeAll(async () => {
  aws = await startTlsServer(authority, (_, response) => response.end('{"fine":true}'));
});
afterAll(() => aws.close());

async function during<T extends { readonly close: () => unknown }>(starting: Promise<T>): Promise<T> {
  const started = await starting;
  opened.push(started);
  return started;
}

function handlerOver(pac: string): RequestHandler {
  const handler = createRequestHandler({
    proxy: { choice: { kind: 'system' }, environment: {}, resolveProxy: () => Promise.resolve(pac) },
    ca: authority.ca,
  });
  opened.push({ close: () => handler.destroy() });
  return handler;
}

const changes = ['CreateKey', 'CreateAlias', 'ImportKeyMaterial', 'ScheduleKeyDeletion', 'SomeNewCall'];

it.each(changes)(
  'a proxy is the only one that %s is ever sent over, though it is down (audit 3)',
  async (operation) => {
    const proxy = await during(startProxy(aws.port));
    const pac = `PROXY 127.0.0.1:${await closedPort()}; PROXY 127.0.0.1:${proxy.port}`;
    const handler = handlerOver(pac);
    expect(await failureOver(handler, `https://${host}`, operation)).toMatchObject({
      code: 'network.proxy',
      outcome: 'refused',
    });
    expect(proxy.asked).toEqual([]);
    // When the person goes on, it is a new call, and the proxy that let nothing through comes last.
    expect(await askOver(handler, `https://${host}`, operation)).toBe('{"fine":true}');
  },
);

it.each(['DescribeKey', 'ListResourceTags', 'GetParametersForImport', 'Encrypt', 'Decrypt'])(
  'a proxy that is down gives way to the next one for %s, which only reads',
  async (operation) => {
    const proxy = await during(startProxy(aws.port));
    const pac = `PROXY 127.0.0.1:${await closedPort()}; PROXY 127.0.0.1:${proxy.port}`;
    expect(await askOver(handlerOver(pac), `https://${host}`, operation)).toBe('{"fine":true}');
  },
);

it('a proxy that passed CreateKey on and damaged the answer is the only one that got it (audit 3)', async () => {
  let heard = 0;
  const kms = await during(
    startTlsServer(authority, (_, response) => {
      heard += 1;
      relay.flip(8 * 40);
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{"made":true}');
    }),
  );
  const relay = await during(startDamagingRelay(kms.port));
  const first = await during(startProxy(relay.port));
  const second = await during(startProxy(kms.port));
  const pac = `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}`;
  for (const operation of ['CreateKey', 'DescribeKey']) {
    heard = 0;
    expect(await failureOver(handlerOver(pac), `https://${host}`, operation)).toMatchObject({
      code: 'network.reset',
      outcome: 'unknown',
    });
    expect(heard).toBe(1);
    expect(second.asked).toEqual([]);
  }
});
