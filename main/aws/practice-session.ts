import type { Result } from '../shared/result';
import { openSession } from './open-session';
import type { AwsCredentials } from './transport/client-settings';
import type { Connection } from './transport/connection';
import type { RequestHandler } from './transport/request-handler';
import type { AwsSession } from './session';

/** The practice AWS, as signing in needs it. */
export interface PracticeSide extends RequestHandler {
  /** Temporary credentials that only this practice AWS knows; of the usual role if none is named. */
  readonly issue: (roleName?: string) => Required<AwsCredentials>;
  /** Stands in for the browser: what the person answers at the access portal. */
  readonly answerBrowser: (userCode: string, allows: boolean) => void;
}

// The example from AWS's own documentation; the practice AWS accepts anything.
const practiceCredentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** A function in this process answers every request: no socket is opened, and the person's settings are not read. */
export function practiceConnection(requestHandler: RequestHandler): Connection {
  return {
    requestHandler,
    reach: (_service, region) => ({
      region,
      requestHandler,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
    }),
    foreignEndpoints: [],
    authorities: [],
    proxies: () => [],
    close: () => undefined,
  };
}

/** A session with the practice AWS: the real clients over the practice connection. */
export function openPracticeSession(
  handler: RequestHandler,
  region: string,
  credentials: AwsCredentials = practiceCredentials,
): Promise<Result<AwsSession>> {
  const { reach } = practiceConnection(handler);
  return openSession({
    mode: 'practice',
    region,
    credentials,
    reach: (service) => reach(service, region),
  });
}
