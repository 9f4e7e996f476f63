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
  /** Set only where somebody overrides AWS's own endpoint. */
  readonly endpoint?: string;
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
}

/**
 * The configuration of a client, with nothing left for the SDK to look up in the environment or in AWS's files: what
 * is shown on screen is what is used. One attempt a call; trying again is decided by us (send.ts).
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
