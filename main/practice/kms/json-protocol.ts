import type { AwsFault } from '../aws-fault';
import { readFields } from '../fields';
import type { Route } from '../route';
import { textAnswer, textOf, type WireAnswer, type WireRequest } from '../wire';
import { kmsOperations } from './operations';

const contentType = 'application/x-amz-json-1.1';
const target = /^TrentService\.(\w+)$/;

/** AWS JSON 1.1, as KMS speaks it. */
export function routeToKms(request: WireRequest): Route | undefined {
  const operation = target.exec(request.headers['x-amz-target'] ?? '')?.[1];
  if (operation === undefined) return undefined;
  const run = kmsOperations.get(operation);
  return {
    service: 'kms',
    operation,
    needsSignature: true,
    run:
      run &&
      (async (call) => {
        const answer = await run(call, readFields(textOf(request.body)));
        return textAnswer(200, contentType, answer === undefined ? '' : JSON.stringify(answer));
      }),
    refusal: jsonRefusal,
    resource: () => resourceIn(request),
    alsoNeeds: () => (operation === 'CreateKey' && hasTags(request) ? ['kms:TagResource'] : []),
  };
}

function jsonRefusal({ code, detail, status }: AwsFault): WireAnswer {
  const body = { __type: code, ...(detail === undefined ? {} : { message: detail }) };
  return textAnswer(status, contentType, JSON.stringify(body));
}

function resourceIn(request: WireRequest): string {
  return readFields(textOf(request.body)).optionalText('KeyId') ?? '*';
}

function hasTags(request: WireRequest): boolean {
  return (readFields(textOf(request.body)).optionalList('Tags') ?? []).length > 0;
}
