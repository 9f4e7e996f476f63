import type { Result } from '../shared/result';
import { openSession } from './open-session';
import type { AwsCredentials } from './transport/client-settings';
import type { Connection } from './transport/connection';
import type { RequestHandler } from './transport/request-handler';
import type { AwsSession } from './session';

/** A key that the practice account has for a person to look after, with the material that was imported into it. */
export interface PracticeSample {
  /** What it is there for: `expired`. */
  readonly name: string;
  readonly region: string;
  readonly keyId: string;
  readonly arn: string;
  /** With `alias/`. */
  readonly alias?: string;
  /** In the order of ListKeyRotations; also those that are missing on the key. */
  readonly materials: readonly {
    readonly id: string;
    readonly bytes: Uint8Array;
    /** Whether the key came without it. */
    readonly isMissing: boolean;
  }[];
}

/** The practice AWS, as signing in needs it. */
export interface PracticeSide extends RequestHandler {
  /** Temporary credentials that only this practice AWS knows; of the usual role if none is named. */
  readonly issue: (roleName?: string) => Required<AwsCredentials>;
  /** Stands in for the browser: what the person answers at the access portal. */
  readonly answerBrowser: (userCode: string, allows: boolean) => void;
  /** Gives the account keys in all states, most of them in this Region, unless it has them. */
  readonly sampleKeys: (region: string) => readonly PracticeSample[];
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
    reach,
  });
}
