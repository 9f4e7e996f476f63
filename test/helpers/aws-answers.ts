import { HttpRequest, HttpResponse } from '@smithy/protocol-http';
import type { RequestHandler } from '../../main/aws/transport/request-handler';

export interface SentRequest {
  /** `CreateKey`, or the path of a service that has no operation names on the wire. */
  readonly operation: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server's answer: an object is sent as JSON, text as it is; an error is thrown like one of the network. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

export type Answering = (request: SentRequest, count: number) => Answer | Error;

export interface AnsweringHandler extends RequestHandler {
  readonly sent: SentRequest[];
}

export const requestId = '01234567-89ab-cdef-0123-456789abcdef';

/** A request handler for the real clients of the AWS SDK that answers from a function; no socket is opened. */
export function answering(answer: Answering): AnsweringHandler {
  const sent: SentRequest[] = [];
  return {
    sent,
    async handle(request) {
      if (!HttpRequest.isInstance(request)) throw new Error('not a request');
      const read = readRequest(request);
      sent.push(read);
      const said = answer(read, sent.length);
      if (said instanceof Error) throw said;
      const { status = 200, headers = {}, body = '' } = said;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return await Promise.resolve({
        response: new HttpResponse({
          statusCode: status,
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amzn-requestid': requestId,
            date: new Date().toUTCString(),
            ...headers,
          },
          body: new TextEncoder().encode(text),
        }),
      });
    },
  };
}

function readRequest(request: HttpRequest): SentRequest {
  const raw: unknown = request.body;
  const body = typeof raw === 'string' ? raw : raw instanceof Uint8Array ? new TextDecoder().decode(raw) : '';
  const target = request.headers['x-amz-target']?.split('.').at(-1);
  return {
    operation: target ?? new URLSearchParams(body).get('Action') ?? request.path,
    host: `${request.protocol}//${request.hostname}${request.port ? `:${request.port}` : ''}`,
    headers: request.headers,
    body,
  };
}

/** An error answer of AWS's JSON services. */
export function refusal(name: string, message = '', status = 400): Answer {
  return { status, headers: { 'x-amzn-errortype': name }, body: { __type: name, message } };
}

/** An answer of STS and IAM. */
export function xml(operation: string, result: string): Answer {
  const body = `<${operation}Response><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`;
  return { headers: { 'content-type': 'text/xml' }, body };
}

/** An error answer of STS and IAM. */
export function xmlRefusal(code: string, message = '', status = 403): Answer {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

/** IAM's answers to its simulator, action by action: `allowed`, `implicitDeny` or `explicitDeny`. */
export const simulated =
  (decide: (action: string) => string): Answering =>
  ({ body }) => {
    const actions = [...new URLSearchParams(body)].flatMap(([name, value]) =>
      name.startsWith('ActionNames') ? [value] : [],
    );
    const results = actions.map(
      (action) =>
        `<member><EvalActionName>${action}</EvalActionName><EvalDecision>${decide(action)}</EvalDecision></member>`,
    );
    return xml('SimulatePrincipalPolicy', `<EvaluationResults>${results.join('')}</EvaluationResults>`);
  };

export function callerIdentity(arn: string): Answer {
  const account = arn.split(':')[4] ?? '';
  return xml(
    'GetCallerIdentity',
    `<Arn>${arn}</Arn><UserId>AIDAEXAMPLE</UserId><Account>${account}</Account>`,
  );
}

/** A failure of the network, as Node reports it. */
export function networkError(code: string, message = code): Error {
  return Object.assign(new Error(message), { code });
}

/** Waits take no time. */
export const impatience = { sleep: () => Promise.resolve(), random: () => 0 };

export const testCredentials = {
  accessKeyId: 'ASIAPLANTEDKEYID0001',
  secretAccessKey: 'plantedSecretAccessKey/0123456789abcdef',
  sessionToken: 'plantedSessionToken//////////0123456789',
};
