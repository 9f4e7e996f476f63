import type { RequestHandler } from './request-handler';

/** Credentials as the SDK's clients take them. SECURITY: they stay in main, in memory, inside the clients. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Where and how one service is called. */
export interface ServiceSettings {
  readonly region: string;
  readonly requestHandler: RequestHandler;
  /** Set only if AWS's own endpoint is overridden. */
  readonly endpoint?: string;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
}

/**
 * The configuration of a client. It is complete, so the SDK looks nothing up in the environment or in AWS's files, and
 * uses what is shown on screen. The SDK tries once; send.ts decides about trying again.
 */
export function clientConfig(settings: ServiceSettings, credentials?: AwsCredentials, clockOffsetMs = 0) {
  return {
    ...settings,
    ...(credentials ? { credentials } : {}),
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    ignoreConfiguredEndpointUrls: true,
    systemClockOffset: clockOffsetMs,
  } as const;
}
