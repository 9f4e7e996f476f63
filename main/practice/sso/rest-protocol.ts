import type { AwsFault } from '../aws-fault';
import type { Route } from '../route';
import { textAnswer, type WireAnswer } from '../wire';
import type { Call } from '../world';

/** AWS REST JSON: the error's name is in a header, its text in the body. */
export function restRoute(
  service: 'sso' | 'sso-oidc',
  operation: string,
  run: (call: Call) => object,
  refusalBody: (fault: AwsFault) => object,
): Route {
  return {
    service,
    operation,
    needsSignature: false,
    run: (call) => textAnswer(200, 'application/json', JSON.stringify(run(call))),
    refusal: (fault) => restRefusal(fault, refusalBody(fault)),
    resource: () => '*',
    alsoNeeds: () => [],
  };
}

function restRefusal({ code, status }: AwsFault, body: object): WireAnswer {
  const answer = textAnswer(status, 'application/json', JSON.stringify(body));
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': code } };
}
