import { randomUUID } from 'node:crypto';
import type { HttpRequest, HttpResponse } from '@smithy/protocol-http';
import { AwsFault, refuse } from './aws-fault';
import { checkPermission, checkSignatureTime, createThrottle } from './guards';
import { routeToKms } from './kms/json-protocol';
import type { FaultPhase, PracticeOptions } from './options';
import { routeToQueryService } from './query/query-protocol';
import type { Route } from './route';
import { respond, wireRequestOf, type HandlerOptions } from './smithy';
import { makeSampleKeys, type SampleKey } from './samples/sample-keys';
import { createBrowserSignIn } from './sso/browser-sign-in';
import { routeToPortal } from './sso/portal';
import {
  ConnectionDropped,
  regionInHost,
  signatureOf,
  textAnswer,
  type WireAnswer,
  type WireRequest,
} from './wire';
import { createWorld, type Call, type Furnished, type World } from './world';

const issuedSeconds = 60 * 60;

export interface PracticeAws {
  /** For the `requestHandler` of any AWS SDK client. */
  readonly handle: (request: HttpRequest, options?: HandlerOptions) => Promise<{ response: HttpResponse }>;
  /**
   * The same for requests as plain data.
   * @throws ConnectionDropped when a planned fault ends the connection.
   */
  readonly answer: (request: WireRequest) => Promise<WireAnswer>;
  /** Temporary credentials for a role of the account; for the usual caller if none is named. */
  readonly issue: (roleName?: string) => {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly expiration: Date;
  };
  /** Answers a sign-in in place of the browser, where the options say `ask`. */
  readonly answerBrowser: (userCode: string, allows: boolean) => void;
  /**
   * Turns the account into one that has been lived in, once, whatever Region is named afterwards, and says which keys it
   * has then. Whoever practises something else never meets them.
   */
  readonly sampleKeys: (region: string) => readonly SampleKey[];
}

/**
 * An AWS to practise with, in this process and without a socket: KMS, and the calls of STS, IAM and IAM Identity
 * Center that a ceremony makes. Seen from outside, keys, material and policies behave like real ones; they are gone
 * when the process ends. Signatures are not verified: anybody who can call it may do anything.
 *
 * Error texts are AWS's where they were recorded. Otherwise only the error's name is reliable, as with AWS itself.
 */
export function createPracticeAws(options: PracticeOptions & Furnished): PracticeAws {
  const world = createWorld(options);
  const signIn = createBrowserSignIn(world);
  const throttle = createThrottle(world);

  async function answer(request: WireRequest): Promise<WireAnswer> {
    const requestId = randomUUID();
    const route =
      routeToKms(request) ??
      routeToQueryService(request) ??
      signIn.route(request) ??
      routeToPortal(world, signIn, request);
    const answered = route ? await carryOut(route, request, requestId) : notAnOperation();
    const date = new Date(world.now()).toUTCString();
    return { ...answered, headers: { ...answered.headers, 'x-amzn-requestid': requestId, date } };
  }

  async function carryOut(route: Route, request: WireRequest, requestId: string): Promise<WireAnswer> {
    try {
      await planned(world, route, 'before');
      const call = callOf(world, route, request);
      throttle(call);
      checkPermission(call, route);
      const { run = unknownOperation } = route;
      const answered = await run(call);
      await planned(world, route, 'after');
      return answered;
    } catch (error) {
      if (error instanceof AwsFault) return route.refusal(error, requestId);
      throw error;
    }
  }

  let samples: readonly SampleKey[] | undefined;

  return {
    answer,
    sampleKeys: (region) => (samples ??= makeSampleKeys(world, region)),
    issue(roleName = world.options.caller) {
      const role = world.identities.person('role', roleName);
      if (role === undefined) throw new Error(`${roleName} is no role of the practice account`);
      const { expiresAt, ...credentials } = world.identities.issue(role, 'practice', issuedSeconds);
      return { ...credentials, expiration: new Date(expiresAt) };
    },
    answerBrowser: (userCode, allows) => signIn.answer(userCode, allows ? 'approve' : 'deny'),
    handle: (request, handlerOptions) => respond(answer(wireRequestOf(request)), handlerOptions),
  };
}

function callOf(world: World, { needsSignature, operation }: Route, request: WireRequest): Call {
  const signature = signatureOf(request);
  const region = signature?.region ?? regionInHost(request.host) ?? world.options.region;
  if (needsSignature) {
    if (!signature) refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
    checkSignatureTime(world, request);
  }
  const caller = world.identities.callerOf(signature?.accessKeyId ?? '', region);
  return { world, operation, caller, store: world.regionStore(region) };
}

async function planned(world: World, { operation }: Route, phase: FaultPhase): Promise<void> {
  const fault = world.options.fault(operation, phase);
  if (fault === undefined) return;
  switch (fault.kind) {
    case 'drop':
      throw new ConnectionDropped();
    case 'hang':
      return new Promise(() => undefined);
    case 'delay':
      return new Promise((resolve) => setTimeout(resolve, fault.ms));
    case 'error':
      refuse(fault.code, fault.message, fault.status);
  }
}

const unknownOperation = (): never => refuse('UnknownOperationException');

function notAnOperation(): WireAnswer {
  return textAnswer(404, 'application/json', JSON.stringify({ __type: 'UnknownOperationException' }));
}
