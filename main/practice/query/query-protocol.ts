import { randomUUID } from 'node:crypto';
import type { AwsFault } from '../aws-fault';
import type { Route } from '../route';
import { textAnswer, textOf, type WireAnswer, type WireRequest } from '../wire';
import { iamOperations } from './iam';
import type { QueryOperation } from './query-operation';
import { stsOperations } from './sts';
import { elementOf } from './xml';

interface QueryService {
  readonly service: string;
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, QueryOperation>;
}

/** The services by API version, which tells them apart even without a host name. */
const services: Readonly<Record<string, QueryService>> = {
  '2011-06-15': {
    service: 'sts',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: stsOperations,
  },
  '2010-05-08': {
    service: 'iam',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    operations: iamOperations,
  },
};

/** Common errors, by their names in the JSON protocol: name and status in the query protocol. */
const queryNames: Readonly<Record<string, readonly [string, number]>> = {
  AccessDeniedException: ['AccessDenied', 403],
  ExpiredTokenException: ['ExpiredToken', 403],
  InvalidSignatureException: ['SignatureDoesNotMatch', 403],
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
  ThrottlingException: ['Throttling', 400],
  UnknownOperationException: ['InvalidAction', 400],
  ValidationException: ['ValidationError', 400],
};

/** AWS query protocol, as STS and IAM speak it: the request is a form, the answer XML. */
export function routeToQueryService(request: WireRequest): Route | undefined {
  if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return undefined;
  const parameters = new URLSearchParams(textOf(request.body));
  const known = services[parameters.get('Version') ?? ''];
  const operation = parameters.get('Action');
  if (!known || operation === null) return undefined;
  const { service, namespace, operations } = known;
  const run = operations.get(operation);
  return {
    service,
    operation,
    needsSignature: true,
    run: run && ((call) => xmlAnswer(operation, namespace, run(call, parameters))),
    refusal: (fault, requestId) => xmlRefusal(namespace, fault, requestId),
    resource: () => parameters.get('RoleArn') ?? parameters.get('PolicySourceArn') ?? '*',
    alsoNeeds: () => [],
  };
}

function xmlAnswer(operation: string, namespace: string, result: object): WireAnswer {
  const content =
    elementOf(`${operation}Result`, result) + elementOf('ResponseMetadata', { RequestId: randomUUID() });
  return xml(200, `<${operation}Response xmlns="${namespace}">${content}</${operation}Response>`);
}

function xmlRefusal(namespace: string, fault: AwsFault, requestId: string): WireAnswer {
  const [code, status] = queryNames[fault.code] ?? [fault.code, fault.status];
  const error = elementOf('Error', { Type: 'Sender', Code: code, Message: fault.detail ?? '' });
  return xml(
    status,
    `<ErrorResponse xmlns="${namespace}">${error}${elementOf('RequestId', requestId)}</ErrorResponse>`,
  );
}

const xml = (status: number, text: string): WireAnswer => textAnswer(status, 'text/xml', text);
