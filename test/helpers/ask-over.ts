import { HttpRequest } from '@smithy/protocol-http';
import { awsError, failedChange } from '../../main/aws/error-code';
import type { RequestHandler } from '../../main/aws/transport/request-handler';
import { failedCall } from './thrown-by-aws';

/** Sends one request, for a KMS operation if one is named. @returns the body of the answer. */
export async function askOver(handler: RequestHandler, url: string, operation?: string): Promise<string> {
  const { protocol, hostname, port } = new URL(url);
  const request = new HttpRequest({
    protocol,
    hostname,
    ...(port ? { port: Number(port) } : {}),
    method: 'POST',
    path: '/',
    headers: {
      host: hostname,
      ...(operation === undefined ? {} : { 'x-amz-target': `TrentService.${operation}` }),
    },
    body: '{}',
  });
  const { response } = await handler.handle(request);
  const chunks: Uint8Array[] = [];
  // NodeHttpHandler answers with Node's stream.
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The outcome of a failed request, as for a call that changes AWS. @throws when it was answered. */
export async function failureOver(handler: RequestHandler, url: string, operation?: string) {
  const started = performance.now();
  try {
    await askOver(handler, url, operation);
  } catch (error) {
    const { outcome } = failedChange(error, failedCall('kms'));
    const { code, facts } = awsError(error, failedCall('kms'));
    return {
      code,
      outcome,
      kind: facts?.['kind'],
      httpStatus: facts?.['httpStatus'],
      ms: performance.now() - started,
    };
  }
  throw new Error('it was answered');
}
