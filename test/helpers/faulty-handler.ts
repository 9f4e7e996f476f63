import { HttpResponse, type HttpRequest } from '@smithy/protocol-http';
import type { RequestHandler } from '../../main/aws/transport/request-handler';

/** What happens to a call: its request or its answer is lost, or AWS answers with an error or with something else. */
export type Fault =
  | 'request lost'
  | 'answer lost'
  | { readonly name: string; readonly message?: string }
  | { readonly otherwise: (body: string) => string };

export interface FaultyHandler extends RequestHandler {
  /** Each KMS operation that was sent, in order. */
  readonly sent: readonly string[];
  /** Makes the next calls of an operation fail, one fault each. */
  readonly fail: (operation: string, ...faults: readonly Fault[]) => void;
  /** Makes every later call of an operation fail with this fault, until `heal`. */
  readonly failAlways: (operation: string, fault: Fault) => void;
  readonly heal: () => void;
  /** The bodies that were sent for an operation. */
  readonly bodies: (operation: string) => readonly string[];
  readonly onSend: (operation: string, listener: () => void) => void;
}

/** A connection to AWS on which tests decide what goes wrong, and where. */
export function createFaultyHandler(inner: RequestHandler): FaultyHandler {
  const sent: string[] = [];
  const queues = new Map<string, Fault[]>();
  const always = new Map<string, Fault>();
  const bodies: { operation: string; body: string }[] = [];
  const listeners = new Map<string, () => void>();

  return {
    sent,
    fail: (operation, ...faults) => queues.set(operation, [...(queues.get(operation) ?? []), ...faults]),
    failAlways: (operation, fault) => always.set(operation, fault),
    bodies: (operation) => bodies.filter((sent) => sent.operation === operation).map(({ body }) => body),
    onSend: (operation, listener) => listeners.set(operation, listener),
    heal: () => {
      queues.clear();
      always.clear();
    },
    handle: async (request, options) => {
      const operation = operationOf(request);
      sent.push(operation);
      bodies.push({ operation, body: textOf(request.body) });
      listeners.get(operation)?.();
      const fault = queues.get(operation)?.shift() ?? always.get(operation);
      if (fault === 'request lost') throw connectionReset();
      if (typeof fault === 'object' && 'name' in fault) return { response: errorAnswer(fault) };
      const answered = await inner.handle(request, options);
      if (fault === 'answer lost') throw connectionReset();
      if (fault !== undefined) return { response: changedAnswer(answered.response, fault.otherwise) };
      return answered;
    },
  };
}

function operationOf({ headers }: HttpRequest): string {
  const target = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')?.[1];
  return target?.split('.').at(-1) ?? 'other';
}

function textOf(body: unknown): string {
  if (ArrayBuffer.isView(body)) return new TextDecoder().decode(body);
  return typeof body === 'string' ? body : '';
}

const connectionReset = (): Error =>
  Object.assign(new Error('socket hang up'), { name: 'Error', code: 'ECONNRESET' });

function changedAnswer(response: HttpResponse, otherwise: (body: string) => string): HttpResponse {
  const body = new TextEncoder().encode(otherwise(textOf(response.body)));
  const { statusCode, headers } = response;
  return new HttpResponse({ statusCode, headers, body });
}

function errorAnswer({
  name,
  message = '',
}: {
  readonly name: string;
  readonly message?: string;
}): HttpResponse {
  const body = JSON.stringify({ __type: name, message });
  return new HttpResponse({
    statusCode: name.endsWith('InternalException') ? 500 : 400,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-requestid': '00000000-1111-2222-3333-444444444444',
      'content-length': String(Buffer.byteLength(body)),
    },
    body: new TextEncoder().encode(body),
  });
}
